"""seeds ─read─▶ Seed: finds the files, hands each to the reader of its ending, collects what they give."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from dateline.kept import KeptFiles
from dateline.model import Problem, Seed
from dateline.read.faults import SeedError
from dateline.read.lines import read_lines
from dateline.read.markdown import read_markdown
from dateline.read.plain import read_plain
from dateline.read.source import Found, Reading, SeedFile
from dateline.read.web import read_web

# What would break a ref, a line of a report, or a system that reads names as UTF-8.
_NOT_IN_NAMES = re.compile(r"[#\x00-\x1f\x7f\ud800-\udfff]")

READERS: Mapping[str, Callable[[SeedFile], Reading]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_web,
    ".htm": read_web,
    ".jsonl": read_lines,
}


def read_seeds(
    seeds: Path, *, root: Path, texts: Path, kept: KeptFiles[Reading] | None = None
) -> tuple[dict[str, Seed], tuple[Problem, ...]]:
    """All seeds below a folder by ref, and what cannot be read, each in order of its name.

    Hidden files and files named `README` are no seeds. Equal text in two seeds is a warning.

    kept  readings of an earlier call, for files that did not change since
    """
    files: dict[str, list[Path]] = {}
    for path in _files(seeds):
        files.setdefault(_name(path, root), []).append(path)
    reads = ((path, partial(_read, path, root=root, texts=texts)) for path, *_ in files.values())
    readings = [kept.of(str(path), read) if kept else read() for path, read in reads]
    readings += [Reading(problems=(_same_name(name),)) for name, (_, *others) in files.items() for _ in others]
    found = sorted((item for reading in readings for item in reading.found), key=lambda item: item.seed.ref)
    problems = [problem for reading in readings for problem in reading.problems]
    return {item.seed.ref: item.seed for item in found}, tuple(sorted([*problems, *_duplicates(found)]))


def read_seed_file(path: Path, *, root: Path, texts: Path) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """The seeds of one file (a `.jsonl` holds many) and its problems."""
    reading = _read(path, root=root, texts=texts)
    return tuple(item.seed for item in reading.found), reading.problems


def _files(seeds: Path) -> Iterator[Path]:
    for path in sorted(seeds.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(seeds).parts)
        if not hidden and path.stem.upper() != "README" and not path.is_dir():
            yield path


def _name(path: Path, root: Path) -> str:
    """A file's path below the project in NFC, as all texts are; a Mac may keep “é” as a letter and its accent."""
    return unicodedata.normalize("NFC", path.relative_to(root).as_posix())


def read_file(file: SeedFile) -> Reading:
    """What one file of a known ending gives: its seeds, or the problem that it cannot be read."""
    try:
        return READERS[PurePosixPath(file.path).suffix.lower()](file)
    except SeedError as error:
        return Reading(problems=(error.problem(file.path),))


def _read(path: Path, *, root: Path, texts: Path) -> Reading:
    relative = _name(path, root)
    shown = _shown(relative)
    if path.suffix.lower() not in READERS:
        return Reading(problems=(_unknown(shown),))
    try:
        _check_name(relative)
        return read_file(SeedFile(relative, _bytes(path), root, texts))
    except SeedError as error:
        return Reading(problems=(error.problem(shown),))


def _unknown(path: str) -> Problem:
    *others, last = READERS
    message = f"a seed should end in {', '.join(others)} or {last}; this file is not read; convert or remove it"
    return Problem(path, 1, "seed-format", message, "warning")


def _same_name(path: str) -> Problem:
    message = "a seed's name must be unlike every other also where accents are written differently; rename one of them"
    return Problem(_shown(path), 1, "seed-name", message)


def _shown(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _check_name(path: str) -> None:
    if _NOT_IN_NAMES.search(path):
        raise SeedError(
            "a seed's name must be UTF-8 text without '#' and control characters; rename the file", rule="seed-name"
        )


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise SeedError("must be an ordinary file, and is none; remove it")
    try:
        return path.read_bytes()
    except OSError as error:
        raise SeedError(f"must be a file that can be read: {(error.strerror or str(error)).lower()}") from None


def _duplicates(found: Iterable[Found]) -> Iterator[Problem]:
    first: dict[str, Seed] = {}
    for item in found:
        seed = item.seed
        other = first.setdefault(" ".join(seed.text.split()), seed)
        if other is not seed:
            message = f"a text should stand in one seed, this one is the same as {other.ref}; remove one"
            yield Problem(seed.path, item.line, "seed-duplicate", message, "warning")
