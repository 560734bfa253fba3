"""Dates in a text, counted from the day of the report."""

import re
from bisect import insort
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateline.extract.ahead import is_ahead
from dateline.extract.day_spans import day_of_month, last_days, number_of, overnight, week_day, weekdays, weekend
from dateline.extract.feasts import feast, feasts_pattern
from dateline.facts.extraction import FoundDate
from dateline.text.lexicon import words
from dateline.text.span import Span, overlaps

_FAR = 60  # years ahead of a report that a debt or a plan may reach
_NEAR = 250  # characters in which a day is told from which another is counted
_LAST_IN_ALL = 28  # a day that every month has
_UP_TO = "in|by|until|due|through|before|early|late"
_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_SPOKEN = rf"(?P<rest>(?:[a-z]+ty|[a-z]+teen|ten|eleven|twelve)(?:[\s-](?:{_DIGIT}))?)"
_YEAR_END = r"the\s+end\s+of\s+the\s+year|year's\s+end|(?:by|before|at|around)\s+year[\s-]end|the\s+current\s+year"
_COUNTED = "[a-z]+s|men|women|people|children"  # “2000 men” is no year
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}


def find_dates(text: str, report: date | None, start: int = 0) -> tuple[FoundDate, ...]:
    """Every date, none overlapping another, in text order; without a day of report only those with a year.

    A weekday is the most recent one, the report's own day included; a day or month without a year is the
    most recent one too. What names a year alone stays a year.
    """
    found: list[FoundDate] = []
    taken: list[Span] = []
    for pattern, value, origin in _rules():
        for match in pattern.finditer(text, start):
            span = Span(*match.span())
            if overlaps(taken, span):
                continue
            edtf = _safely(value, match, report, found)
            if edtf:
                found.append(FoundDate(edtf, span, f"dates: {origin}"))
                insort(taken, span)
    return tuple(sorted(found, key=lambda item: item.span))


Rule = Callable[[re.Match[str], date | None, list[FoundDate]], str]


def _alone(rule: Callable[[re.Match[str], date | None], str]) -> Rule:
    """A rule that looks at no date found before."""
    return lambda match, report, _: rule(match, report)


