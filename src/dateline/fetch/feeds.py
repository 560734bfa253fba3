"""A feed's bytes become its entries: RSS 0.9 to 2.0, RSS 1.0, Atom and JSON Feed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import feedparser

from dateline.fetch.report import FetchError
from dateline.read.dates import whole_day

_JSON_FEED = "https://jsonfeed.org/version/"


@dataclass(frozen=True)
class Entry:
    """One item of a feed; each "" where it is not told.

    guid       by which the feed tells it from the others
    published  the day as the feed writes it, in the feed's own time zone, `YYYY-MM-DD`
    """

    guid: str
    url: str
    title: str = ""
    published: str = ""
    author: str = ""
    publisher: str = ""
    licence: str = ""


def read_feed(data: bytes, url: str) -> tuple[Entry, ...]:
    """Entries in the feed's order, each with a whole address (FetchError where this is no feed).

    A feed with entities of its own is refused: none needs them, and they can be made to grow without end.
    """
    if b"<!ENTITY" in data[:100_000].upper():
        raise FetchError("declares entities of its own, which no feed needs", outcome="refused")
    found = tuple(_from_json(data, url) if data.lstrip()[:1] == b"{" else _from_xml(data, url))
    return tuple(entry for entry in found if entry.url)


def _from_xml(data: bytes, url: str) -> Iterator[Entry]:
    parsed = feedparser.parse(data, sanitize_html=True, resolve_relative_uris=False)
    version = parsed.get("version") or ""
    if not version:
        raise FetchError("is no feed (RSS, Atom or JSON Feed)")
    feed = parsed.feed
    for item in parsed.entries:
        yield Entry(
            guid=_line(item.get("id") or item.get("link")),
            url=_whole(url, _line(item.get("link"))),
            title=_line(item.get("title")),
            published=_day(item, is_atom=version.startswith("atom")),
            author=_line(item.get("author")),
            publisher=_line((item.get("source") or {}).get("title") or feed.get("title")),
            licence=_licence(item) or _licence(feed),
        )


def _day(item: Any, *, is_atom: bool) -> str:
    """When it was published. Atom's `updated` is the day of a change; in RSS the same field holds `dc:date`."""
    stated = item.get("published") or ("" if is_atom else item.get("updated"))
    return whole_day(str(stated or "")) or ""


def _licence(node: Any) -> str:
    links = [link.get("href") for link in node.get("links", ()) if link.get("rel") == "license"]
    return _line(next(filter(None, links), "") or node.get("license") or node.get("rights"))


def _from_json(data: bytes, url: str) -> Iterator[Entry]:
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError):
        raise FetchError("is no feed: its JSON is broken") from None
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(_JSON_FEED):
        raise FetchError("is no feed (RSS, Atom or JSON Feed)")
    items = feed.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            authors = item.get("authors") or feed.get("authors") or [item.get("author")]
            names = [_line(author.get("name")) for author in authors if isinstance(author, dict)]
            yield Entry(
                guid=_line(item.get("id") or item.get("url")),
                url=_whole(url, _line(item.get("url") or item.get("external_url"))),
                title=_line(item.get("title")),
                published=whole_day(_line(item.get("date_published"))) or "",
                author=", ".join(filter(None, names)),
                publisher=_line(feed.get("title")),
            )


def _whole(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return ""


def _line(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
