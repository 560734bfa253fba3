"""How far a step is, told to whoever waits for it."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with (what is being done, how many are done, of how many); 0 of 0 where there is no count."""


def no_progress(step: str, done: int, total: int) -> None:
    """Say nothing."""
