"""Dates as people write them, as EDTF has them: only where they can be read in one way."""

import re
from functools import lru_cache

from dateline.model import Edtf
from dateline.read.dates import calendar_day, day_of, day_pattern
from dateline.read.words import any_of, load_words

_ABOUT = re.compile(r"(?:about|around|approximately|circa|ca\.?|c\.)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:to|until|-|–|—)\s+|\s*[–—]\s*")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")


def iso_day(text: str) -> str:
    """The one day that a text says, `YYYY-MM-DD`, or "": the year must be whole, day and month must not be doubtful."""
    text = " ".join(text.split())
    found = _numbered(text)
    match = _named_day().fullmatch(text)
    if not found and match and re.search(r"\d{4}", text):
        found = day_of(match, "a") or ""
    return found


def edtf(text: str) -> str:
    """The EDTF date that a text says, or "": a day, a month, two of them with a dash between, or about one."""
    text = " ".join(text.split())
    about = _ABOUT.match(text)
    ends = [_one(part) for part in _BETWEEN.split(text[about.end() if about else 0 :])]
    written = "/".join(ends) + ("~" if about else "")
    return written if all(ends) and len(ends) <= 2 and Edtf.parse(written) else ""


def _one(text: str) -> str:
    marked = re.fullmatch(r"(.*\S)\s*([~?%])", text)
    if marked:
        return f"{_one(marked[1])}{marked[2]}" if _one(marked[1]) else ""
    if Edtf.parse(text):
        return text
    month = _named_month().fullmatch(text)
    if month:
        return f"{month['year']}-{load_words().months[month['month'].rstrip('.').lower()]:02d}"
    return iso_day(text)


def _numbered(text: str) -> str:
    first, last = _YEAR_FIRST.fullmatch(text), _YEAR_LAST.fullmatch(text)
    if first:
        return calendar_day(int(first[1]), int(first[3]), int(first[4])) or ""
    if not last:
        return ""
    one, two, year = int(last[1]), int(last[3]), int(last[4])
    readings = {day for day in (calendar_day(year, two, one), calendar_day(year, one, two)) if day}
    return readings.pop() if len(readings) == 1 else ""


@lru_cache(maxsize=1)
def _named_day() -> re.Pattern[str]:
    weekday = rf"(?:(?:{any_of(load_words().weekdays)})\b\.?,?\s+)?"
    return re.compile(weekday + day_pattern("a"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _named_month() -> re.Pattern[str]:
    return re.compile(rf"(?P<month>(?:{any_of(load_words().months)})\.?),?\s+(?P<year>\d{{4}})", re.IGNORECASE)
