"""One page of each kind of a built site."""

from collections.abc import Iterator
from pathlib import Path

RECORDS = ("briefings/2???-??-??-*", "actors/*", "incidents/2*", "locations/*", "sources/2*")


def page_kinds(site: Path) -> Iterator[str]:
    """Paths below the site: the pages of the top, lists, and of each kind of record the largest, which shows most."""
    yield from sorted(page.name for page in site.glob("*.html") if page.name != "search.html")
    yield from sorted(page.relative_to(site).as_posix() for page in site.glob("*/index.html"))
    for pattern in RECORDS:
        pages = [page for page in site.glob(f"{pattern}.html") if page.stem != "index"]
        if pages:
            yield max(pages, key=lambda page: (page.stat().st_size, page.name)).relative_to(site).as_posix()
    yield "search.html?q=report"
