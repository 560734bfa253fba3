"""seeds ─read─▶ Seed: the article in a web page, by trafilatura; asks no host and takes no date by guess."""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from dateline.read.dates import whole_day

# Where a page states when it was published. Dates of changes and copyright years are none.
_META_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "date",
)
_PARAGRAPH_LENGTH = 120  # characters; a shorter one may be a byline
_SPACES = re.compile(r"[^\S\n]+")
_LOG = logging.NullHandler()


def extract(page: str) -> tuple[dict[str, str], str]:
    """What a page says about its article (keys of a header) and the article's paragraphs; "" where there is none."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(_LOG)
    try:
        return _extract(page)
    except Exception:  # whatever a page does to the parser, it is a page without an article
        return {}, ""


def _extract(page: str) -> tuple[dict[str, str], str]:
    tree = trafilatura.load_html(page)
    if tree is None:
        return {}, ""
    # The date of htmldate is not used: it may be a guess. Fixed limits keep it from looking at the clock.
    limits = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2090-01-01"}
    said = extract_metadata(tree, date_config=limits)
    name = said.sitename or ""  # of the host, where a page does not tell
    given = {
        "title": said.title or "",
        "date": next(_dates(tree), ""),
        "publisher": "" if name and "." in name and name in (said.url or "") else name,
        "url": said.url or "",
        "author": (said.author or "").replace("; ", ", "),
        "licence": said.license or "",
    }
    return given, _text(tree, title=given["title"])


def _text(tree: HtmlElement, *, title: str) -> str:
    for moment in tree.xpath(f"//p[string-length(normalize-space()) > {_PARAGRAPH_LENGTH}]//time"):
        moment.drop_tag()  # else "on Tuesday" in a sentence goes with the bylines
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, deduplicate=False)
    lines = _SPACES.sub(" ", getattr(found, "text", None) or "").split("\n")
    paragraphs = [line.strip() for line in lines if line.strip()]
    if paragraphs and paragraphs[0].casefold() == " ".join(title.split()).casefold():
        del paragraphs[0]
    return "\n\n".join(paragraphs)


def _dates(tree: HtmlElement) -> Iterator[str]:
    for value in (*_json_dates(tree), *_meta_dates(tree), *_time_dates(tree)):
        day = whole_day(value)
        if day:
            yield day


def _json_dates(tree: HtmlElement) -> Iterator[str]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _published(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue


def _published(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _published(item)
    elif isinstance(node, dict):
        if isinstance(node.get("datePublished"), str):
            yield node["datePublished"]
        for key in ("@graph", "mainEntity"):
            yield from _published(node.get(key))


def _meta_dates(tree: HtmlElement) -> Iterator[str]:
    metas = tree.xpath("//meta[@content]")
    given = {
        str(meta.get(key, "")).lower(): meta.get("content")
        for meta in reversed(metas)
        for key in ("itemprop", "name", "property")
    }
    return (given[name] for name in _META_DATES if name in given)


def _time_dates(tree: HtmlElement) -> Iterator[str]:
    stated = tree.xpath("//time[@datetime][@pubdate or contains(@itemprop, 'datePublished')]")
    inside = tree.xpath(
        "(//article | //main)//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer)]"
    )
    return (str(moment.get("datetime")) for moment in (*stated, *inside[:1]))
