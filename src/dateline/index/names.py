"""Which names may be linked in a briefing's prose, and to what."""

from collections.abc import Iterable, Mapping

from dateline.index.cited import Cited
from dateline.index.entries import NameTarget
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
    """Names that stand in the prose -> target; places yield to actors of the same name.

    A weak alias (kunya, nom de guerre, short form) counts only where the full name stands in the text.
    A shared name leads to one actor only where that one's full name stands in the text and no other's does.
    """
    text = plain_text(record.body)
    found: dict[str, NameTarget] = {}
    for kind, ids in (("location", cited.locations), ("actor", cited.actors)):
        records: Mapping[str, Record[Actor] | Record[Location]]
        records = corpus.actors if kind == "actor" else corpus.locations
        for key in (key for key in ids if key in records):
            for name in _usable(records[key].data, text, vocabulary):
                found[name] = _target(kind, key, name, text, corpus, shared)
    return found


def _usable(record: Actor | Location, text: str, vocabulary: Vocabulary) -> Iterable[str]:
    if record.name in text:
        yield record.name
    for alias in record.aliases:
        weak = vocabulary["alias-kinds"][alias.kind]["weak"]
        if alias.name in text and (not weak or record.name in text):
            yield alias.name


def _target(
    kind: str, key: str, name: str, text: str, corpus: Corpus, shared: Mapping[str, tuple[str, ...]]
) -> NameTarget:
    if kind == "location" or name not in shared:
        return NameTarget(kind, (key,))
    spelled_out = [other for other in shared[name] if _stands_in_full(corpus.actors[other].data, name, text)]
    return NameTarget(kind, tuple(spelled_out) if len(spelled_out) == 1 else shared[name])


def _stands_in_full(actor: Actor, name: str, text: str) -> bool:
    return any(other != name and len(other) > len(name) and other in text for other in all_names(actor))