def _safely(rule: Rule, match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    """A day that no calendar has (31 June) is no date."""
    try:
        return rule(match, report, found)
    except (ValueError, OverflowError):
        return ""


def _absolute(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    groups = match.groupdict()
    if groups.get("month") and not groups["month"][0].isupper():
        return ""
    month = int(groups["m"]) if groups.get("m") else words("calendar")["months"][groups["month"].lower().rstrip(".")]
    day = int(groups["d"]) if groups.get("d") else None
    if report and match[0].lower().startswith("last"):
        return f"{report.year - (month >= report.month):04d}-{month:02d}"
    year = _year(groups.get("y"), month, day, report, ahead=is_ahead(match))
    if not year:
        return ""
    return str(date(year, month, day)) if day else f"{year:04d}-{month:02d}"


def _year(given: str | None, month: int, day: int | None, report: date | None, *, ahead: bool = False) -> int:
    if given and len(given) == 4:
        return int(given)
    if given:
        century = (report.year if report else 2000) // 100 * 100
        year = century + int(given)
        return year - 100 if report and year > report.year + 1 else year
    if not report:
        return 0
    if ahead:
        return report.year + (date(report.year, month, day or _LAST_IN_ALL) < report)
    return report.year - 1 if date(report.year, month, day or 1) > report + timedelta(days=31) else report.year


def _named_day(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    if not report or not match["weekday"][0].isupper():
        return ""
    back = (report.weekday() - words("calendar")["weekdays"][match["weekday"].lower()]) % 7
    which = (match["which"] or "").lower()
    if which == "next":
        return str(report + timedelta(days=(7 - back) % 7 or 7))
    if back and which != "last" and is_ahead(match):
        return str(report + timedelta(days=7 - back))
    return str(report - timedelta(days=back or (7 if which == "last" else 0)))


def _near_day(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    back = words("calendar")["days"][" ".join(match[0].lower().split())]
    return str(report - timedelta(days=back)) if report else ""


def _anaphoric(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    back = words("calendar")["anaphora"][" ".join(match[0].lower().split())]
    day = _day_before(match, found, reach=2 * _NEAR)
    return str(day - timedelta(days=back)) if day else ""


def _day_before(match: re.Match[str], found: list[FoundDate], *, reach: int) -> date | None:
    """The last date told at most so many characters before, where it is a whole day: none behind “in 1923”."""
    before = [item for item in found if match.start() - reach <= item.span.end <= match.start()]
    last = max(before, key=lambda item: item.span).value if before else ""
    return date.fromisoformat(last) if len(last) == len("2024-01-04") else None


def _counted_on(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    """“Two days later”, “a week earlier”: from the day told just before, if any is."""
    day, number = _day_before(match, found, reach=_NEAR), number_of(match["n"])
    if not day or not number:
        return ""
    unit = match["unit"].lower()
    days = number * _UNITS[unit]
    counted = str(day + timedelta(days=days if match["way"].lower() == "later" else -days))
    return _hedged(match, counted + "~" * (unit == "week"))


def _ago(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    number = number_of(match["n"])
    if not report or not number:
        return ""
    day = report - timedelta(days=number * _UNITS[match["unit"].lower()])
    counted = {"day": str(day), "week": f"{day}~", "month": str(day)[:7], "year": str(day)[:4]}
    return _hedged(match, counted[match["unit"].lower()])


def _hedged(match: re.Match[str], day: str) -> str:
    """“About three days ago” is near that day; “more than three days ago” names none.

    “Nearly four years ago” is a year, which says no more than that by itself.
    """
    hedge = " ".join((match["hedge"] or "").lower().split())
    if hedge in words("calendar")["bounds"]:
        return ""
    return f"{day.rstrip('~')}~" if hedge and len(day) > len("2024-01") else day


def _last_unit(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    if not report:
        return ""
    back = {"this": 0, "next": -1}.get(match["which"].lower(), 1)
    unit = match["unit"].lower()
    if unit == "week":
        monday = report - timedelta(days=report.weekday() + 7 * back)
        sunday = monday + timedelta(days=6)
        return f"{monday}/{sunday if back < 0 else min(sunday, report)}"
    if unit == "year":
        return str(report.year - back)
    first = report.replace(day=1)
    return str(first + timedelta(days=-1 if back > 0 else 31 if back else 0))[:7]


def _year_alone(*, ahead: int) -> Rule:
    """A year that lies at most so many years after the report's."""

    def rule(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
        year = int(match["y"])
        return str(year) if not report or year <= report.year + ahead else ""

    return rule


def _spoken_year(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    numbers = words("numbers")["words"]
    rest = sum(numbers.get(word, 0) for word in re.split(r"[\s-]+", (match["rest"] or "").lower()))
    return str((2000 if match["thousand"] else 1900) + rest)


def _year_end(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    return str(report.year) if report else ""


def _bare_month(match: re.Match[str], report: date | None, found: list[FoundDate]) -> str:
    """A month alone, where its word is nothing else (March, May)."""
    return "" if match["month"].lower() in words("calendar")["other-words"] else _absolute(match, report, found)


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], Rule, str], ...]:
    calendar = words("calendar")
    month = rf"(?P<month>{'|'.join(sorted(calendar['months'], key=lambda word: (-len(word), word)))})\.?"
    weekday = "|".join(sorted(calendar["weekdays"], key=lambda word: (-len(word), word)))
    near = "|".join(sorted(calendar["days"], key=lambda word: (-len(word), word))).replace(" ", r"\s+")
    later = "|".join(sorted(calendar["anaphora"], key=lambda word: (-len(word), word))).replace(" ", r"\s+")
    named = "".join(rf"(?<!\b{word} )" for word in calendar["named-days"])
    span = rf"(?P<first>{weekday})\s+(?:to|until|till|through)\s+(?P<last>{weekday})"
    between = rf"between\s+(?P<from>{weekday})\s+and\s+(?P<to>{weekday})"
    count = "|".join(["a", "an", *calendar_numbers()])
    ago = rf"(?P<n>{count})\s+weeks?\s+ago"
    hedge = "|".join((*calendar["rough"], *calendar["bounds"])).replace(" ", r"\s+")
    hedged = rf"\b(?:(?P<hedge>{hedge})\s+)?"
    of_week = rf"(?P<weekday>{weekday})\s+(?:of\s+)?(?:last\s+week|{ago})"
    of_week += rf"|(?:last\s+week|{ago.replace('<n>', '<weeks>')})(?:,?\s+on)?\s+(?P<day>{weekday})"
    given: list[tuple[str, Rule, str]] = [
        (r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", _absolute, "full date"),
        (
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{month},?\s+(?P<y>\d{{4}}|\d\d(?=\s*(?:--|[)\]])))\b",
            _absolute,
            "day, month and year",
        ),
        (rf"\b{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", _absolute, "month, day and year"),
        (rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{month}(?!\w)", _absolute, "day and month"),
        (rf"\b{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:%|percent|per))", _absolute, "month and day"),
        (rf"\b{month}\s+(?P<y>\d{{4}})\b", _absolute, "month and year"),
        (feasts_pattern(), _alone(feast), "holiday"),
        (rf"\b(?:{span}|{between})\b", _alone(weekdays), "from weekday to weekday"),
        (rf"\b(?:{of_week})\b", _alone(week_day), "weekday of a week"),
        (rf"{named}\b(?:(?P<which>last|next|this)\s+)?(?P<weekday>{weekday})\b(?!\.\w)", _named_day, "weekday"),
        (rf"\b(?:{near})\b", _near_day, "day told by a word"),
        (r"\b(?P<which>last|next|this|the(?:\s+past)?|this\s+past)\s+weekend\b(?!\s+of\b)", _alone(weekend), "weekend"),
        (
            rf"\bovernight\b(?=\W|$)(?!-)(?!\s+(?:(?:on|from|into|to|between)\s+)?(?:{weekday})\b)",
            _alone(overnight),
            "overnight",
        ),
        (
            rf"\b(?:last|past)\s+(?P<n>\d{{1,3}}|{count})\s+(?P<unit>hour|day|week)s\b",
            _alone(last_days),
            "so many days until now",
        ),
        (
            r"\bon\s+the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?:\s+of\s+(?P<month>(?:this|last|the)\s+month)\b)?",
            _alone(day_of_month),
            "day of the month",
        ),
        (
            rf"{hedged}\b(?P<n>\d{{1,3}}|{count})\s+(?P<unit>day|week)s?\s+(?P<way>earlier|later)\b",
            _counted_on,
            "so much later",
        ),
        (rf"{hedged}\b(?P<n>\d{{1,3}}|{count})\s+(?P<unit>day|week|month|year)s?\s+ago\b", _ago, "so long ago"),
        (rf"{hedged}\b(?P<n>\d{{1,3}}|{count})\s+(?P<unit>month|year)s?\s+earlier\b", _ago, "so long ago"),
        (r"\b(?P<which>last|this|past|next)\s+(?P<unit>week|month|year)\b", _last_unit, "last, this or next"),
        (rf"\b(?:in|since|last|this|next|late|early|mid|during|until|by|of)[\s-]+{month}(?!\w)", _absolute, "month"),
        (r"\b(?:in|since|during|until|late|early|mid|of)[\s-]+(?P<y>(?:19|20)\d\d)\b", _year_alone(ahead=1), "year"),
        (rf"\b(?:{_UP_TO})\s+(?P<y>(?:19|20)\d\d)\b(?!\s+[a-z]+s\b)", _year_alone(ahead=_FAR), "year ahead"),
        (rf"\b(?:nineteen\s+{_SPOKEN}|the\s+year\s+(?P<thousand>two\s+thousand))\b", _spoken_year, "year in words"),
        (rf"\b(?:{_YEAR_END})\b", _year_end, "end of the year"),
        (rf"\b(?:{later})\b", _anaphoric, "counted from the date before"),
        (rf"(?<![\w-]){month}(?![\w-])(?!\s+(?-i:[A-Z]))", _bare_month, "month alone"),
        (
            r"(?<![\w$£€.,:/-])(?P<y>(?:19[3-9]|20[0-4])\d)(?!\w|[.,:/-]\d|%|\s+(?-i:[a-z]+s|men|women|people|children)\b)",
            _year_alone(ahead=1),
            "year alone",
        ),
    ]
    return tuple((re.compile(pattern, re.IGNORECASE), rule, origin) for pattern, rule, origin in given)


def calendar_numbers() -> Iterator[str]:
    """Number words from one on."""
    yield from (word for word, value in words("numbers")["words"].items() if value)
