"""The search page; what it does stands in `assets/search.js`."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Page
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site


@dataclass(frozen=True)
class SearchFacet:
    """What results can be narrowed by: the key of its values in the index, its heading.

    open  True where it stands open beside the results; values are loaded when it is opened
    """

    key: str
    label: str
    open: bool = False


FACETS = (
    SearchFacet("kind", "Kind", open=True),
    SearchFacet("type", "What happened", open=True),
    SearchFacet("status", "Who did it", open=True),
    SearchFacet("year", "Year"),
    SearchFacet("review", "Review"),
    SearchFacet("place", "Place"),
    SearchFacet("actor", "Actor"),
)


def pages(site: Site) -> Iterator[Planned]:
    """`search`."""
    yield _page(Here(site, "search.md"))


@planned
def _page(here: Here) -> Page:
    words = "Search all briefings, actors, incidents and places."
    return here.site.page(here, "search", title="Search", description=words, facets=FACETS)
