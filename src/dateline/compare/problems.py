"""What the check finds in one of the two states alone; a problem that moved to another line is the same."""

from collections import Counter
from collections.abc import Iterator

from dateline.compare.report import Change, Kind, in_order
from dateline.compare.side import Side
from dateline.model import Problem


def problems(base: Side, head: Side) -> tuple[Change, ...]:
    """New problems are added, solved ones removed; errors stand before warnings."""
    found = in_order((*_only_in(head, base, "added"), *_only_in(base, head, "removed")))
    return tuple(sorted(found, key=lambda change: (change.kind, not change.words.startswith("error"))))


def _only_in(side: Side, other: Side, kind: Kind) -> Iterator[Change]:
    known = Counter(map(_identity, other.problems))
    for problem in side.problems:
        if known[_identity(problem)]:
            known[_identity(problem)] -= 1
        else:
            yield Change(kind, problem.rule, f"{problem.severity}: {problem.message}", problem.path, problem.line)


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.rule, problem.message
