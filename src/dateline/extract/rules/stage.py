"""What a stage of the rules is, and how a table of them is run."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Stage:
    """One step: `run(*reads)` gives what it writes."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Callable[..., Any]


def run_stages(stages: Iterable[Stage], **given: Any) -> Mapping[str, Any]:
    """All that is given and all that the stages write, by name; a later stage may write a name again."""
    found = dict(given)
    for stage in stages:
        written = stage.run(*(found[name] for name in stage.reads))
        found.update(zip(stage.writes, written if len(stage.writes) > 1 else (written,), strict=True))
    return found
