"""A mistake in content, as a value: collected by every stage, printed in one place."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """What must hold and does not, in one line of one file.

    path      relative to the project, with forward slashes
    line      1-based; 1 where the whole file is meant
    rule      the rule's slug, e.g. `quote-not-in-seed`
    message   what must hold, the value found, the fix; lower case, one line
    severity  an `error` stops the build; a `warning` does not, unless asked
    """

    path: str
    line: int
    rule: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """The printed form: `path:line: rule: message`."""
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"
