"""Reads all records below `briefings/`; what fails becomes a problem and is left out."""

from collections.abc import Mapping, Sequence
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
    """All records by file stem, and a problem for each that cannot be read.

    unread   problems of the seeds: a seed that could not be read is no missing one
    unsaved  path relative to the project -> bytes that stand for the file's own, or for a file that is not there
    """
    found: dict[str, dict[str, Record[Model]]] = {kind: {} for kind in ("", "pages", *FOLDERS)}
    problems: list[Problem] = []
    unreadable = {problem.path for problem in unread if problem.severity == "error"}
    for path in sorted({*briefings.rglob("*.md"), *(root / name for name in unsaved)}):
        relative = path.relative_to(root).as_posix()
        data = unsaved[relative] if relative in unsaved else path.read_bytes()
        model = model_of(path.relative_to(briefings).as_posix())
        record, faults = load_record(data, relative=relative, model=model, vocabulary=vocabulary)
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


def _put(found: dict[str, dict[str, Record[Model]]], record: Record[Model], path: Path, briefings: Path) -> None:
    parts = path.relative_to(briefings).parts
    kind = "" if isinstance(record.data, Briefing) else "pages" if isinstance(record.data, PlainPage) else parts[0]
    key = "/".join(parts).removesuffix(".md") if kind == "pages" else record.stem
    found[kind][key] = record


def _typed(records: Mapping[str, Record[Model]], model: type[M]) -> dict[str, Record[M]]:
    return {key: record for key, record in records.items() if isinstance(record.data, model)}  # type: ignore[misc]
