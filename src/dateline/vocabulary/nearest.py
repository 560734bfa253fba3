"""The valid value that a mistyped one most likely meant."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process


def nearest(value: str, valid: Iterable[str], *, at_least: float = 70.0) -> str:
    """The most similar valid value (rapidfuzz `ratio`, 0 to 100), or "" where none is similar enough."""
    found = process.extractOne(value, sorted(valid), scorer=fuzz.ratio, score_cutoff=at_least)
    return str(found[0]) if found else ""
