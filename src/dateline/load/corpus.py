"""Reads all records below `briefings/`; what fails becomes a problem and is left out."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from dateline.kept import KeptFiles
from dateline.load.kinds import FOLDERS, model_of
from dateline.load.record import load_record
from dateline.model import (
    Actor,
    Briefing,
    Corpus,
    Incident,
    Location,
    Model,
    PlainPage,
    Problem,
    Record,
    Seed,
)
from dateline.vocabulary import Vocabulary

M = TypeVar("M", bound=Model)


LoadedRecord = tuple[Record[Any] | None, list[Problem]]
"""A file's record, or None with what is wrong with it."""


def load_corpus(
    briefings: Path,
    *,
    root: Path,
    seeds: Mapping[str, Seed],
    vocabulary: Vocabulary,
    unread: Sequence[Problem] = (),
    unsaved: Mapping[str, bytes] = MappingProxyType({}),
    kept: KeptFiles[LoadedRecord] | None = None,
) -> tuple[Corpus, tuple[Problem, ...]]:
    """What the folder holds, as `corpus_of` reads it.

    unsaved  path relative to the project -> bytes that stand for the file's own, or for a file that is not there
    kept     records of an earlier call, for files that did not change since
    """
    known = kept or KeptFiles()

    def load(path: str) -> LoadedRecord:
        if path in unsaved:
            return _record(path, unsaved[path], vocabulary)
        return known.of(f"{root}/{path}", lambda: _record(path, (root / path).read_bytes(), vocabulary))

    paths = sorted({*_files(briefings, root), *unsaved})
    return _corpus(((path, load(path)) for path in paths), seeds=seeds, unread=unread)


def corpus_of(
    files: Iterable[tuple[str, bytes]],
    *,
    seeds: Mapping[str, Seed],
    vocabulary: Vocabulary,
    unread: Sequence[Problem] = (),
) -> tuple[Corpus, tuple[Problem, ...]]:
    """All records by file stem, and a problem for each that cannot be read.

    files   (path relative to the project, bytes) in the order of their paths
    unread  problems of the seeds: a seed that could not be read is no missing one
    """
    loaded = ((path, _record(path, content, vocabulary)) for path, content in files)
    return _corpus(loaded, seeds=seeds, unread=unread)


def _record(path: str, content: bytes, vocabulary: Vocabulary) -> LoadedRecord:
    return load_record(content, relative=path, model=model_of(path), vocabulary=vocabulary)


def _files(briefings: Path, root: Path) -> Iterator[str]:
    """Each Markdown file's path relative to the project: as texts, since a server asks at each change."""
    above = len(str(root)) + 1
    for folder, _, names in os.walk(briefings):
        inside = folder[above:].replace(os.sep, "/")
        yield from (f"{inside}/{name}" for name in names if name.endswith(".md"))


def _corpus(
    loaded: Iterable[tuple[str, LoadedRecord]], *, seeds: Mapping[str, Seed], unread: Sequence[Problem]
) -> tuple[Corpus, tuple[Problem, ...]]:
    found: dict[str, dict[str, Record[Model]]] = {kind: {} for kind in ("", "pages", *FOLDERS)}
    problems: list[Problem] = []
    unreadable = {problem.path for problem in unread if problem.severity == "error"}
    for path, (record, faults) in loaded:
        problems += faults
        if record is None:
            unreadable.add(path)
        else:
            _put(found, record)
    corpus = Corpus(
        briefings=_typed(found[""], Briefing),
        actors=_typed(found["actors"], Actor),
        locations=_typed(found["locations"], Location),
        incidents=_typed(found["incidents"], Incident),
        pages=_typed(found["pages"], PlainPage),
        seeds=seeds,
        unreadable=frozenset(unreadable),
    )
    return corpus, tuple(problems)


def _put(found: dict[str, dict[str, Record[Model]]], record: Record[Model]) -> None:
    parts = record.path.split("/")[1:]
    kind = "" if isinstance(record.data, Briefing) else "pages" if isinstance(record.data, PlainPage) else parts[0]
    key = "/".join(parts).removesuffix(".md") if kind == "pages" else record.stem
    found[kind][key] = record


def _typed(records: Mapping[str, Record[Model]], model: type[M]) -> dict[str, Record[M]]:
    return {key: record for key, record in records.items() if isinstance(record.data, model)}  # type: ignore[misc]
