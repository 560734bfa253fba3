"""How many examples the property tests draw, and which.

By default the same ones everywhere, so that a run that passes here passes anywhere. With `DATELINE_FUZZ=N` (as `make
fuzz` sets it) new ones at each run, N times as many.
"""

import os

from hypothesis import settings

_TIMES = int(os.environ.get("DATELINE_FUZZ", "0"))


def examples(number: int) -> int:
    """The number of examples of a test that by default draws `number`."""
    return number * max(_TIMES, 1)


def load_profile() -> None:
    """No example is judged by the clock."""
    new = _TIMES > 0
    settings.register_profile("dateline", deadline=None, derandomize=not new, max_examples=examples(100))
    settings.load_profile("dateline")
