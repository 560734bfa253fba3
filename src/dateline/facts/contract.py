"""What an extractor is: one function, from a seed and the project's records to what it finds."""

from collections.abc import Callable

from dateline.errors import DatelineError
from dateline.facts.extraction import Extraction
from dateline.facts.registry import Registry
from dateline.model import Seed

Extractor = Callable[[Seed, Registry], Extraction]


class UnreadSeedError(Exception):
    """Raised by an extractor that could not read this seed: it gets no draft this time; the next one is read."""


class ExtractorStoppedError(DatelineError):
    """Raised by an extractor that can read no further seed in this run; the message says why and what to do."""
