"""Where quotes stand in the words of a body's blocks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dateline.model import Quote

_BETWEEN = "\n\n"


@dataclass(frozen=True)
class Marked:
    """[start, end) of a quote in one block's words.

    begins, ends  its first, its last words stand here
    behind        HTML that follows its last words
    """

    start: int
    end: int
    quote: str
    begins: bool
    ends: bool
    behind: str = ""


@dataclass(frozen=True)
class Linked:
    """[start, end) of a name in one block's words and the opening tag of its link."""

    start: int
    end: int
    opening: str


def locate_quotes(quotes: Mapping[str, Quote], blocks: Sequence[str]) -> list[list[Marked]]:
    """For each block the quotes in it, by start; a quote over several paragraphs is marked in each.

    A prefix or suffix decides between several places; where the text has been edited so that neither stands,
    the first place of the bare words is taken.
    """
    text = _BETWEEN.join(blocks)
    starts = [0, *accumulate(len(block) + len(_BETWEEN) for block in blocks)][: len(blocks)]
    found: list[list[Marked]] = [[] for _ in blocks]
    for name, quote in quotes.items():
        for number, item in _in_blocks(name, _place(quote, text), starts, blocks):
            found[number].append(item)
    return [sorted(items, key=lambda item: (item.start, -item.end, item.quote)) for items in found]


def _place(quote: Quote, text: str) -> tuple[int, int] | None:
    exact = _loosely(quote.exact.strip())
    whole = re.search(f"{_loosely(quote.prefix)}({exact}){_loosely(quote.suffix)}", text)
    if whole:
        return whole.span(1)
    bare = re.search(exact, text)
    return bare.span() if bare else None


def _in_blocks(
    name: str, span: tuple[int, int] | None, starts: Sequence[int], blocks: Sequence[str]
) -> Iterator[tuple[int, Marked]]:
    if span is None:
        return
    pieces = [
        (number, max(span[0] - origin, 0), min(span[1] - origin, len(block)))
        for number, (origin, block) in enumerate(zip(starts, blocks, strict=True))
        if span[0] < origin + len(block) and span[1] > origin and block
    ]
    for place, (number, left, right) in enumerate(pieces):
        yield number, Marked(left, right, name, begins=place == 0, ends=place == len(pieces) - 1)


def _loosely(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", words))
