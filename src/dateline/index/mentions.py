"""The sentence in which each briefing first names each actor and place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.index.cited import Named
from dateline.index.entries import Mention, NameTarget
from dateline.index.matching import NameFound, names_in
from dateline.kept import KeptParts
from dateline.markdown import sentence_spans, text_blocks
from dateline.model import Actor, Corpus, Location, Record
from dateline.model.names import all_names

Target = tuple[str, str]
Names = Mapping[str, NameTarget]
Mentions = Mapping[Target, tuple[Mention, ...]]


def mentions_of(corpus: Corpus, named: Mapping[str, Named], names: Mapping[str, Names], kept: KeptParts) -> Mentions:
    """(kind, id) -> mentions, newest briefing first; kind is `actor` or `location`."""
    found: dict[Target, list[Mention]] = defaultdict(list)
    people = kept.equal(_people, _people(corpus))
    newest = sorted(corpus.briefings, key=lambda key: (corpus.briefings[key].data.date, key), reverse=True)
    for key in newest:
        record = corpus.briefings[key]
        for target, mention in kept.of(_mentions_in, record.stem, record.body, names[key], named[key], people):
            found[target].append(mention)
    return {target: kept.row(mentions) for target, mentions in found.items()}


def _people(corpus: Corpus) -> frozenset[str]:
    return frozenset(key for key, record in corpus.actors.items() if record.data.kind == "person")


def _spellings(named: Named) -> Iterator[tuple[Target, Names]]:
    """Record -> its own names."""
    kinds: tuple[tuple[str, Mapping[str, Record[Actor] | Record[Location]]], ...] = (
        ("actor", named.actors),
        ("location", named.locations),
    )
    for kind, records in kinds:
        for key, record in records.items():
            yield (kind, key), {name: NameTarget(kind, (key,)) for name in all_names(record.data)}


def _mentions_in(
    briefing: str, body: str, names: Names, named: Named, people: frozenset[str]
) -> tuple[tuple[Target, Mention], ...]:
    """Each record's first mention. people: ids of actors that are persons."""
    linked = dict(_first_mentions(briefing, body, names))
    blocks = [block.text for block in text_blocks(body)]
    for target, own in _spellings(named):
        if target not in linked:
            found = ((text, item) for text in blocks for item in names_in(text, own))
            first = next(((text, it) for text, it in found if _stands_for_it(text, it, names, people)), None)
            linked |= {target: _mention(briefing, *first)} if first else {}
    return tuple(linked.items())


def _stands_for_it(text: str, item: NameFound, names: Names, people: frozenset[str]) -> bool:
    """True under another record's link (“Ohio” in “Ohio Senate”), unless within a person's name or a compound.

    Where nothing is linked a name is left out on purpose.
    """
    over = [other for other in names_in(text, names) if other.start <= item.start and item.end <= other.end]
    joined = "-" in (text[item.start - 1 : item.start], text[item.end : item.end + 1])
    named = (key for other in over if other.target.kind == "actor" for key in other.target.ids)
    return bool(over) and not joined and people.isdisjoint(named)


def _first_mentions(briefing: str, body: str, names: Names) -> Iterator[tuple[Target, Mention]]:
    """A name that several share counts for each of them only where nothing else names that one."""
    found = [(block.text, item) for block in text_blocks(body) for item in names_in(block.text, names)]
    own = [(text, item) for text, item in found if len(item.target.ids) == 1]
    shared = [(text, item) for text, item in found if len(item.target.ids) > 1]
    seen: set[Target] = set()
    for text, item in (*own, *shared):
        for target in ((item.target.kind, key) for key in item.target.ids):
            if target not in seen:
                seen.add(target)
                yield target, _mention(briefing, text, item)


def _mention(briefing: str, text: str, item: NameFound) -> Mention:
    spans = sentence_spans(text)
    left, right = next(((a, b) for a, b in spans if a <= item.start < b), (0, len(text)))
    after = text[item.end : max(right, item.end)]
    return Mention(briefing, text[left : item.start], text[item.start : item.end], after)
