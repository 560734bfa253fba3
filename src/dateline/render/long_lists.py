"""A record's lists: the first rows on its own page, all of them on pages below it where they are many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site
from dateline.render.split import is_long, parts, shown
from dateline.render.views import Link


@dataclass(frozen=True)
class LongList:
    """One list of a record.

    name    slug of the pages below the record's
    title   what the list is
    noun    what one row is, to count them
    kind    the partial that shows its rows: `mentions`, `incidents`, `claims`, `briefings`
    items   what the rows are made of, in order
    rows    makes rows as seen from a page
    """

    name: str
    title: str
    noun: str
    kind: str
    items: Sequence[Any]
    rows: Callable[[Here, Sequence[Any]], Sequence[object]]

    def first(self, here: Here) -> Sequence[object]:
        """The rows on the record's own page."""
        return self.rows(here, shown(self.items))

    def more(self, here: Here) -> Link | None:
        """A link to the page of all rows, where the record's own page does not show them."""
        if not is_long(self.items):
            return None
        words = f"All {plural(len(self.items), self.noun)}"
        return Link(here.to(f"{here.path.removesuffix('.md')}/{self.name}.html"), words)


def list_pages(site: Site, kind: str, key: str, lists: Sequence[LongList]) -> Iterator[Planned]:
    """Pages of those lists of a record that are long; `kind` is the folder of the record's page."""
    for item in lists:
        if is_long(item.items):
            for here, chunk, pager in parts(site, f"{kind}/{key}/{item.name}.md", item.items):
                yield _page(here, (kind, key), item, chunk, pager)


@planned
def _page(here: Here, record: tuple[str, str], item: LongList, chunk: Sequence[Any], pager: tuple[Link, ...]) -> Page:
    return here.site.page(
        here,
        "list",
        title=item.title,
        description=f"{item.title}: {plural(len(item.items), item.noun)}.",
        section=record[0],
        back=here.record(*record),
        kind=item.kind,
        rows=item.rows(here, chunk),
        total=plural(len(item.items), item.noun),
        pager=pager,
    )
