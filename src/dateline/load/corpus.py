"""Reads all records below `briefings/`; what fails becomes a problem and is left out."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

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


def load_corpus(
    briefings: Path,
    *,
    root: Path,
    seeds: Mapping[str, Seed],
    vocabulary: Vocabulary,
    unread: Sequence[Problem] = (),
    unsaved: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[Corpus, tuple[Problem, ...]]:
    """What the folder holds, as `corpus_of` reads it.

    unsaved: path relative to the project -> bytes that stand for the file's own, or for a file that is not there
    """
    there = (path.relative_to(root).as_posix() for path in briefings.rglob("*.md"))
    paths = sorted({*there, *unsaved})
    files = ((path, unsaved[path] if path in unsaved else (root / path).read_bytes()) for path in paths)
    return corpus_of(files, seeds=seeds, vocabulary=vocabulary, unread=unread)


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
    found: dict[str, dict[str, Record[Model]]] = {kind: {} for kind in ("", "pages", *FOLDERS)}
    problems: list[Problem] = []
    unreadable = {problem.path for problem in unread if problem.severity == "error"}
    for relative, content in files:
        record, faults = load_record(content, relative=relative, model=model_of(relative), vocabulary=vocabulary)
        problems += faults
        if record is None:
            unreadable.add(relative)
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
