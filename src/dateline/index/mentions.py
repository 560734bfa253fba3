"""The sentence in which each briefing first names each actor and place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dateline.index.cited import Cited
from dateline.index.entries import Mention, NameTarget
from dateline.index.matching import NameFound, names_in
from dateline.markdown import sentence_spans, text_blocks
from dateline.model import Corpus
from dateline.model.names import all_names

_KEPT = 20_000  # briefings whose mentions are not looked for again by a server, where a change left them as they were
Names = tuple[tuple[str, NameTarget], ...]
Mentions = Mapping[tuple[str, str], tuple[Mention, ...]]


def mentions_of(corpus: Corpus, cited: Mapping[str, Cited], names: Mapping[str, Mapping[str, NameTarget]]) -> Mentions:
    """(kind, id) -> mentions, newest briefing first; kind is `actor` or `location`."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    newest = sorted(corpus.briefings, key=lambda key: (corpus.briefings[key].data.date, key), reverse=True)
    for key in newest:
        spelt = tuple(_spellings(corpus, cited[key]))
        people = frozenset(_people(corpus, names[key]))
        body = corpus.briefings[key].body
        for target, mention in _mentions_in(key, body, tuple(names[key].items()), spelt, people):
            found[target].append(mention)
    return {target: tuple(mentions) for target, mentions in found.items()}


def _spellings(corpus: Corpus, cited: Cited) -> Iterator[tuple[tuple[str, str], Names]]:
    for kind, records, ids in (
        ("actor", corpus.actors, cited.actors),
        ("location", corpus.locations, cited.locations),
    ):
        for key in (key for key in ids if key in records):
            names = all_names(records[key].data)
            yield (kind, key), tuple((name, NameTarget(kind, (key,))) for name in names)


def _people(corpus: Corpus, names: Mapping[str, NameTarget]) -> Iterator[str]:
    keys = (key for target in names.values() if target.kind == "actor" for key in target.ids)
    yield from (key for key in keys if corpus.actors[key].data.kind == "person")


@lru_cache(maxsize=_KEPT)
def _mentions_in(
    briefing: str, body: str, names: Names, spelt: tuple[tuple[tuple[str, str], Names], ...], people: frozenset[str]
) -> tuple[tuple[tuple[str, str], Mention], ...]:
    """Each record's first mention. spelt: record -> its own names; people: ids of actors that are persons."""
    linked = dict(_first_mentions(briefing, body, dict(names)))
    blocks = [block.text for block in text_blocks(body)]
    for target, own in spelt:
        if target not in linked:
            found = ((text, item) for text in blocks for item in names_in(text, dict(own)))
            first = next(((text, it) for text, it in found if _stands_for_it(text, it, dict(names), people)), None)
            linked |= {target: _mention(briefing, *first)} if first else {}
    return tuple(linked.items())


def _stands_for_it(text: str, item: NameFound, names: Mapping[str, NameTarget], people: frozenset[str]) -> bool:
    """True under another record's link (“Ohio” in “Ohio Senate”), unless within a person's name or a compound.

    Where nothing is linked a name is left out on purpose.
    """
    over = [other for other in names_in(text, names) if other.start <= item.start and item.end <= other.end]
    joined = "-" in (text[item.start - 1 : item.start], text[item.end : item.end + 1])
    named = (key for other in over if other.target.kind == "actor" for key in other.target.ids)
    return bool(over) and not joined and people.isdisjoint(named)


def _first_mentions(
    briefing: str, body: str, names: Mapping[str, NameTarget]
) -> Iterator[tuple[tuple[str, str], Mention]]:
    """A name that several share counts for each of them only where nothing else names that one."""
    found = [(block.text, item) for block in text_blocks(body) for item in names_in(block.text, names)]
    own = [(text, item) for text, item in found if len(item.target.ids) == 1]
    shared = [(text, item) for text, item in found if len(item.target.ids) > 1]
    seen: set[tuple[str, str]] = set()
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
