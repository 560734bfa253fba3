"""Where names stand in a text: whole words, the longest of those that overlap, whatever the kind of space or hyphen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dateline.index.entries import NameTarget

_VARIANTS = str.maketrans({"\u2010": "-", "\u2011": "-", "’": "'", "ʼ": "'"})
_LOOSE = {"-": "[-\u2010\u2011]", "'": "['’ʼ]"}


@dataclass(frozen=True)
class NameFound:
    """[start, end) of a name in a text, the name as its record has it, and what it leads to."""

    start: int
    end: int
    name: str
    target: NameTarget


def canonical(text: str) -> str:
    """The text with plain spaces, hyphens and apostrophes, by which spellings of one name agree."""
    return " ".join(text.translate(_VARIANTS).split())


def names_in(text: str, names: Mapping[str, NameTarget]) -> list[NameFound]:
    """Each name in the text, in order, none inside or across another; of two that overlap the longer."""
    if not names:
        return []
    spelled = {canonical(name): name for name in names}
    matches = [match.span(1) for match in _pattern(tuple(sorted(spelled))).finditer(text)]
    taken: list[tuple[int, int]] = []
    for start, end in sorted(matches, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= left or start >= right for left, right in taken):
            taken.append((start, end))
    found = ((start, end, spelled[canonical(text[start:end])]) for start, end in sorted(taken))
    return [NameFound(start, end, name, names[name]) for start, end, name in found]


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(_loosely(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?=({choices})(?!\w))")


def _loosely(name: str) -> str:
    words = ("".join(_LOOSE.get(letter, re.escape(letter)) for letter in word) for word in name.split())
    return r"\s+".join(words)
