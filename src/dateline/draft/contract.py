"""What an extractor is: one function, from a seed and the project's records to what it finds."""

from collections.abc import Callable

from dateline.draft.extraction import Extraction
from dateline.draft.registry import Registry
from dateline.model import Seed

Extractor = Callable[[Seed, Registry], Extraction]
