"""Reads all records below `briefings/`; what fails becomes a problem and is left out."""

import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from dateline.kept import KeptFiles
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

FOLDERS: Mapping[str, type[Model]] = {"actors": Actor, "locations": Location, "incidents": Incident}


def load_corpus(
    briefings: Path,
    *,
    root: Path,
    seeds: Mapping[str, Seed],
    vocabulary: Vocabulary,
    unread: Sequence[Problem] = (),
    kept: KeptFiles[LoadedRecord] | None = None,
) -> tuple[Corpus, tuple[Problem, ...]]:
    """All records by file stem, and a problem for each that cannot be read.

    unread  problems of the seeds: a seed that could not be read is no missing one
    kept    records of an earlier call, for files that did not change since
    A file directly below `briefings/` is a briefing where its name begins with a year and a hyphen;
    any other is a plain page. Files in folders other than actors, locations and incidents are plain pages too.
    """
    found: dict[str, dict[str, Record[Model]]] = {kind: {} for kind in ("", "pages", *FOLDERS)}
    problems: list[Problem] = []
    unreadable = {problem.path for problem in unread if problem.severity == "error"}
    above = briefings.relative_to(root).as_posix()
    for parts in _files(briefings):
        inside = "/".join(parts)
        load = partial(_load, briefings / inside, f"{above}/{inside}", _model_of(parts), vocabulary)
        record, faults = kept.of(f"{briefings}/{inside}", load) if kept else load()
        problems += faults
        if record is None:
            unreadable.add(f"{above}/{inside}")
        else:
            _put(found, record, parts)
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


def _files(briefings: Path) -> list[tuple[str, ...]]:
    """The path below the folder of each Markdown file, in order: as texts, since a server asks at each change."""
    found: list[tuple[str, ...]] = []
    for folder, _, names in os.walk(briefings):
        inside = tuple(folder[len(str(briefings)) :].replace("\\", "/").split("/"))[1:]
        found += [(*inside, name) for name in names if name.endswith(".md")]
    return sorted(found)


def _load(path: Path, relative: str, model: type[Model], vocabulary: Vocabulary) -> LoadedRecord:
    return load_record(path, relative=relative, model=model, vocabulary=vocabulary)


def _model_of(parts: Sequence[str]) -> type[Model]:
    name = parts[-1]
    if len(parts) == 2 and parts[0] in FOLDERS:
        return FOLDERS[parts[0]]
    return Briefing if len(parts) == 1 and name[:4].isdecimal() and name[4:5] == "-" else PlainPage


def _put(found: dict[str, dict[str, Record[Model]]], record: Record[Model], parts: Sequence[str]) -> None:
    kind = "" if isinstance(record.data, Briefing) else "pages" if isinstance(record.data, PlainPage) else parts[0]
    key = "/".join(parts).removesuffix(".md") if kind == "pages" else record.stem
    found[kind][key] = record


def _typed(records: Mapping[str, Record[Model]], model: type[M]) -> dict[str, Record[M]]:
    return {key: record for key, record in records.items() if isinstance(record.data, model)}  # type: ignore[misc]
