"""Atom (RFC 4287) and JSON Feed 1.1: the newest of the site, each actor, place and status. Dates are the records'."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from dateline.export.export import Export, File, changed, last_report
from dateline.index.entries import BriefingEntry, IncidentEntry

MOST = 50  # entries of a feed
_EMPTY = "2000-01-01"  # an Atom feed must have a date, also where it has no entries
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Item:
    """An entry: `url` is its page below the root; `published` and `updated` are days."""

    url: str
    title: str
    summary: str
    published: str
    updated: str
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Feed:
    """A feed of the page `url`; `folder` is where its two files stand, "" for the root."""

    folder: str
    url: str
    title: str
    items: tuple[Item, ...]

    def path(self, kind: str) -> str:
        """Where the feed stands; kind: `xml` or `json`."""
        return f"{self.folder}/feed.{kind}" if self.folder else f"feed.{kind}"


def feed_files(export: Export) -> Iterator[File]:
    """`feed.xml` for each feed; `feed.json` where it has more than one entry.

    Most actors and places are named once: a second file for each of them would double the files of a large site.
    """
    for feed in feeds(export):
        yield feed.path("xml"), _atom(export, feed)
        if len(feed.items) > 1 or not feed.folder:
            yield feed.path("json"), _json(export, feed)


def feeds(export: Export) -> Iterator[Feed]:
    """The site's, then one for each actor, place and status; below the address of their page."""
    index, name = export.index, export.project.name
    yield _feed("index.html", name, "", _briefings(export, index.briefings))
    for actor in index.actors.values():
        yield _feed(actor.url, f"{actor.name} – {name}", actor.url, _briefings(export, actor.briefings))
    for place in index.locations.values():
        yield _feed(place.url, f"{place.full_name} – {name}", place.url, _briefings(export, place.briefings))
    for status in dict.fromkeys(entry.status for entry in index.incidents.values()):
        label = export.vocabulary.label("statuses", status)
        url = f"incidents/status/{status}.html"
        yield _feed(url, f"Incidents: {label} – {name}", url, _incidents(export, status))


def _feed(url: str, title: str, page: str, items: Iterable[Item]) -> Feed:
    newest = sorted(items, key=lambda item: (item.updated, item.url), reverse=True)[:MOST]
    return Feed(page.removesuffix(".html"), url, title, tuple(newest))


def _briefings(export: Export, keys: Iterable[str]) -> Iterator[Item]:
    """The newest reports; one that was changed later comes before others of its day."""
    for key in islice(keys, 2 * MOST):
        yield _briefing(export, export.index.briefings[key])


def _briefing(export: Export, entry: BriefingEntry) -> Item:
    labels = [export.vocabulary.label("incident-types", export.index.incidents[key].type) for key in entry.incidents]
    statuses = [export.vocabulary.label("statuses", status) for status in entry.statuses if status != "not-applicable"]
    withdrawn = [export.vocabulary.label("review", "withdrawn")] if entry.is_withdrawn else []
    tags = tuple(dict.fromkeys((*withdrawn, *labels, *statuses)))
    summary = entry.briefing.review_reason if entry.is_withdrawn else entry.summary
    return Item(entry.url, entry.listed_title, summary, entry.briefing.date, changed(entry), tags)


def _incidents(export: Export, status: str) -> Iterator[Item]:
    for entry in export.index.incidents.values():
        if entry.status == status and entry.reports:
            yield _incident(export, entry)


def _incident(export: Export, entry: IncidentEntry) -> Item:
    first = min(export.index.briefings[item.briefing].briefing.date for item in entry.reports)
    tags = (export.vocabulary.label("incident-types", entry.type), export.vocabulary.label("statuses", entry.status))
    return Item(entry.url, entry.title, entry.summary, first, last_report(export, entry), tags)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _atom(export: Export, feed: Feed) -> str:
    path = feed.path("xml")
    updated = max((item.updated for item in feed.items), default=_EMPTY)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{export.identity(path)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{_moment(updated)}</updated>",
        f"<author><name>{_text(export.project.name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(export.link(path, path))}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(export.link(feed.url, path))}/>',
    ]
    for item in feed.items:
        lines += [
            "<entry>",
            f"<id>{export.identity(item.url)}</id>",
            f"<title>{_text(item.title)}</title>",
            f'<link rel="alternate" type="text/html" href={_attribute(export.link(item.url, path))}/>',
            f"<published>{_moment(item.published)}</published>",
            f"<updated>{_moment(item.updated)}</updated>",
            *(f"<category term={_attribute(tag)}/>" for tag in item.tags),
            *([f"<summary>{_text(item.summary)}</summary>"] if item.summary else []),
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _json(export: Export, feed: Feed) -> str:
    path = feed.path("json")
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": export.link(feed.url, path),
        "feed_url": export.link(path, path),
        "items": [
            {
                "id": export.identity(item.url),
                "url": export.link(item.url, path),
                "title": item.title,
                "content_text": item.summary or item.title,
                "date_published": _moment(item.published),
                "date_modified": _moment(item.updated),
                "tags": list(item.tags),
            }
            for item in feed.items
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("", words))


def _attribute(words: str) -> str:
    return quoteattr(_NOT_XML.sub("", words))
