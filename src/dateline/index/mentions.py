"""The sentence in which each briefing first names each actor and place."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from dateline.index.cited import Cited
from dateline.index.entries import Mention, NameTarget
from dateline.index.matching import NameFound, names_in
from dateline.markdown import sentence_spans, text_blocks
from dateline.model import Corpus
from dateline.model.names import all_names

Mentions = Mapping[tuple[str, str], tuple[Mention, ...]]


def mentions_of(corpus: Corpus, cited: Mapping[str, Cited], names: Mapping[str, Mapping[str, NameTarget]]) -> Mentions:
    """(kind, id) -> mentions, newest briefing first; kind is `actor` or `location`."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    newest = sorted(corpus.briefings, key=lambda key: (corpus.briefings[key].data.date, key), reverse=True)
    for key in newest:
        body = corpus.briefings[key].body
        linked = dict(_first_mentions(key, body, names[key]))
        linked |= dict(_unlinked(key, corpus, cited[key], names[key], known=linked.keys()))
        for target, mention in linked.items():
            found[target].append(mention)
    return {target: tuple(mentions) for target, mentions in found.items()}


def _unlinked(
    briefing: str, corpus: Corpus, cited: Cited, names: Mapping[str, NameTarget], known: Collection[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], Mention]]:
    """Records whose name stands under another's link: “Ohio” in “Ohio Senate”, a country that is an actor too."""
    blocks = [block.text for block in text_blocks(corpus.briefings[briefing].body)]
    for kind, records, ids in (
        ("actor", corpus.actors, cited.actors),
        ("location", corpus.locations, cited.locations),
    ):
        for key in (key for key in ids if key in records and (kind, key) not in known):
            own = {name: NameTarget(kind, (key,)) for name in all_names(records[key].data)}
            found = ((text, item) for text in blocks for item in names_in(text, own))
            first = next(((text, item) for text, item in found if _stands_for_it(text, item, names, corpus)), None)
            if first:
                yield (kind, key), _mention(briefing, *first)


def _stands_for_it(text: str, item: NameFound, names: Mapping[str, NameTarget], corpus: Corpus) -> bool:
    """False within a person's name or a compound, and where nothing is linked: there it is left out on purpose."""
    over = [other for other in names_in(text, names) if other.start <= item.start and item.end <= other.end]
    joined = "-" in (text[item.start - 1 : item.start], text[item.end : item.end + 1])
    return bool(over) and not joined and not any(_is_person(other.target, corpus) for other in over)


def _is_person(target: NameTarget, corpus: Corpus) -> bool:
    return target.kind == "actor" and any(corpus.actors[key].data.kind == "person" for key in target.ids)


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
