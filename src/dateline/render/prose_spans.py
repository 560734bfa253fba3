"""Where quotes and names stand in the words of a body's blocks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.index.entries import NameTarget
from dateline.model import Quote


@dataclass(frozen=True)
class Marked:
    """[start, end) of a quote in one block's words; begins: the quote's first words stand here."""

    start: int
    end: int
    quote: str
    begins: bool


@dataclass(frozen=True)
class Linked:
    """[start, end) of a name in one block's words and the opening tag of its link."""

    start: int
    end: int
    opening: str


def locate_quotes(quotes: Mapping[str, Quote], blocks: Sequence[str]) -> list[list[Marked]]:
    """For each block the quotes in it, by start; a quote over several paragraphs is marked in each."""
    found: list[list[Marked]] = [[] for _ in blocks]
    for name, quote in quotes.items():
        for number, item in _places(name, quote, blocks):
            found[number].append(item)
    return [sorted(items, key=lambda item: (item.start, -item.end, item.quote)) for items in found]


def _places(name: str, quote: Quote, blocks: Sequence[str]) -> list[tuple[int, Marked]]:
    pieces = [piece for piece in re.split(r"\n\s*\n", quote.exact) if piece.strip()]
    patterns = [re.compile(_loosely(piece.strip())) for piece in pieces]
    for number in range(len(blocks) - len(pieces) + 1):
        matches = [_search(pattern, quote, blocks[number + step]) for step, pattern in enumerate(patterns)]
        if matches and all(matches):
            return [
                (number + step, Marked(span[0], span[1], name, step == 0)) for step, span in enumerate(matches) if span
            ]
    return []


def _search(pattern: re.Pattern[str], quote: Quote, block: str) -> tuple[int, int] | None:
    if quote.prefix or quote.suffix:
        head, tail = _loosely(quote.prefix), _loosely(quote.suffix)
        whole = re.search(f"{head}({pattern.pattern}){tail}", block)
        if whole:
            return whole.span(1)
    match = pattern.search(block)
    return match.span() if match else None


def _loosely(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", words))


def name_pattern(names: Mapping[str, NameTarget]) -> re.Pattern[str] | None:
    """Matches any of the names as whole words, the longest first; None where there are none."""
    if not names:
        return None
    choices = "|".join(_loosely(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")


def names_in(
    text: str, pattern: re.Pattern[str] | None, names: Mapping[str, NameTarget]
) -> list[tuple[int, int, str, NameTarget]]:
    """(start, end, name, target) of each name in a block's words, in order, none inside another."""
    found = []
    for match in pattern.finditer(text) if pattern else ():
        name = re.sub(r"\s+", " ", match[0])
        target = names.get(name) or names.get(match[0])
        if target:
            found.append((match.start(), match.end(), name, target))
    return found
