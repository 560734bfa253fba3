"""Which names may be linked in a briefing's prose, and to what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.index.cited import Named
from dateline.index.entries import NameTarget
from dateline.index.matching import canonical
from dateline.markdown import plain_text
from dateline.model import Actor, Corpus, Location
from dateline.model.names import all_names
from dateline.vocabulary import Vocabulary


@dataclass(frozen=True)
class Carrier:
    """One of several actors that carry a name. longer: what it is called at greater length, in canonical spelling."""

    actor: str
    longer: tuple[str, ...]


Carriers = Mapping[str, tuple[Carrier, ...]]
"""Name -> the actors that carry it, for names that two or more carry."""


def carriers_of(corpus: Corpus, shared: Mapping[str, tuple[str, ...]]) -> Carriers:
    """The carriers of each shared name."""
    return {name: tuple(_carrier(key, corpus.actors[key].data, name) for key in ids) for name, ids in shared.items()}


def _carrier(key: str, actor: Actor, name: str) -> Carrier:
    return Carrier(key, tuple(canonical(other) for other in all_names(actor) if len(other) > len(name)))


def briefing_names(body: str, named: Named, shared: Carriers, vocabulary: Vocabulary) -> dict[str, NameTarget]:
    """Names that stand in the prose -> target.

    A weak alias (kunya, nom de guerre, short form) counts only where the full name stands in the text, and yields
    to any other name; else a place yields to an actor of the same name. A shared name leads to one actor only
    where that one's full name stands in the text and no other's does.
    """
    text = canonical(plain_text(body))
    found: dict[str, NameTarget] = {}
    for weak in (True, False):
        for key, place in named.locations.items():
            names = _usable(place.data, text, vocabulary, weak=weak)
            found.update({name: NameTarget("location", (key,)) for name in names})
        for key, actor in named.actors.items():
            names = _usable(actor.data, text, vocabulary, weak=weak)
            found.update({name: _target(key, name, text, shared) for name in names})
    return found


def _usable(record: Actor | Location, text: str, vocabulary: Vocabulary, *, weak: bool) -> Iterator[str]:
    in_full = canonical(record.name) in text
    if in_full and not weak:
        yield record.name
    for alias in record.aliases:
        is_weak = bool(vocabulary["alias-kinds"][alias.kind]["weak"])
        if is_weak is weak and canonical(alias.name) in text and (in_full or not weak):
            yield alias.name


def _target(key: str, name: str, text: str, shared: Carriers) -> NameTarget:
    if name not in shared:
        return NameTarget("actor", (key,))
    spelled_out = [carrier for carrier in shared[name] if any(longer in text for longer in carrier.longer)]
    meant = spelled_out if len(spelled_out) == 1 else shared[name]
    return NameTarget("actor", tuple(carrier.actor for carrier in meant))
