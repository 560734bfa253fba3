"""The search page; what it does stands in `assets/search.js`."""

from collections.abc import Iterator

from dateline.model import Page
from dateline.render.site import Here, Site


def pages(site: Site) -> Iterator[Page]:
    """`search`."""
    here = Here(site, "search.md")
    yield site.page(here, "search", title="Search", description="Search all briefings, actors, incidents and places.")
