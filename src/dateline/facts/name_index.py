"""Finds many known names in a text at once, the longest first."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.text.span import Span

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class NameIndex(Generic[T]):
    """Names by their first word; each with what it stands for."""

    names: Mapping[str, tuple[tuple[str, T], ...]]

    @classmethod
    def of(cls, items: Iterable[tuple[str, T]]) -> "NameIndex[T]":
        """From (name, what it stands for); of equal names the first counts."""
        return cls({}).with_names(items)

    def with_names(self, items: Iterable[tuple[str, T]]) -> "NameIndex[T]":
        """This index and further names."""
        names = dict(self.names)
        for name, value in items:
            word = first_word(name)
            if not word:
                continue
            known = names.get(word, ())
            if name not in (other for other, _ in known):
                names[word] = tuple(sorted((*known, (name, value)), key=lambda item: (-len(item[0]), item[0])))
        return NameIndex(names)

    def without(self, gone: Collection[tuple[str, T]], items: Mapping[str, Sequence[tuple[str, T]]]) -> "NameIndex[T]":
        """This index without some of its names; items: all names that it was made of, in order, by their first word."""
        names = dict(self.names)
        for word in sorted({first_word(name) for name, _ in gone} - {""}):
            left = NameIndex[T].of(item for item in items[word] if item not in gone)
            names |= left.names
            if word not in left.names:
                names.pop(word, None)
        return NameIndex(names)

    def find(self, text: str, start: int = 0) -> Iterator[tuple[Span, T]]:
        """Each name that stands in the text as whole words; none overlaps another."""
        flat = text.replace("\n", " ").replace("’", "'")
        at = start
        for word in _WORD.finditer(flat, start):
            if word.start() < at:
                continue
            for name, value in self.names.get(word[0], ()):
                left = word.start() - name.index(word[0])
                right = left + len(name)
                if left >= at and flat.startswith(name.replace("’", "'"), left) and _whole(flat, left, right):
                    yield Span(left, right), value
                    at = right
                    break


def first_word(name: str) -> str:
    """The word under which a name is kept, "" where it has none."""
    word = _WORD.search(name)
    return word[0] if word else ""


def _whole(text: str, left: int, right: int) -> bool:
    before, after = text[left - 1 : left], text[right : right + 1]
    return not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_")
