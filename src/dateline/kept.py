"""What was read from files, kept for as long as the files stay as they are."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

V = TypeVar("V")
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
