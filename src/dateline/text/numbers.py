"""Numbers as whole phrases: “at least nine”, “between 10 and 15”, “two to three dozen”, “seven (7)”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.text.lexicon import words
from dateline.text.numerals import Numeral, find_numerals
from dateline.text.span import Span

_BEFORE = 45  # characters that hold the words before a number
_BRACKET = re.compile(r"\s?\(\s?")
_DASH = re.compile(r"[-–—]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase. low, high: its bounds, None where it has none; both None where it cannot be read.

    span     from its first numeral to its last; the words that bound it (“at least”) stand before or behind
    about    it is an estimate
    """

    span: Span
    low: int | None
    high: int | None
    about: bool = False


def find_numbers(text: str, start: int = 0) -> tuple[Number, ...]:
    """Every number of things in text order; those of money, per cent and compounds (“12-year-old”) are none."""
    return tuple(_numbers(text, list(find_numerals(text, start))))


def _numbers(text: str, numerals: list[Numeral]) -> Iterator[Number]:
    i = 0
    while i < len(numerals):
        first, i = numerals[i], i + 1
        number = Number(first.span, first.low, first.high)
        if i < len(numerals) and numerals[i].span.end - first.span.end < _BEFORE:
            joined = (
                _range(text, first, numerals[i])
                or _repeated(text, first, numerals[i])
                or _share(text, first, numerals[i])
            )
            if joined:
                number, i = joined, i + 1
        if not _is_of_no_things(text, number.span):
            number = _bounded(text, number)
            following = numerals[i] if i < len(numerals) else None
            upper = _upper_bound(text, number, following) if following else None
            if upper and following:
                number, i = Number(Span(number.span.start, following.span.end), number.low, upper), i + 1
            yield number


def _range(text: str, one: Numeral, two: Numeral) -> Number | None:
    """“10 to 15”, “five or six”, “between 10 and 15”, “two to three dozen”."""
    before = text[max(0, one.span.start - _BEFORE) : one.span.start]
    link = text[one.span.end : two.span.start]
    is_between = bool(_phrases("between-before").search(before) and _phrases("and").fullmatch(link))
    changes = bool(re.search(r"\bfrom\s+$", before, re.IGNORECASE))
    if not is_between and (changes or not (_phrases("to").fullmatch(link) or _DASH.fullmatch(link))):
        return None
    span = Span(one.span.start, two.span.end)
    low = one.low
    if low is not None and two.low is not None and one.scale == 1 and low * two.scale <= two.low:
        low *= two.scale
    is_read = low is not None and two.low is not None and low <= two.low
    return Number(span, low, two.high) if is_read else Number(span, None, None)


def _repeated(text: str, one: Numeral, two: Numeral) -> Number | None:
    """“Seven (7)”."""
    opens = _BRACKET.fullmatch(text, one.span.end, two.span.start)
    closes = text[two.span.end : two.span.end + 2].strip().startswith(")")
    if not (opens and closes):
        return None
    span = Span(one.span.start, text.index(")", two.span.end) + 1)
    agree = (one.low, one.high) == (two.low, two.high)
    return Number(span, one.low, one.high) if agree else Number(span, None, None)


def _share(text: str, one: Numeral, two: Numeral) -> Number | None:
    """“One in five”, “three out of ten”: a share, whose number nobody tells."""
    link = text[one.span.end : two.span.start]
    is_share = _phrases("out-of").fullmatch(link) or (one.high == 1 and _phrases("in").fullmatch(link))
    return Number(Span(one.span.start, two.span.end), None, None) if is_share else None


def _is_of_no_things(text: str, span: Span) -> bool:
    """“12-year-old”, “7 per cent”, “twenty-first”, “no one”."""
    before = text[max(0, span.start - len("no ")) : span.start].lower()
    compound = before[-1:] == "-" and before[-2:-1].isalnum()
    return compound or before == "no " or bool(_phrases("not-things").match(text, span.end))


def _bounded(text: str, number: Number) -> Number:
    """With the words before and behind it that make it a bound or an estimate."""
    before = text[max(0, number.span.start - _BEFORE) : number.span.start]
    for key in ("low", "high", "about"):
        if _phrases(f"{key}-before").search(before) or _phrases(f"{key}-behind").match(text, number.span.end):
            return _with_bound(number, key)
    return number


def _with_bound(number: Number, key: str) -> Number:
    if key == "low":
        return replace(number, high=None)
    if key == "high":
        return replace(number, low=None)
    return replace(number, about=number.high is not None and number.low == number.high)


def _upper_bound(text: str, number: Number, following: Numeral) -> int | None:
    """“At least 10 and as many as 15 people”; not “at least 20 and up to 40 were hurt”."""
    if number.low is None or number.high is not None or following.high is None or following.high < number.low:
        return None
    link = text[number.span.end : following.span.start]
    joined = len(link) < _BEFORE and _phrases("and-high").fullmatch(link)
    is_one = joined and (" and " not in link or _phrases("things").match(text, following.span.end))
    return following.high if is_one else None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    known = words("numbers")
    bounds = {key: "|".join(known[key]).replace(" ", r"\s+") for key in ("low", "high", "about")}
    filler = rf"(?:\s+(?:{'|'.join(known['between'])}))*\s+".replace("total of", r"total\s+of")
    maybe = r"(?:(?:and\s+)?(?:possibly|perhaps|maybe|even|probably)\s+)?"
    found = {
        "low-before": rf"(?<!\bno )(?<!\bnot )\b(?:{bounds['low']}){filler}$",
        "high-before": rf"(?<!\bno )(?<!\bnot )\b(?:{bounds['high']}){filler}$",
        "about-before": rf"\b(?:{bounds['about']})\s+$",
        "between-before": rf"\bbetween\s+(?:(?:{bounds['about']})\s+)?$",
        "to": rf"(?:\s+(?:to|or)\s+|-(?:to|or)-){maybe}(?:(?:{bounds['high']})\s+)?",
        "and": rf"\s+and\s+{maybe}(?:(?:{bounds['high']})\s+)?",
        "and-high": rf",?\s+(?:and|but|or|to)\s+{maybe}(?:{bounds['high']})\s+",
        "things": r"\s+(?!were|was|are|is|have|had|been|others?|more|wounded|injured|hurt|missing)[a-z]",
        "out-of": r"\s+out\s+of(?:\s+every)?\s+",
        "in": r"\s+in(?:\s+every)?\s+",
    }
    found |= {key: f"(?:{'|'.join(known[key])})" for key in ("low-behind", "high-behind", "about-behind", "not-things")}
    return {key: re.compile(pattern, re.IGNORECASE) for key, pattern in found.items()}


def _phrases(key: str) -> re.Pattern[str]:
    return _patterns()[key]
