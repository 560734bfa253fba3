"""All files after the fixes: in rounds, since what one puts right may show what the next can; written at the end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff

from dateline.check.finding import Context
from dateline.disk import write_atomic
from dateline.fix.file import Fixed, MendedFile, mended_file
from dateline.fix.fixes import TIDIED
from dateline.load.kinds import model_of
from dateline.model import Corpus, Problem
from dateline.project import Project

Load = Callable[[Mapping[str, bytes]], Corpus]
_MOST_ROUNDS = 12


@dataclass(frozen=True)
class Mended:
    """What was put right, and what could have been but for something in the file.

    before, after  path -> bytes of the files that change; `before` has none for those that are new
    """

    fixed: tuple[Fixed, ...] = ()
    problems: tuple[Problem, ...] = ()
    before: Mapping[str, bytes] = field(default_factory=dict)
    after: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def mistakes(self) -> tuple[Fixed, ...]:
        """What the check would have reported as errors: all but what was tidied."""
        return tuple(one for one in self.fixed if one.rule not in TIDIED)

    @property
    def diff(self) -> str:
        """All changes as one unified diff."""
        return "".join(_diff(path, self.before.get(path, b""), self.after[path]) for path in sorted(self.after))


def mended(project: Project, load: Load) -> Mended:
    """What the fixes would write; load: all records, with bytes that stand for those of the files of a path."""
    after: dict[str, bytes] = {}
    fixed: dict[Fixed, None] = {}
    problems: dict[Problem, None] = {}
    for _ in range(_MOST_ROUNDS):
        found = _round(project, load(after), after)
        fixed |= dict.fromkeys(one for file in found.values() for one in file.fixed)
        problems |= dict.fromkeys(one for file in found.values() for one in file.problems)
        new = {path: data for file in found.values() for path, data in file.new.items()}
        changed = {path: file.data for path, file in found.items() if file.data != _bytes(project, path, after)}
        if not new and not changed:
            break
        after |= {**new, **changed}
    before = {path: data for path in after if (data := _bytes(project, path, {})) is not None}
    return Mended(tuple(fixed), tuple(problems), before, after)


def _round(project: Project, corpus: Corpus, texts: Mapping[str, bytes]) -> dict[str, MendedFile]:
    context = Context(corpus, project.vocabulary)
    groups = (corpus.briefings, corpus.actors, corpus.locations, corpus.incidents, corpus.pages)
    paths = {record.path for group in groups for record in group.values()}
    paths |= {path for path in corpus.unreadable if path.startswith("briefings/")}
    read = {path: _bytes(project, path, texts) for path in sorted(paths)}
    return {path: mended_file(path, data, model_of(path), context) for path, data in read.items() if data is not None}


def _bytes(project: Project, path: str, texts: Mapping[str, bytes]) -> bytes | None:
    file = project.root / path
    return texts[path] if path in texts else file.read_bytes() if file.is_file() else None


def write_mended(project: Project, mended: Mended) -> tuple[Problem, ...]:
    """Write whole files, new profiles before what names them; a file that changed meanwhile is left alone."""
    problems = []
    for path in sorted(mended.after, key=lambda path: (path in mended.before, path)):
        if _bytes(project, path, {}) == mended.before.get(path):
            write_atomic(project.root / path, mended.after[path])
        else:
            message = "a file must stay as it is while it is mended, and this one changed; run the check again"
            problems.append(Problem(path, 1, "fix-unsafe", message, "warning"))
    return tuple(problems)


def _diff(path: str, before: bytes, after: bytes) -> str:
    old, new = (data.decode().splitlines(keepends=True) for data in (before, after))
    lines = unified_diff(old, new, f"a/{path}" if before else "/dev/null", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
