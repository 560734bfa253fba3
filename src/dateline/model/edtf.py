"""Dates of events: the parts of EDTF (ISO 8601-2) level 0 and 1 that reports need."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ONE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


@dataclass(frozen=True)
class Edtf:
    """A date that may be imprecise.

    text         as written
    first, last  the first and last day that it may mean; None at an open end
    grain        `day`, `month` or `year`: the unit in which it was given
    approximate  written with ~ or %
    uncertain    written with ? or %
    """

    text: str
    first: date | None
    last: date | None
    grain: str
    approximate: bool = False
    uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> "Edtf | None":
        """Read a day, month, year or interval, `..` being an open end; None where it is not one."""
        return _parse(text)

    @property
    def is_interval(self) -> bool:
        """True where two ends are written."""
        return "/" in self.text

    @property
    def precision(self) -> str:
        """`day`, `days`, `week`, `month`, `year` or `unknown` (an open end)."""
        if self.first is None or self.last is None:
            return "unknown"
        if not self.is_interval:
            return self.grain
        span = (self.last - self.first).days + 1
        limits = ((1, "day"), (6, "days"), (7, "week"), (31, "month"))
        return next((name for limit, name in limits if span <= limit), "year")

    def overlaps(self, other: "Edtf") -> bool:
        """True where some day may belong to both."""
        return _reaches(self.first, other.last) and _reaches(other.first, self.last)


def _reaches(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


@lru_cache(maxsize=65536)
def _parse(text: str) -> Edtf | None:
    if "/" not in text:
        return _parse_one(text)
    left, _, right = text.partition("/")
    if left in ("", "..") and right in ("", ".."):
        return None
    start = Edtf(left, None, None, "day") if left in ("", "..") else _parse_one(left)
    end = Edtf(right, None, None, "day") if right in ("", "..") else _parse_one(right)
    if start is None or end is None or (start.first and end.last and start.first > end.last):
        return None
    return Edtf(
        text,
        start.first,
        end.last,
        "day" if "day" in (start.grain, end.grain) else start.grain,
        start.approximate or end.approximate,
        start.uncertain or end.uncertain,
    )


def _parse_one(text: str) -> Edtf | None:
    match = _ONE.fullmatch(text)
    if not match:
        return None
    year, month, day, mark = match.groups()
    try:
        first, last = _bounds(int(year), month and int(month), day and int(day))
    except (ValueError, calendar.IllegalMonthError):
        return None
    grain = "day" if day else "month" if month else "year"
    return Edtf(text, first, last, grain, mark in ("~", "%"), mark in ("?", "%"))


def _bounds(year: int, month: int | str | None, day: int | str | None) -> tuple[date, date]:
    if day:
        one = date(year, int(month or 1), int(day))
        return one, one
    if month:
        return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
    return date(year, 1, 1), date(year, 12, 31)
