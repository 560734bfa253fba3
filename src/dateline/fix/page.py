"""One file as the fixes look at it: its text with the places of its items, what it says, what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic_core import ErrorDetails

from dateline.check.finding import Context
from dateline.check.unknown import Referring
from dateline.fix.mend import Edit, Mend
from dateline.frontmatter import Parsed
from dateline.frontmatter.spans import Place, places
from dateline.model import Model, PlainPage, Record
from dateline.model.corpus import KeyPath

_QUOTES = ("'", '"')


@dataclass(frozen=True)
class Page:
    """A file whose front matter can be read.

    path     relative to the project
    text     with line feeds
    model    what it must be
    record   what it is, None where it does not fit its model
    faults   why it does not (pydantic's errors)
    context  all records, as they are on disk or mended already
    """

    path: str
    text: str
    model: type[Model]
    parsed: Parsed
    record: Record[Model] | None
    faults: tuple[ErrorDetails, ...]
    context: Context

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def referring(self) -> Referring | None:
        """The record, where it is of a kind that names others."""
        record: Any = self.record
        return record if record and not isinstance(record.data, PlainPage) else None

    @cached_property
    def places(self) -> Mapping[KeyPath, Place]:
        """Where the items of the front matter stand in the text."""
        return places(self.text)

    def value(self, keys: KeyPath) -> Any:
        """The value at a key path, None where there is none."""
        found: Any = self.parsed.data
        for key in keys:
            inside = isinstance(found, dict) and key in found
            inside = inside or (isinstance(found, list) and isinstance(key, int) and key < len(found))
            found = found[key] if inside else None
        return found

    def with_value(self, keys: KeyPath, new: str) -> Mend | None:
        """A mend that writes another value in the place and the quotes of the one there; None where that cannot be."""
        old, place = self.value(keys), self.places.get(keys)
        edit = self._written(place.value, old, new) if place and isinstance(old, str) else None
        message = f"{_name(keys)} '{old}' is now '{new}'"
        return Mend(self._line(keys), message, (edit,), value=(keys, new)) if edit else None

    def with_key(self, keys: KeyPath, new: str) -> Mend | None:
        """A mend that gives a key another name; None where it cannot be, or a key of that name is there."""
        place = self.places.get(keys)
        taken = self.places.get((*keys[:-1], new))
        edit = self._written(place.key, str(keys[-1]), new) if place and place.key and not taken else None
        message = f"the key '{_name(keys)}' is now '{new}'"
        return Mend(self._line(keys), message, (edit,), key=(keys, new)) if edit else None

    def _written(self, span: tuple[int, int], old: str, new: str) -> Edit | None:
        start, end = span
        inset = 1 if self.text[start:end] in tuple(f"{quote}{old}{quote}" for quote in _QUOTES) else 0
        if self.text[start + inset : end - inset] != old:
            return None
        return Edit(start + inset, end - inset, new)

    def _line(self, keys: KeyPath) -> int:
        return self.parsed.lines.get(keys, 1)


def _name(keys: KeyPath) -> str:
    return ".".join(str(key) for key in keys)
