"""A page for each name that several actors carry: who is meant must be told by the text."""

from collections.abc import Iterator, Sequence

from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.planned import Planned, planned
from dateline.render.rows import actor_row
from dateline.render.site import Here, Site


def pages(site: Site) -> Iterator[Planned]:
    """`names/SLUG` for each shared name."""
    for name, keys in site.index.shared_names.items():
        yield _page(Here(site, f"names/{site.name_pages[name]}.md"), name, keys)


@planned
def _page(here: Here, name: str, keys: Sequence[str]) -> Page:
    return here.site.page(
        here,
        "name",
        title=f"{name}: a name of several",
        name=name,
        description=f"{plural(len(keys), 'actor')} are called {name}.",
        rows=[actor_row(here, here.site.index.actors[key]) for key in keys],
    )
