"""Reads all records below `briefings/`; what fails becomes a problem and is left out."""

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
    for path in sorted(briefings.rglob("*.md")):
        relative = path.relative_to(root).as_posix()
        load = partial(load_record, path, relative=relative, model=_model_of(path, briefings), vocabulary=vocabulary)
        record, faults = kept.of(path, load) if kept else load()
        problems += faults
        if record is None:
            unreadable.add(relative)
        else:
            _put(found, record, path, briefings)
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


def _model_of(path: Path, briefings: Path) -> type[Model]:
    parts = path.relative_to(briefings).parts
    if len(parts) == 2 and parts[0] in FOLDERS:
        return FOLDERS[parts[0]]
    return Briefing if len(parts) == 1 and path.name[:4].isdecimal() and path.name[4:5] == "-" else PlainPage


def _put(found: dict[str, dict[str, Record[Model]]], record: Record[Model], path: Path, briefings: Path) -> None:
    parts = path.relative_to(briefings).parts
    kind = "" if isinstance(record.data, Briefing) else "pages" if isinstance(record.data, PlainPage) else parts[0]
    key = "/".join(parts).removesuffix(".md") if kind == "pages" else record.stem
    found[kind][key] = record


def _typed(records: Mapping[str, Record[Model]], model: type[M]) -> dict[str, Record[M]]:
    return {key: record for key, record in records.items() if isinstance(record.data, model)}  # type: ignore[misc]
