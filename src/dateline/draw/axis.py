"""A time axis: days to pixels, the ticks that name them, and the empty stretches that are left out of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.draw.stretches import Span, cuts

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
_BREAK = 22.0  # pixels of a place where the axis is cut
_LEAST = 62.0  # pixels of a stretch between two cuts at least: room for the words of one tick


@dataclass(frozen=True)
class Stretch:
    """A part of the axis without a cut. first, last: the days at its ends; left, right: their pixels."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands; a day outside stands at the end."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)


@dataclass(frozen=True)
class Axis:
    """A line of days.

    stretches  from early to late
    cuts       between them: the last day before each of which something is told, and the first after
    """

    stretches: tuple[Stretch, ...]
    cuts: tuple[Span, ...] = ()

    @property
    def first(self) -> date:
        """The day at its left end."""
        return self.stretches[0].first

    def stretch(self, day: date) -> Stretch:
        """The stretch on which a day stands; of two about a cut the earlier."""
        return next((one for one in self.stretches if day <= one.last), self.stretches[-1])

    def x(self, day: date) -> float:
        """Where a day stands."""
        return self.stretch(day).x(day)

    @property
    def step(self) -> tuple[str, int]:
        """The unit of the ticks and how many of it lie between two."""
        width = sum(one.right - one.left for one in self.stretches)
        days = max(1, sum((one.last - one.first).days for one in self.stretches))
        fitting = (one for one in _STEPS if days / (_DAYS[one[0]] * one[1]) * _ROOM[one[0]] <= width)
        return next(fitting, ("year", 100))

    def ticks(self, stretch: Stretch) -> Iterator[tuple[float, str]]:
        """(pixel, words) of each tick of a stretch; the first of a year names it. Its middle has one if none falls."""
        unit, many = self.step
        day, year, found = _start(stretch.first, unit, many), 0, False
        while day <= stretch.last:
            if day >= stretch.first:
                yield stretch.x(day), _words(day, unit, named=day.year == year)
                year, found = day.year, True
            day = following(day, unit, many)
        if not found:
            middle = stretch.first + (stretch.last - stretch.first) / 2
            yield stretch.x(middle), _words(middle, unit, named=False)


def axis(spans: Sequence[Span], left: float, right: float) -> Axis:
    """An axis on which these spans of days stand with a little room before and after, cut where nearly all is empty."""
    gaps = cuts(spans)
    firsts = [min(first for first, _ in spans), *(after for _, after in gaps)]
    lasts = [*(before for before, _ in gaps), max(last for _, last in spans)]
    told = sum((last - first).days for first, last in zip(firsts, lasts, strict=True))
    shortest = min(((after - before).days for before, after in gaps), default=told)
    room = timedelta(days=max(3, min(round(told * 0.03), shortest // 3)))
    ends = [(_earlier(first, room), _later(last, room)) for first, last in zip(firsts, lasts, strict=True)]
    widths = _shares([(last - first).days for first, last in ends], right - left - _BREAK * len(gaps))
    stretches = []
    for (first, last), width in zip(ends, widths, strict=True):
        stretches.append(Stretch(first, last, left, left + width))
        left += width + _BREAK
    return Axis(tuple(stretches), gaps)


def _shares(days: Sequence[int], width: float) -> list[float]:
    """The width by days, none below the least."""
    spare = width - _LEAST * len(days)
    return [_LEAST + spare * one / sum(days) for one in days] if len(days) > 1 else [width]


def _earlier(day: date, room: timedelta) -> date:
    return day - room if (day - date.min) > room else day


def _later(day: date, room: timedelta) -> date:
    return day + room if (date.max - day) > room else day


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
