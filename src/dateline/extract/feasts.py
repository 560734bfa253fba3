"""Days that bear a name of their own: “Christmas Eve”, “Good Friday”."""

import re
from datetime import date, timedelta

from dateline.extract.ahead import is_ahead
from dateline.text.lexicon import words


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the algorithm of J. Meeus, Astronomical Algorithms, chapter 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, remainder = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarter, extra = divmod(rest, 4)
    weekday = (32 + 2 * remainder + 2 * quarter - epact - extra) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def feasts_pattern() -> str:
    """The names, with the year where one follows."""
    names = [*words("calendar")["feasts"], *words("calendar")["of-easter"]]
    choices = "|".join(sorted(names, key=lambda name: (-len(name), name))).replace(" ", r"\s+").replace("'", "['’]")
    before = "|".join(words("calendar")["other-calendars"])
    not_other = "".join(rf"(?<!\b{word} )" for word in before.split("|"))
    year = r"(?:,?\s+(?:in\s+|of\s+)?(?P<y>(?:19|20)\d\d))?"
    return rf"{not_other}\b(?P<which>last\s+|next\s+|this\s+)?(?P<feast>{choices})\b{year}(?!\w)"


def feast(match: re.Match[str], report: date | None) -> str:
    """The most recent one, the report's own day included; the next one where the words look ahead."""
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    if not match["feast"][0].isupper():
        return ""
    if match["y"]:
        return str(_day(name, int(match["y"])))
    if not report:
        return ""
    this_year = _day(name, report.year)
    if (match["which"] or "").strip().lower() == "next" or is_ahead(match):
        return str(this_year if this_year >= report else _day(name, report.year + 1))
    return str(this_year if this_year <= report else _day(name, report.year - 1))


def _day(name: str, year: int) -> date:
    after_easter = words("calendar")["of-easter"].get(name)
    if after_easter is not None:
        return easter(year) + timedelta(days=after_easter)
    month, day = words("calendar")["feasts"][name]
    return date(year, month, day)
