"""What was read from files, and what was made of it, kept for as long as what it was made of stays."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar, TypeVarTuple

V = TypeVar("V")
Given = TypeVarTuple("Given")
Stamp = tuple[int, int, int] | None


def stamp(path: str | Path) -> Stamp:
    """What tells one state of a file from another: its number on the disk, time of change and size; None without it."""
    try:
        status = os.stat(path)  # noqa: PTH116 - thousands at each change, for which no `Path` need be made
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


class KeptFiles(Generic[V]):
    """Values by file. A caller that reads a folder again gets the very same values for files that did not change."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Stamp, V]] = {}

    def of(self, path: str, make: Callable[[], V]) -> V:
        """The value of a file, made anew where the file changed since."""
        now = stamp(path)
        known = self._kept.get(path)
        if known and now and known[0] == now:
            return known[1]
        self._kept[path] = now, make()
        return self._kept[path][1]


class KeptParts:
    """What pure functions gave for the very same values, from one making of a whole to the next.

    Values are told apart by identity, which costs the same for a long text as for a number: what is equal and not the
    same is made anew. Only what the last making and this one used is held.
    """

    def __init__(self, before: "KeptParts | None" = None) -> None:
        """before: the parts of the last making, of which nothing older is held from now on."""
        self.before = before.parts if before else {}
        self.parts: dict[tuple[int, ...], tuple[Any, Any]] = {}

    def of(self, make: Callable[[*Given], V], *given: *Given) -> V:
        """What `make` gives for these values, none of which may change. `make` is a function that stays."""
        key = (id(make), *map(id, given))
        found = self.parts.get(key)
        if found is None:
            # the values are held with the part, so that no other value gets the number of one
            found = self.parts[key] = self.before.get(key) or ((make, given), make(*given))
        part: V = found[1]
        return part

    def row(self, items: Sequence[V]) -> tuple[V, ...]:
        """The items as a tuple: the very same one for the very same items."""
        return self.of(_row, *items) if items else ()

    def equal(self, make: Callable[..., V], value: V) -> V:
        """The value, or the equal one of the last making. `make`: what made it."""
        known = self.before.get((id(make),))
        kept: V = known[1] if known and known[1] == value else value
        self.parts[(id(make),)] = (make, kept)
        return kept


def _row(*items: V) -> tuple[V, ...]:
    return items
