"""Dates in words: "Thu 4 January 2024", "about 4 January 2024", "3–5 January 2024"."""

from datetime import date

from dateline.model import Edtf

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(text: str) -> str:
    """`2024-01-04` as "Thu 4 January 2024"; anything else as it stands."""
    parsed = Edtf.parse(text)
    return date_words(parsed) if parsed else text


def short_day(text: str) -> str:
    """`2024-01-04` as "4 Jan 2024", for columns."""
    day = date.fromisoformat(text)
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def plain_day(day: date) -> str:
    """A day within a sentence: "4 January 2024"."""
    return _plain(day, "day")


def month_words(text: str) -> str:
    """`2024-01` as "January 2024"."""
    return f"{_MONTHS[int(text[5:7]) - 1]} {text[:4]}"


def date_words(when: Edtf | None) -> str:
    """An EDTF date in words, the day of the week only where one day is meant; "not reported" without one."""
    if when is None:
        return "not reported"
    words = _interval(when.text) if when.is_interval else _one(when)
    about = f"about {words}" if when.approximate and not when.is_interval else words
    return f"{about} (uncertain)" if when.uncertain else about


def _one(when: Edtf) -> str:
    if when.first is None:
        return when.text
    if when.grain == "day" and not when.approximate and not when.uncertain:
        return f"{_DAYS[when.first.weekday()]} {_plain(when.first, 'day')}"
    return _plain(when.first, when.grain)


def _plain(day: date, grain: str) -> str:
    month = _MONTHS[day.month - 1]
    return {"year": str(day.year), "month": f"{month} {day.year}"}.get(grain, f"{day.day} {month} {day.year}")


def _interval(text: str) -> str:
    left, _, right = text.partition("/")
    start, end = (None if side in ("", "..") else Edtf.parse(side) for side in (left, right))
    if start is None or start.first is None:
        return f"until {_end(end)}"
    if end is None or end.first is None:
        return f"since {_end(start)}"
    if start.grain == end.grain and not (start.approximate or end.approximate):
        return _span(start.first, end.first, start.grain)
    return f"{_end(start)} to {_end(end)}"


def _end(when: Edtf | None) -> str:
    if when is None or when.first is None:
        return ""
    plain = _plain(when.first, when.grain)
    return f"about {plain}" if when.approximate else plain


def _span(first: date, last: date, grain: str) -> str:
    end = _plain(last, grain)
    if grain == "year":
        return f"{first.year}–{end}"
    if first.year != last.year:
        return f"{_plain(first, grain)} – {end}"
    month = _MONTHS[first.month - 1]
    if grain == "month":
        return f"{month} – {end}"
    same = first.month == last.month
    return f"{first.day}–{end}" if same else f"{first.day} {month} – {end}"
