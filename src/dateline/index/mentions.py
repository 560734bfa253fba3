"""The sentence in which each briefing first names each actor and place."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.index.entries import Mention, NameTarget
from dateline.markdown import sentence_spans, text_blocks
from dateline.model import Corpus

Mentions = Mapping[tuple[str, str], tuple[Mention, ...]]


def mentions_of(corpus: Corpus, names: Mapping[str, Mapping[str, NameTarget]]) -> Mentions:
    """(kind, id) -> mentions, newest briefing first; kind is `actor` or `location`."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    newest = sorted(corpus.briefings, key=lambda key: (corpus.briefings[key].data.date, key), reverse=True)
    for key in newest:
        for target, mention in _first_mentions(key, corpus.briefings[key].body, names[key]):
            found[target].append(mention)
    return {target: tuple(mentions) for target, mentions in found.items()}


def _first_mentions(
    briefing: str, body: str, names: Mapping[str, NameTarget]
) -> Iterator[tuple[tuple[str, str], Mention]]:
    if not names:
        return
    choices = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
    seen: set[tuple[str, str]] = set()
    for block in text_blocks(body):
        spans: list[tuple[int, int]] = []
        for match in pattern.finditer(block.text):
            target = names[match[0]]
            fresh = [(target.kind, key) for key in target.ids if (target.kind, key) not in seen]
            if not fresh:
                continue
            seen.update(fresh)
            spans = spans or sentence_spans(block.text)
            mention = _mention(briefing, block.text, spans, match.start(), match.end())
            yield from ((item, mention) for item in fresh)


def _mention(briefing: str, text: str, spans: list[tuple[int, int]], start: int, end: int) -> Mention:
    left, right = next(((a, b) for a, b in spans if a <= start < b), (0, len(text)))
    right = max(right, end)
    return Mention(briefing, text[left:start], text[start:end], text[end:right])
