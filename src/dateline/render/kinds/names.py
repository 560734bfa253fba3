"""A page for each name that several actors carry: who is meant must be told by the text."""

from collections.abc import Iterator

from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.rows import actor_row
from dateline.render.site import Here, Site


def pages(site: Site) -> Iterator[Page]:
    """`names/SLUG` for each shared name."""
    for name, keys in site.index.shared_names.items():
        here = Here(site, f"names/{site.name_pages[name]}.md")
        yield site.page(
            here,
            "name",
            title=f"{name}: a name of several",
            name=name,
            description=f"{plural(len(keys), 'actor')} are called {name}.",
            rows=[actor_row(here, site.index.actors[key]) for key in keys],
        )
