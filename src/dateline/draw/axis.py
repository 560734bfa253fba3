"""A time axis: days to pixels, and the ticks that name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (
    ("day", 1),
    ("day", 7),
    ("month", 1),
    ("month", 3),
    ("year", 1),
    ("year", 2),
    ("year", 5),
    ("year", 10),
    ("year", 50),
)
_ROOM = {"day": 46, "month": 56, "year": 44}  # pixels that a tick's words need
_DAYS = {"day": 1.0, "month": 30.4, "year": 365.2}


@dataclass(frozen=True)
class Axis:
    """first, last: the days at its ends; left, right: their pixels."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands; a day outside stands at the end."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    @property
    def step(self) -> tuple[str, int]:
        """The unit of the ticks and how many of it lie between two."""
        width = self.right - self.left
        days = max(1, (self.last - self.first).days)
        fitting = (one for one in _STEPS if days / (_DAYS[one[0]] * one[1]) * _ROOM[one[0]] <= width)
        return next(fitting, ("year", 100))

    def ticks(self) -> Iterator[tuple[float, str]]:
        """(pixel, words) of each tick; the first of a year names it."""
        unit, many = self.step
        day, year = _start(self.first, unit, many), 0
        while day <= self.last:
            if day >= self.first:
                yield self.x(day), _words(day, unit, named=day.year == year)
                year = day.year
            day = following(day, unit, many)


def axis(first: date, last: date, left: float, right: float) -> Axis:
    """An axis on which these days stand with a little room before and after."""
    room = timedelta(days=max(3, round((last - first).days * 0.03)))
    early = first - room if (first - date.min) > room else first
    return Axis(early, last + room if (date.max - last) > room else last, left, right)


def following(day: date, unit: str, many: int) -> date:
    """The same day of so many units later; the last day that there is where none is."""
    if unit == "day":
        return day + timedelta(days=many) if (date.max - day).days > many else date.max
    months = day.month - 1 + (many if unit == "month" else 12 * many)
    year = day.year + months // 12
    return date(year, months % 12 + 1, 1) if year <= date.max.year else date.max


def _start(day: date, unit: str, many: int) -> date:
    if unit == "day":
        return day if many == 1 else day - timedelta(days=day.weekday())
    if unit == "month":
        return date(day.year, (day.month - 1) // many * many + 1, 1)
    return date(max(1, day.year // many * many), 1, 1)


def _words(day: date, unit: str, *, named: bool) -> str:
    if unit == "year":
        return str(day.year)
    if unit == "month":
        return _MONTHS[day.month - 1] if named else f"{_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}" if named else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
