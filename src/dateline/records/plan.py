"""`Tree ─change─▶ Plan`: all files that a change of records writes, proved before the first of them is written."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from dateline.frontmatter import FrontMatterError
from dateline.model import Problem
from dateline.records.names import KINDS, Target, target_of_path
from dateline.records.references import references
from dateline.records.rewrite import UnsafeEditError
from dateline.records.tree import Tree


@dataclass(frozen=True)
class Change:
    """One file. before, after: its bytes; None where it is not there. was: the file whose words these are, or ""."""

    path: str
    before: bytes | None
    after: bytes | None
    was: str = ""


@dataclass(frozen=True)
class Plan:
    """What a change of records does.

    changes   in the order of writing: new and edited files, then those that go
    notes     what an editor should know: values that were left out, references that stay
    problems  what the check finds that it did not find before, or why the change cannot be made
    """

    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """True where an error would come from it: nothing may be written."""
        return any(problem.severity == "error" for problem in self.problems)

    @property
    def diff(self) -> str:
        """The changes as `git diff` shows them; a file under a new path beside its old one."""
        old = {change.path: change.before for change in self.changes}
        moved = {change.was for change in self.changes if change.was}
        shown = [change for change in self.changes if change.path not in moved]
        return "".join(
            line
            for change in shown
            for line in _diff(change, change.was or change.path, old[change.was or change.path])
        )


def refused(path: str, line: int, message: str) -> Plan:
    """A plan that cannot be made, and why."""
    return Plan(problems=(Problem(path, line, "record-change", message),))


def planned(
    tree: Tree, changed: Mapping[str, bytes | None], *, moved: Mapping[Target, str], notes: Iterable[str] = ()
) -> Plan:
    """The plan of these files, with what the check finds anew. moved: records that have another id after it."""
    was = {Target(old.kind, key).path: old.path for old, key in moved.items()}
    was |= {Target(old.kind, key).draft: old.draft for old, key in moved.items()}
    changes = [
        Change(path, tree.files.get(path), after, _was(path, was, tree, changed))
        for path, after in changed.items()
        if tree.files.get(path) != after
    ]
    changes.sort(key=lambda change: (change.after is None, change.before is not None, change.path))
    after = tree.with_files(changed)
    _prove_moved(after, moved)
    return Plan(tuple(changes), tuple(notes), tuple(_new_problems(tree, after, moved)))


def edited_files(tree: Tree, edit: Callable[[str, bytes], bytes]) -> tuple[dict[str, bytes | None], list[Problem]]:
    """Each file that `edit` changes; and a problem for each that cannot be read and so not be edited."""
    changed: dict[str, bytes | None] = {}
    problems = []
    for path, content in sorted(tree.files.items()):
        try:
            after = edit(path, content)
        except FrontMatterError as error:
            problems.append(_unreadable(path, error.line))
        except (ValidationError, UnicodeDecodeError, UnsafeEditError):
            problems.append(_unreadable(path, 1))
        else:
            if after != content:
                changed[path] = after
    return changed, problems


def _unreadable(path: str, line: int) -> Problem:
    message = "must be readable before the record that it names changes its id; correct it, see dateline check"
    return Problem(path, line, "record-change", message)


def _prove_moved(after: Tree, moved: Mapping[Target, str]) -> None:
    """No record names one of the old ids."""
    for kind in KINDS:
        for record in after.corpus.records(kind).values():
            if any(target in moved for _, target in references(record.data)):
                raise UnsafeEditError


def _new_problems(before: Tree, after: Tree, moved: Mapping[Target, str]) -> Iterator[Problem]:
    known = Counter((problem.rule, _moved_path(problem.path, moved)) for problem in before.problems)
    for problem in sorted(after.problems):
        key = (problem.rule, problem.path)
        if known[key]:
            known[key] -= 1
        else:
            yield problem


def _moved_path(path: str, moved: Mapping[Target, str]) -> str:
    target = target_of_path(path) if path.startswith("briefings/") else None
    return Target(target.kind, moved[target]).path if target and target in moved else path


def _was(path: str, was: Mapping[str, str], tree: Tree, changed: Mapping[str, bytes | None]) -> str:
    old = was.get(path, "")
    return old if old in tree.files and path not in tree.files and changed.get(old, b"") is None else ""


def _diff(change: Change, was: str, before: bytes | None) -> Iterator[str]:
    old = "/dev/null" if before is None else f"a/{was}"
    new = "/dev/null" if change.after is None else f"b/{change.path}"
    for line in difflib.unified_diff(_lines(before), _lines(change.after), old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "replace").splitlines(keepends=True)
