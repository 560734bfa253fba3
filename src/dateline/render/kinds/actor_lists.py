"""Lists of actors: A to Z on one page or one page a letter, and a page for each kind."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dateline.index.entries import ActorEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.facets import Facet, FacetedList, Heading, ValuePage, faceted
from dateline.render.planned import Planned, planned
from dateline.render.rows import actor_row
from dateline.render.site import Here, Site
from dateline.render.split import parts
from dateline.render.views import ActorRow, Group, Link

_MOST_NAMED = 40
Letters = Mapping[str, Sequence[ActorEntry]]

FACETS: tuple[Facet[ActorEntry], ...] = (
    Facet(
        "kind",
        "Kind",
        lambda _, entry: entry.actor.kind,
        lambda site, value: site.vocabulary.label("actor-kinds", value),
    ),
)


def pages(site: Site) -> Iterator[Planned]:
    """`actors/index`, `actors/kind/KIND`; `actors/az/LETTER` where the whole list would be too long for one page."""
    found = faceted(site, "actors", site.index.actors.values(), FACETS)
    letters = _letters(found.entries)
    here = Here(site, "actors/index.md")
    words = "People, groups, states and bodies that briefings name."
    groups = partial(_groups, here, letters) if found.is_whole else partial(_most_named, here)
    yield _page(here, found, letters, groups, Heading("Actors", words, len(found.entries)))
    if not found.is_whole:
        yield from _letter_pages(found, letters)
    yield from found.value_pages(lambda page: _kind_page(found, letters, page))


def _letter_pages(found: FacetedList[ActorEntry], letters: Letters) -> Iterator[Planned]:
    for letter, entries in letters.items():
        words = f"{plural(len(entries), 'actor')} under {_label(letter)}."
        for here, chunk, pager in parts(found.site, f"actors/az/{_key(letter)}.md", entries):
            heading = Heading(f"Actors: {_label(letter)}", words, len(entries), pager, part=letter)
            yield _page(here, found, letters, partial(_groups, here, {letter: chunk}), heading)


def _kind_page(found: FacetedList[ActorEntry], letters: Letters, page: ValuePage[ActorEntry]) -> Planned:
    words = f"{plural(page.total, 'actor')} of the kind “{page.title}”, A to Z."
    heading = Heading(f"Actors: {page.title}", words, page.total, page.pager, page.current)
    return _page(page.here, found, letters, partial(_groups, page.here, _letters(page.entries)), heading)


@planned
def _page(
    here: Here, found: FacetedList[ActorEntry], letters: Letters, grouped: Callable[[], list[Group]], heading: Heading
) -> Page:
    groups = grouped()
    shown = sum(len(group.rows) for group in groups)
    is_index = here.path == "actors/index.md"
    return here.site.page(
        here,
        "actors",
        title=heading.title,
        description=heading.description,
        facets=found.bar(here, heading.current),
        letters=[_letter_link(here, found, key, heading.part, len(letters[key])) for key in letters]
        if not heading.current[0]
        else [],
        groups=groups,
        is_whole=shown == heading.total,
        shown=f"{shown:,}",
        total=plural(heading.total, "actor"),
        pager=heading.pager,
        back=None if is_index else Link(here.to("actors/index.html"), "Actors"),
    )


def _letters(entries: Sequence[ActorEntry]) -> Letters:
    """Letter -> its actors; names that begin with no Latin letter last."""
    letters: dict[str, list[ActorEntry]] = defaultdict(list)
    for entry in entries:
        letters[entry.letter].append(entry)
    return {letter: letters[letter] for letter in sorted(letters, key=lambda letter: (letter == "#", letter))}


def _groups(here: Here, letters: Letters) -> list[Group]:
    return [
        Group(_key(letter), _label(letter), _rows(here, entries), len(entries)) for letter, entries in letters.items()
    ]


def _most_named(here: Here) -> list[Group]:
    most = sorted(here.site.index.actors.values(), key=lambda entry: (-len(entry.briefings), entry.sort_name, entry.id))
    return [Group("most-named", "Named most often", _rows(here, most[:_MOST_NAMED]), _MOST_NAMED)]


def _rows(here: Here, entries: Sequence[ActorEntry]) -> tuple[ActorRow, ...]:
    return tuple(
        replace(actor_row(here, entry), values=tuple((facet.key, facet.value(here.site, entry)) for facet in FACETS))
        for entry in entries
    )


def _letter_link(here: Here, found: FacetedList[ActorEntry], letter: str, current: str, count: int) -> Link:
    target = f"#{_key(letter)}" if found.is_whole else here.to(f"actors/az/{_key(letter)}.html")
    return Link("" if letter == current else target, "0–9, other scripts" if letter == "#" else letter, f"{count:,}")


def _key(letter: str) -> str:
    return "other" if letter == "#" else letter.lower()


def _label(letter: str) -> str:
    return "Other scripts and numbers" if letter == "#" else letter
