"""A record's lists: the first rows open on its own page, others folded, all on pages below it where they are many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site
from dateline.render.split import OPEN, is_long, parts
from dateline.render.views import Link


@dataclass(frozen=True)
class Folded:
    """Rows that are shown when asked, and how many they are, in words."""

    title: str
    count: str
    rows: Sequence[object]


@dataclass(frozen=True)
class Section:
    """What a record's page shows of a list: `rows` at once, `rest` when asked, `more` on pages of their own."""

    rows: Sequence[object]
    rest: tuple[Folded, ...] = ()
    more: Link | None = None


@dataclass(frozen=True)
class LongList:
    """One list of a record.

    name    slug of the pages below the record's
    title   what the list is
    noun    what one row is, to count them
    kind    the partial that shows its rows: `mentions`, `incidents`, `claims`, `briefings`
    items   what the rows are made of, in order
    rows    makes rows as seen from a page
    group   what the items that are not shown at once are put together by: a year, or a topic
    each    True where the first of each group are shown, False where the first of all are
    open    how many they are; a list half as long again is shown as a whole
    """

    name: str
    title: str
    noun: str
    kind: str
    items: Sequence[Any]
    rows: Callable[[Here, Sequence[Any]], Sequence[object]]
    group: Callable[[Here, Any], str]
    each: bool = False
    open: int = OPEN

    def section(self, here: Here) -> Section:
        """The list on the record's own page."""
        return replace(self.part(here, self.items), more=self.more(here))

    def part(self, here: Here, items: Sequence[Any]) -> Section:
        """Those of its items that stand under a heading of their own; none is folded where all have their own pages."""
        keys = [self.group(here, item) for item in items]
        first = self._first(keys)
        rows = self.rows(here, [items[number] for number in sorted(first)])
        if is_long(self.items):
            return Section(rows)
        rest: dict[str, list[Any]] = {}
        for number, item in enumerate(items):
            if number not in first:
                rest.setdefault(keys[number], []).append(item)
        begun = {keys[number] for number in first}
        return Section(rows, tuple(self._folded(here, key, found, begun=key in begun) for key, found in rest.items()))

    def _first(self, keys: Sequence[str]) -> frozenset[int]:
        """The numbers of the rows that are shown at once, by the groups of all."""
        if len(keys) <= self.open * 1.5:
            return frozenset(range(len(keys)))
        if not self.each:
            return frozenset(range(self.open))
        numbers: dict[str, list[int]] = {}
        for number, key in enumerate(keys):
            numbers.setdefault(key, []).append(number)
        return frozenset(number for found in numbers.values() for number in found[: self.open])

    def _folded(self, here: Here, key: str, items: Sequence[Any], *, begun: bool) -> Folded:
        count = plural(len(items), f"more {self.noun}" if begun else self.noun)
        return Folded(key, count, self.rows(here, items))

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
