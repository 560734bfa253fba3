"""seeds ─read─▶ Seed: days of the calendar as people write them, turned into `YYYY-MM-DD`."""

import re
from datetime import date
from functools import lru_cache

from dateline.read.words import any_of, load_words

# POSIX `%y`: 69 to 99 are of the twentieth century, 00 to 68 of the next.
_FIRST_OF_1900 = 69
_IN_NAME = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_/.]?)(\d\d)\2(\d\d)(?![0-9A-Za-z])")


def day_pattern(prefix: str) -> str:
    """A regular expression for one day, `4 January 2024`, `Jan. 4`, `2024-01-04`, with or without its year.

    The prefix keeps the names of its groups apart where it stands twice in one expression.
    """
    month = rf"(?:{any_of(load_words().months)})\b\.?"
    year = r"(?:\d{4}|\d\d)(?![\d:.]\d|\d)"
    return (
        rf"(?:(?P<{prefix}y1>\d{{4}})[-/](?P<{prefix}m1>\d\d)[-/](?P<{prefix}d1>\d\d)"
        rf"|(?P<{prefix}d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<{prefix}m2>{month})(?:,?\s+(?P<{prefix}y2>{year}))?"
        rf"|(?P<{prefix}m3>{month})\s+(?P<{prefix}d3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<{prefix}y3>{year}))?)"
    )


def day_of(match: re.Match[str], prefix: str) -> str | None:
    """The day of a match of `day_pattern`: "" where it has no year, None where there is no such day."""
    found = match.groupdict()
    for number in "123":
        if found[f"{prefix}d{number}"]:
            year, month, day = (found[f"{prefix}{part}{number}"] for part in "ymd")
            written = calendar_day(_year(year) if year else 2000, _month(month), int(day))
            return written if year or not written else ""
    return None


def calendar_day(year: int, month: int, day: int) -> str | None:
    """The day as `YYYY-MM-DD`; None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def whole_day(text: str) -> str | None:
    """The day that is all a text says, but for a weekday before and a time of day after it; else None."""
    match = _patterns()[0].fullmatch(text.strip()[:100])
    return (day_of(match, "a") or None) if match else None


def published_day(text: str) -> str:
    """The day in one of the first or last lines that says nothing else ("Published 4 January 2024"), or ""."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in (*lines[:6], *lines[6:][-5:]):
        match = _patterns()[1].fullmatch(line) if len(line) <= 100 else None
        day = day_of(match, "a") if match else None
        if day:
            return day
    return ""


def day_in_name(name: str) -> str:
    """The full day in the name of a file or in a web address (`2024-01-04-…`, `/2024/01/04/`), or ""."""
    for year, _, month, day in _IN_NAME.findall(name):
        found = calendar_day(int(year), int(month), int(day))
        if found:
            return found
    return ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_words()
    weekday = rf"(?:(?:{any_of(words.weekdays)})\b\.?,?\s+)?"
    time = r"(?:(?:T|[,|·]?\s+(?:at\s+)?)\d{1,2}[:.h]\d\d\S*(?:\s+[\w().:+-]+){0,4})?"
    day = rf"{weekday}{day_pattern('a')}{time}"
    cue = rf"(?:(?:{any_of(words.published)})\b(?:\s+on)?\s*[:|-]?\s*|by\s+[^\d.]{{3,60}}?\s*[,|·–—-]\s*)?"
    return re.compile(day, re.IGNORECASE), re.compile(rf"[(\[]?{cue}{day}[)\]]?\.?", re.IGNORECASE)


def _year(written: str) -> int:
    number = int(written)
    if len(written) == 4:
        return number
    return number + (1900 if number >= _FIRST_OF_1900 else 2000)


def _month(written: str) -> int:
    return int(written) if written.isdigit() else load_words().months[written.rstrip(".").lower()]
