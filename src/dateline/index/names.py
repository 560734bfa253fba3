"""Which names may be linked in a briefing's prose, and to what."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dateline.index.cited import Cited
from dateline.index.entries import NameTarget
from dateline.index.matching import canonical
from dateline.markdown import plain_text
from dateline.model import Actor, Briefing, Corpus, Location, Record
from dateline.model.names import all_names
from dateline.vocabulary import Vocabulary


def briefing_names(
    record: Record[Briefing],
    cited: Cited,
    corpus: Corpus,
    shared: Mapping[str, tuple[str, ...]],
    vocabulary: Vocabulary,
) -> dict[str, NameTarget]:
    """Names that stand in the prose -> target.

    A weak alias (kunya, nom de guerre, short form) counts only where the full name stands in the text, and yields
    to any other name; else a place yields to an actor of the same name. A shared name leads to one actor only
    where that one's full name stands in the text and no other's does.
    """
    text = _words(record.body)
    found: dict[str, NameTarget] = {}
    for weak in (True, False):
        for key in (key for key in cited.locations if key in corpus.locations):
            names = _usable(corpus.locations[key].data, text, vocabulary, weak=weak)
            found.update({name: NameTarget("location", (key,)) for name in names})
        for key in (key for key in cited.actors if key in corpus.actors):
            names = _usable(corpus.actors[key].data, text, vocabulary, weak=weak)
            found.update({name: _target(key, name, text, corpus, shared) for name in names})
    return found


@lru_cache(maxsize=20_000)
def _words(body: str) -> str:
    """Kept for a server, which asks for the words of every text at each change."""
    return canonical(plain_text(body))


def _usable(record: Actor | Location, text: str, vocabulary: Vocabulary, *, weak: bool) -> Iterator[str]:
    in_full = canonical(record.name) in text
    if in_full and not weak:
        yield record.name
    for alias in record.aliases:
        is_weak = bool(vocabulary["alias-kinds"][alias.kind]["weak"])
        if is_weak is weak and canonical(alias.name) in text and (in_full or not weak):
            yield alias.name


def _target(key: str, name: str, text: str, corpus: Corpus, shared: Mapping[str, tuple[str, ...]]) -> NameTarget:
    if name not in shared:
        return NameTarget("actor", (key,))
    spelled_out = [other for other in shared[name] if _stands_in_full(corpus.actors[other].data, name, text)]
    return NameTarget("actor", tuple(spelled_out) if len(spelled_out) == 1 else shared[name])


def _stands_in_full(actor: Actor, name: str, text: str) -> bool:
    longer = (canonical(other) for other in all_names(actor) if len(other) > len(name))
    return any(other in text for other in longer)
