"""A page for each former id, which leads on to the record's present page."""

from collections.abc import Iterator

from dateline.model import Page
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site


def pages(site: Site) -> Iterator[Planned]:
    """One page per old address."""
    for old, (kind, key) in site.index.redirects.items():
        here = Here(site, old.removesuffix(".html") + ".md")
        yield _page(here, kind, key)


@planned
def _page(here: Here, kind: str, key: str) -> Page:
    target = here.record(kind, key)
    moved = target.href.removeprefix(here.root)
    text = f"Moved to {target.text}."
    return here.site.page(here, "redirect", title="Moved", description=text, target=target, moved=moved)
