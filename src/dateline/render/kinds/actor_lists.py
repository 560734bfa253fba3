"""Actors A to Z: on one page, or one page a letter where they are many."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.index.entries import ActorEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.rows import actor_row
from dateline.render.site import Here, Site
from dateline.render.split import ROWS, parts
from dateline.render.views import ActorRow, Group, Link

_MOST_NAMED = 40


def pages(site: Site) -> Iterator[Page]:
    """`actors/index`, and `actors/az/LETTER` where the whole list would be too long for one page."""
    letters: dict[str, list[ActorEntry]] = defaultdict(list)
    for entry in site.index.actors.values():
        letters[entry.letter].append(entry)
    ordered = sorted(letters, key=lambda letter: (letter == "#", letter))
    split = len(site.index.actors) > ROWS
    here = Here(site, "actors/index.md")
    yield site.page(
        here,
        "actors",
        title="Actors",
        description="People, groups, states and bodies that briefings name.",
        total=plural(len(site.index.actors), "actor"),
        letters=[_letter_link(here, letter, len(letters[letter]), split=split) for letter in ordered],
        groups=_most_named(here, site) if split else _groups(here, ordered, letters),
    )
    for letter in ordered if split else ():
        yield from _letter(site, letter, letters[letter])


def _groups(here: Here, ordered: Sequence[str], letters: dict[str, list[ActorEntry]]) -> list[Group]:
    return [
        Group(_key(letter), _label(letter), _rows(here, letters[letter]), len(letters[letter])) for letter in ordered
    ]


def _most_named(here: Here, site: Site) -> list[Group]:
    most = sorted(site.index.actors.values(), key=lambda entry: (-len(entry.briefings), entry.sort_name, entry.id))
    return [Group("most-named", "Named most often", _rows(here, most[:_MOST_NAMED]), _MOST_NAMED)]


def _rows(here: Here, entries: Sequence[ActorEntry]) -> tuple[ActorRow, ...]:
    return tuple(actor_row(here, entry) for entry in entries)


def _letter(site: Site, letter: str, entries: Sequence[ActorEntry]) -> Iterator[Page]:
    for here, chunk, pager in parts(site, f"actors/az/{_key(letter)}.md", entries):
        yield site.page(
            here,
            "actors_letter",
            title=f"Actors: {_label(letter)}",
            description=f"{plural(len(entries), 'actor')} under {_label(letter)}.",
            total=plural(len(entries), "actor"),
            rows=_rows(here, chunk),
            pager=pager,
        )


def _letter_link(here: Here, letter: str, count: int, *, split: bool) -> Link:
    target = here.to(f"actors/az/{_key(letter)}.html") if split else f"#{_key(letter)}"
    return Link(target, _label(letter), str(count))


def _key(letter: str) -> str:
    return "other" if letter == "#" else letter.lower()


def _label(letter: str) -> str:
    return "Other scripts and numbers" if letter == "#" else letter
