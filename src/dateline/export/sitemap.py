"""The sitemap (sitemaps.org): an index of parts, since one file may hold 50,000 addresses at most."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from dateline.export.export import Export, File, changed, last_report

_MOST = 20_000
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(export: Export, urls: Sequence[str]) -> tuple[str, tuple[File, ...]]:
    """The index and its parts `sitemap/1.xml`, …; empty where the site's address is not known.

    urls  of all pages, relative to the root; those that only lead on are left out
    """
    if not export.project.url:
        return "", ()
    days = dict(_days(export))
    listed = [url for url in urls if url not in export.index.redirects]
    chunks = [listed[start : start + _MOST] for start in range(0, len(listed), _MOST)]
    parts = tuple((f"sitemap/{number}.xml", _part(export, chunk, days)) for number, chunk in enumerate(chunks, 1))
    lines = [f"<sitemap><loc>{escape(export.link(path, ''))}</loc></sitemap>" for path, _ in parts]
    return _xml("sitemapindex", lines), parts


def _part(export: Export, urls: Sequence[str], days: dict[str, str]) -> str:
    return _xml(
        "urlset", [f"<url><loc>{escape(export.link(url, ''))}</loc>{_changed(days.get(url))}</url>" for url in urls]
    )


def _changed(day: str | None) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""


def _days(export: Export) -> Iterator[tuple[str, str]]:
    """Address -> the day of a record's latest change; lists have none."""
    yield from ((entry.url, changed(entry)) for entry in export.index.briefings.values())
    yield from ((entry.url, last_report(export, entry)) for entry in export.index.incidents.values())
    yield from ((entry.url, entry.last_seen) for entry in export.index.actors.values())


def _xml(name: str, lines: Sequence[str]) -> str:
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<{name} {_NAMESPACE}>", *lines, f"</{name}>", ""])
