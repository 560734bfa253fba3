"""A fault in one seed on its way to become a `Problem`."""

from dataclasses import dataclass

from dateline.model import Problem


class SeedError(Exception):
    """A seed cannot be read; `line` is 1-based. Ends that seed alone, and never leaves `dateline.read`."""

    def __init__(self, message: str, *, line: int = 1, rule: str = "seed-unreadable") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.rule = rule

    def problem(self, path: str) -> Problem:
        """The problem to report, for a file relative to the project."""
        return Problem(path, self.line, self.rule, self.message)


@dataclass(frozen=True)
class Fault:
    """A header key whose value cannot be used; the seed is read without it."""

    key: str
    message: str

    def problem(self, path: str, line: int) -> Problem:
        """The problem to report (`seed-header`)."""
        return Problem(path, line, "seed-header", f"{self.key}: {self.message}")
