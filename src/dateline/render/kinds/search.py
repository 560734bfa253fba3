"""The search page; what it does stands in `assets/search.js`."""

from collections.abc import Iterator

from dateline.model import Page
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site


def pages(site: Site) -> Iterator[Planned]:
    """`search`."""
    yield _page(Here(site, "search.md"))


@planned
def _page(here: Here) -> Page:
    words = "Search all briefings, actors, incidents and places."
    return here.site.page(here, "search", title="Search", description=words)
