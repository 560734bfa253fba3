"""What goes into a reader of one format, and what comes out of it."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from dateline.model import Problem, Seed


@dataclass(frozen=True)
class SeedFile:
    """One file below `seeds/`.

    path   relative to the project, with forward slashes
    data   its bytes
    root   the project's folder
    texts  the folder of frozen texts
    """

    path: str
    data: bytes
    root: Path
    texts: Path

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePosixPath(self.path).stem


@dataclass(frozen=True)
class Found:
    """A seed and the line (1-based) of its file at which it starts."""

    seed: Seed
    line: int = 1


@dataclass(frozen=True)
class Reading:
    """All that one file gave: its seeds and its problems."""

    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
