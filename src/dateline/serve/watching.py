"""Tells when the files of a project change."""

from collections.abc import Generator, Iterable
from pathlib import Path
from threading import Event

from watchfiles import DefaultFilter, watch

_LOOK = 500  # milliseconds between looks at what the system does not report
_FILTER = DefaultFilter(ignore_entity_patterns=(*DefaultFilter.ignore_entity_patterns, r"^\."))

Stamp = tuple[int, int, int] | None


def changes(folders: Iterable[Path], file: Path, *, stop: Event) -> Generator[None]:
    """Yield once as soon as watching has begun, then after each change; what changes meanwhile is kept.

    Folders are watched with all that is in them, hidden files left out; they may come and go. The one file is
    looked at twice a second: editors replace it, which ends the system's reports about it.
    """
    watched = tuple(folders)
    seen, due = (_stamp(file, times=True)), True
    while not stop.is_set():
        there = {folder: _stamp(folder) for folder in watched}
        paths = [folder for folder, stamp in there.items() if stamp]
        for found in watch(*paths, watch_filter=_FILTER, rust_timeout=_LOOK, yield_on_timeout=True, stop_event=stop):
            now = _stamp(file, times=True)
            moved = there != {folder: _stamp(folder) for folder in watched}
            due, seen = due or bool(found) or moved or now != seen, now
            if moved:
                break
            if due:
                due = False
                yield


def _stamp(path: Path, *, times: bool = False) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns, status.st_size) if times else (status.st_ino, 0, 0)
