"""The names of an actor: who uses which, who else carries them, and what it belongs to."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.index.entries import ActorEntry
from dateline.model import Actor, Alias
from dateline.render.site import Here
from dateline.render.views import Link

_SAME_NAME = ("full", "translation")  # kinds of alias that are the name itself


@dataclass(frozen=True)
class NameView:
    """Another name; used_by: who says it so; words: where it is said. None where not stated."""

    name: str
    lang: str
    kind: str
    used_by: Link | None
    words: Link | None


@dataclass(frozen=True)
class Collision:
    """A name that others carry too."""

    name: Link
    others: tuple[Link, ...]


@dataclass(frozen=True)
class Relation:
    """How the actor stands to others."""

    label: str
    others: tuple[Link, ...]
    basis: str = ""


def script_names(record: Actor) -> tuple[Alias, ...]:
    """The name in other scripts, one a script, to stand beside it; how else the actor is called is told below."""
    found: dict[str, Alias] = {}
    for alias in record.aliases:
        if alias.lang and alias.kind in _SAME_NAME and (script := _script(alias.name)) not in ("", "LATIN"):
            found.setdefault(script, alias)
    return tuple(found.values())


def _script(name: str) -> str:
    """The script of the first letter as Unicode names it (`LATIN`, `ARABIC`, `CJK`), or ""."""
    letter = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0]


def name_views(here: Here, record: Actor) -> tuple[NameView, ...]:
    """All other names in the order of the record."""
    return tuple(_name(here, alias) for alias in record.aliases)


def _name(here: Here, alias: Alias) -> NameView:
    return NameView(
        name=alias.name,
        lang=alias.lang,
        kind=here.site.vocabulary.label("alias-kinds", alias.kind),
        used_by=here.actor(alias.used_by) if alias.used_by else None,
        words=_words(here, alias.quote),
    )


def _words(here: Here, quote: str) -> Link | None:
    """`BRIEFING#QUOTE` as a link to those words."""
    briefing, _, key = quote.partition("#")
    return here.briefing(briefing, f"q-{key}") if briefing in here.site.index.briefings else None


def collisions(here: Here, entry: ActorEntry) -> tuple[Collision, ...]:
    """Names that other actors carry too."""
    return tuple(
        Collision(here.shared_name(name), tuple(here.actor(other) for other in others))
        for name, others in entry.collisions.items()
    )


def relations(here: Here, entry: ActorEntry) -> tuple[Relation, ...]:
    """Membership, and who it is, may be, and is not."""
    return tuple(_relations(here, entry.actor))


def _relations(here: Here, actor: Actor) -> Iterator[Relation]:
    for label, keys in (
        ("Member of", actor.member_of),
        ("Part of", actor.part_of),
        ("Not the same as", actor.not_same_as),
    ):
        if keys:
            yield Relation(label, tuple(here.actor(key) for key in keys))
    if actor.former_ids:
        yield Relation("Recorded before as", tuple(Link("", former) for former in actor.former_ids))
    for maybe in actor.maybe_same_as:
        yield Relation("May be the same as", (here.actor(maybe.actor),), maybe.basis)
    if actor.same_as or actor.wikidata:
        records = [f"https://www.wikidata.org/wiki/{actor.wikidata}"] if actor.wikidata else []
        yield Relation("The same in other records", tuple(Link(url, url) for url in [*records, *actor.same_as]))
