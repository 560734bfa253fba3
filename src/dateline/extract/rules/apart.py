"""Days that are told by another one: “on Monday, two days after the bombing”."""

import re
from datetime import date, timedelta
from functools import lru_cache

from dateline.extract.rules.language import Reading, TokenAt
from dateline.facts.extraction import FoundDate
from dateline.text.lexicon import words

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNITS = {"day": 1, "week": 7}


def shifted(reading: Reading, head: TokenAt, found: FoundDate) -> str:
    """The date as it holds for the token: counted on where “N days after” or “before” stands between the two."""
    if not _DAY.fullmatch(found.value):
        return found.value
    at = reading.tokens[head].start
    day = date.fromisoformat(found.value)
    first, last = min(at, found.span.start), max(at, found.span.start)
    for match in _pattern().finditer(reading.text, first, last):
        if first < match.start():
            days = _number(match["number"]) * _UNITS[match["unit"].lower()]
            later_first = match["way"].lower() == "after"
            day += timedelta(days=days if later_first == (at < found.span.start) else -days)
    return str(day)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(words("numbers")["words"])
    return re.compile(
        rf"\b(?P<number>an?|the|\d{{1,3}}|{numbers})\s+(?P<unit>day|week)s?\s+(?P<way>after|before)\b", re.IGNORECASE
    )


def _number(word: str) -> int:
    known = words("numbers")["words"]
    return int(word) if word.isdigit() else int(known.get(word.lower(), 1))
