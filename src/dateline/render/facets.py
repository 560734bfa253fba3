"""What lists can be narrowed by: each value of a facet has a page of its own, and the bar above a list leads to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.render.planned import Planned
from dateline.render.site import Here, Site
from dateline.render.split import ROWS, parts
from dateline.render.views import ChoiceView, FacetView, Link

E = TypeVar("E")


@dataclass(frozen=True)
class Facet(Generic[E]):
    """One way to narrow a list; `key` stands in addresses.

    value  an entry's slug; a value that is not known is one of its own, such as `no-date`
    words  a slug as readers see it
    sign   what stands before the words, for values that have a mark
    order  sorts the values, given slug and number of entries; the most frequent first where it is left out
    """

    key: str
    label: str
    value: Callable[[Site, E], str]
    words: Callable[[Site, str], str]
    order: Callable[[Site, str], tuple[int, str]] | None = None
    sign: Callable[[Site, str], str] = lambda _, __: ""


@dataclass(frozen=True)
class FacetedList(Generic[E]):
    """All entries of a kind with the facets of their lists; `folder` is where its pages stand."""

    site: Site
    folder: str
    entries: Sequence[E]
    groups: Mapping[str, Mapping[str, Sequence[E]]]
    facets: Sequence[Facet[E]]

    @property
    def is_whole(self) -> bool:
        """True where one page holds all entries."""
        return len(self.entries) <= ROWS

    def bar(self, here: Here, current: tuple[str, str] = ("", "")) -> tuple[FacetView, ...]:
        """The facets with the number of entries of each value; current: (facet, value) of this page."""
        return tuple(
            FacetView(
                facet.key,
                facet.label,
                tuple(
                    ChoiceView(value, self.link(here, facet, value), len(found), current == (facet.key, value))
                    for value, found in self.groups[facet.key].items()
                ),
                facet.words(self.site, current[1]) if current[0] == facet.key else "",
            )
            for facet in self.facets
        )

    def link(self, here: Here, facet: Facet[E], value: str) -> Link:
        """The page of one value."""
        return Link(
            here.to(value_url(self.folder, facet.key, value)),
            facet.words(self.site, value),
            facet.sign(self.site, value),
        )

    def value_pages(self, plan: Callable[["ValuePage[E]"], Planned], most: int = ROWS) -> Iterator[Planned]:
        """Every page of every value of every facet, each with so many rows at most."""
        for facet in self.facets:
            for value, found in self.groups[facet.key].items():
                path = value_url(self.folder, facet.key, value).removesuffix(".html") + ".md"
                for here, chunk, pager in parts(self.site, path, found, most):
                    yield plan(ValuePage(here, facet, value, chunk, pager, len(found)))


@dataclass(frozen=True)
class ValuePage(Generic[E]):
    """A page of the list of one value: entries are its part of `total`."""

    here: Here
    facet: Facet[E]
    value: str
    entries: Sequence[E]
    pager: tuple[Link, ...]
    total: int

    @property
    def title(self) -> str:
        """The value in words."""
        return self.facet.words(self.here.site, self.value)

    @property
    def current(self) -> tuple[str, str]:
        """What the bar marks."""
        return self.facet.key, self.value


@dataclass(frozen=True)
class Heading:
    """What a page of a list says of itself: its words, the length of the whole list, its parts.

    current  (facet, value) of the page, or two empty texts
    part     the letter or month of the page, or ""
    """

    title: str
    description: str
    total: int
    pager: tuple[Link, ...] = ()
    current: tuple[str, str] = ("", "")
    part: str = ""


def faceted(site: Site, folder: str, entries: Iterable[E], facets: Sequence[Facet[E]]) -> FacetedList[E]:
    """Group the entries by each facet; values in the facet's order."""
    found = list(entries)
    return FacetedList(site, folder, found, {facet.key: _grouped(site, facet, found) for facet in facets}, facets)


def value_url(folder: str, facet: str, value: str) -> str:
    """The address of a value's page below the site's root."""
    return f"{folder}/{facet}/{value}.html"


def _grouped(site: Site, facet: Facet[E], entries: Sequence[E]) -> dict[str, list[E]]:
    groups: dict[str, list[E]] = defaultdict(list)
    for entry in entries:
        groups[facet.value(site, entry)].append(entry)
    order = facet.order
    most_first = sorted(groups, key=lambda value: (-len(groups[value]), value))
    ordered = sorted(groups, key=lambda value: (order(site, value), value)) if order else most_first
    return {value: groups[value] for value in ordered}
