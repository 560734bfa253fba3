"""`Pages ─stage─▶ build/docs`: written only where changed, what is stale removed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.disk import write_atomic


@dataclass(frozen=True)
class Staged:
    """How many files a staging wrote, removed and found as they should be."""

    written: int
    removed: int
    unchanged: int


def stage(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> Staged:
    """Make a folder hold exactly these files (path below it with forward slashes, content)."""
    kept: set[Path] = set()
    written = 0
    for relative, content in files:
        path = folder / relative
        written += write_atomic(path, content, durable=False)
        kept.add(path)
    removed = _remove_others(folder, kept)
    return Staged(written, removed, len(kept) - written)


def _remove_others(folder: Path, kept: set[Path]) -> int:
    stale = [path for path in folder.rglob("*") if path.is_file() and path not in kept]
    for path in stale:
        path.unlink()
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    return len(stale)
