"""The search page; what it does stands in `assets/search.js`."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Page
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site


@dataclass(frozen=True)
class Facet:
    """What results can be narrowed by: the key of its values in the index, its heading.

    open  True where it stands open beside the results; values are loaded when it is opened
    """

    key: str
    label: str
    open: bool = False


FACETS = (
    Facet("kind", "Kind", open=True),
    Facet("type", "What happened", open=True),
    Facet("status", "Who did it", open=True),
    Facet("year", "Year"),
    Facet("review", "Review"),
    Facet("place", "Place"),
    Facet("actor", "Actor"),
)


def pages(site: Site) -> Iterator[Planned]:
    """`search`."""
    yield _page(Here(site, "search.md"))


@planned
def _page(here: Here) -> Page:
    words = "Search all briefings, actors, incidents and places."
    return here.site.page(here, "search", title="Search", description=words, facets=FACETS)
