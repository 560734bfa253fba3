"""Long lists on several pages: none grows past what a reader's connection bears, however large the corpus."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from dateline.render.site import Here, Site
from dateline.render.views import Link

T = TypeVar("T")

ROWS = 250  # rows of a list on one page: below 300 KB of HTML even with long titles
TOLD_ROWS = 100  # rows that have a summary each, a screen of a phone for every three
MANY = 120  # rows above which a record's list has pages of its own
OPEN = 10  # rows that a record's page shows at once of a list that is longer than half as many again
OPEN_CLAIMS = 20  # on one point of one incident, so that a dispute is seen whole


def parts(
    site: Site, path: str, rows: Sequence[T], most: int = ROWS
) -> Iterator[tuple[Here, tuple[T, ...], tuple[Link, ...]]]:
    """(place, rows, links to all parts) for each page of a list: `path`, then `path/2`, `path/3` and so on.

    No part has more than `most` rows.
    The links are empty for a list of one part; the present part's has no address.
    """
    base = path.removesuffix(".md")
    chunks = [tuple(rows[start : start + most]) for start in range(0, len(rows), most)] or [()]
    names = [base if number == 0 else f"{base}/{number + 1}" for number in range(len(chunks))]
    for name, chunk in zip(names, chunks, strict=True):
        here = Here(site, f"{name}.md")
        links = [
            Link("" if other == name else here.to(f"{other}.html"), str(number))
            for number, other in enumerate(names, start=1)
        ]
        yield here, chunk, tuple(links) if len(links) > 1 else ()


def is_long(rows: Sequence[object]) -> bool:
    """True where a record's list gets pages of its own."""
    return len(rows) > MANY
