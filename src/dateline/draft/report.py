"""What drafting again tells: what was written, what clashes with a person's words, what went wrong."""

from dataclasses import dataclass
from typing import Any

from dateline.model import Problem


@dataclass(frozen=True)
class Proposal:
    """A finding that was not written because it clashes with a person's. where: as in `incidents[ID].date`."""

    path: str
    where: str
    yours: Any
    drafted: Any


@dataclass(frozen=True)
class RefreshReport:
    """written: paths relative to the project."""

    written: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    problems: tuple[Problem, ...] = ()
