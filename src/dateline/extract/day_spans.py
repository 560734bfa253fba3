"""Days told by a weekend, a night, a week or a month: “over the weekend”, “Tuesday last week”, “on the 12th”."""

import re
from datetime import date, timedelta

from dateline.extract.ahead import is_ahead
from dateline.text.lexicon import pattern, words

_SATURDAY, _SUNDAY = 5, 6
_WEDNESDAY = 2
_HOURS = 24
_UNITS = {"day": 1, "week": 7}
_WORD = re.compile(r"[\s-]+\w")


def weekend(match: re.Match[str], report: date | None) -> str:
    """The last Saturday and Sunday; in a report of one of these, as far as the weekend has gone."""
    if not report or _is_before(match, "relative-behind"):
        return ""
    which = match["which"].lower()
    saturday = report - timedelta(days=(report.weekday() - _SATURDAY) % 7)
    on_it = report.weekday() in (_SATURDAY, _SUNDAY)
    if which == "next" or (is_ahead(match) and not on_it):
        return between(saturday + timedelta(days=7), saturday + timedelta(days=8))
    if which == "this" and _WEDNESDAY <= report.weekday() < _SATURDAY:
        return ""  # the one gone by or the one to come
    if which in ("last", "the past", "this past") and on_it:
        saturday -= timedelta(days=7)
    return between(saturday, min(saturday + timedelta(days=1), report))


def overnight(match: re.Match[str], report: date | None) -> str:
    """The night to the day of the report: both days; “overnight rates” and “an overnight stay” tell no day."""
    told = not _WORD.match(match.string, match.end()) or _is_before(match, "overnight-before")
    if not report or not told or is_ahead(match):
        return ""
    return between(report - timedelta(days=1), report)


def weekdays(match: re.Match[str], report: date | None) -> str:
    """“From Monday to Wednesday”: the most recent ones."""
    first, last = (match["first"], match["last"]) if match["first"] else (match["from"], match["to"])
    if not report or not (first[0].isupper() and last[0].isupper()) or is_ahead(match):
        return ""
    end = _latest(last, report)
    start = _latest(first, end)
    return between(start, end) if start < end else ""


def week_day(match: re.Match[str], report: date | None) -> str:
    """“Tuesday last week” lies in the last calendar week; “a week ago Monday” is a week before the last Monday.

    Counted from today's week or from the last such day, it may differ by a week: then from one to the other.
    """
    name = match["weekday"] or match["day"]
    if not report or not name[0].isupper():
        return ""
    number = words("calendar")["weekdays"][name.lower()]
    weeks = match["n"] or match["weeks"]
    if not weeks:
        return str(report - timedelta(days=report.weekday() + 7 - number))
    many = number_of(weeks)
    of_today = report - timedelta(days=report.weekday() - number + 7 * many)
    return between(_latest(name, report) - timedelta(days=7 * many), of_today)


def last_days(match: re.Match[str], report: date | None) -> str:
    """“In the past three days”, “in the last 48 hours”: from so many days ago until the report."""
    number = number_of(match["n"])
    unit = match["unit"].lower()
    days = -(-number // _HOURS) if unit == "hour" else number * _UNITS[unit]
    return between(report - timedelta(days=days), report) if report else ""


def day_of_month(match: re.Match[str], report: date | None) -> str:
    """“On the 12th”, “on the 12th of last month”: the most recent such day; not “on the 12th floor”."""
    alone = match["month"] or not _WORD.match(match.string, match.end()) or _is_before(match, "behind-a-day")
    day = int(match["d"])
    if not report or not alone or is_ahead(match):
        return ""
    first = report.replace(day=1)
    is_last = "last" in match["month"].lower() if match["month"] else day > report.day
    return str((first - timedelta(days=1) if is_last else first).replace(day=day))


def between(first: date, last: date) -> str:
    """An EDTF interval, or the day where both are one."""
    return str(first) if first == last else f"{first}/{last}"


def number_of(word: str) -> int:
    """Of “a”, “12” and “twelve”; 0 for what is no number."""
    word = word.lower()
    return 1 if word in ("a", "an") else int(word) if word.isdigit() else int(words("numbers")["words"].get(word, 0))


def _is_before(match: re.Match[str], key: str) -> bool:
    """True where one of the list's words follows."""
    following = _WORD.match(match.string, match.end())
    return bool(following and pattern("calendar", key).match(match.string, following.end() - 1))


def _latest(weekday: str, until: date) -> date:
    return until - timedelta(days=(until.weekday() - words("calendar")["weekdays"][weekday.lower()]) % 7)
