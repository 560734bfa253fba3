"""`Plan ─write─▶ briefings/`: all files or none. What was cut short is written down beforehand and finished later."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from dateline.disk import write_atomic
from dateline.errors import ProjectError
from dateline.model import Problem
from dateline.project import Project
from dateline.records.plan import Change


def write_changes(project: Project, changes: Sequence[Change]) -> None:
    """Write a plan's files. Raises ProjectError, with nothing written, where one was edited since it was read.

    First the whole change is written to one file beside the drafts, in one step; then each of its files, in one step
    each; then that file goes. Cut short before, nothing has happened; cut short after, `finish` does the rest.
    """
    refuse_unfinished(project)
    for change in changes:
        if _digest(_read(project.root / change.path)) != _digest(change.before):
            raise ProjectError(f"{change.path} was edited while the change was made; nothing was written, run it again")
    if changes:
        write_atomic(project.unfinished, json.dumps([_row(change) for change in changes], ensure_ascii=False, indent=1))
        _write(project, json.loads(project.unfinished.read_text(encoding="utf-8")))


def is_unfinished(project: Project) -> bool:
    """True where a change was cut short."""
    return project.unfinished.is_file()


def refuse_unfinished(project: Project) -> None:
    """Raise ProjectError where a change was cut short: another one on top of it could not be finished."""
    if is_unfinished(project):
        raise ProjectError("a change of records was cut short; run dateline rename --resume to finish it first")


def finish(project: Project) -> tuple[str, ...]:
    """Do the rest of a change that was cut short; the paths that it wrote.

    Raises ProjectError, with nothing written, where a person has edited one of its files since.
    """
    if not is_unfinished(project):
        raise ProjectError("there is nothing to finish: no change of records was cut short")
    rows = _rows(project.unfinished)
    for row in rows:
        now = _digest(_read(project.root / row["path"]))
        if now not in (row["before"], _digest(_after(row))):
            raise ProjectError(
                f"{row['path']} was edited after a change of records was cut short; finish or undo that change by hand "
                f"(git diff, git checkout), then remove {project.unfinished.relative_to(project.root).as_posix()}"
            )
    _write(project, rows)
    return tuple(row["path"] for row in rows)


def unfinished_change(project: Project) -> tuple[Problem, ...]:
    """The problem of a change that was cut short: half of a rename must not be published."""
    if not is_unfinished(project):
        return ()
    message = "a change of records must be whole, this one was cut short; run dateline rename --resume to finish it"
    path = project.unfinished.relative_to(project.root).as_posix()
    return (Problem(path, 1, "unfinished-change", message),)


def _row(change: Change) -> dict[str, str | None]:
    after = None if change.after is None else change.after.decode()
    return {"path": change.path, "before": _digest(change.before), "after": after}


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [{"path": _inside(row["path"]), "before": row["before"], "after": row["after"]} for row in rows]
    except (ValueError, TypeError, KeyError):
        raise ProjectError(f"{path} must be as dateline wrote it; undo the change by hand, then remove it") from None


def _inside(path: str) -> str:
    """A path below what people or drafts own, whoever wrote the file (ValueError where it is another)."""
    parts = PurePosixPath(path).parts
    if ".." in parts or parts[0] not in ("briefings", ".dateline") or not path.endswith(".md"):
        raise ValueError(path)
    return path


def _write(project: Project, rows: Sequence[dict[str, Any]]) -> None:
    for row in rows:
        try:
            _put(project.root / row["path"], _after(row))
        except OSError as error:
            advice = "once it can be, run dateline rename --resume, which does the rest"
            raise ProjectError(f"{row['path']} could not be written ({error.strerror}); {advice}") from None
    project.unfinished.unlink()


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        write_atomic(path, content)


def _after(row: dict[str, Any]) -> bytes | None:
    return None if row["after"] is None else str(row["after"]).encode()


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()
