"""Places that the words beside them tell: “the town of X”, “X District”, “X is a village”, “the Afghan capital”."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from dateline.extract.rules.bodies import country_choices
from dateline.facts.names import MODEL, PATTERN, Name, not_names, plain, weekdays
from dateline.places.capitals import capital_on
from dateline.places.countries import country_words
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_BESIDE, _IS = "names: word of place beside it", "names: told to be a place"
_CAPITAL_OF, _PARTY_OF = "names: capital of a country", "names: place behind the letter of a party"
_WORD = r"(?<![’'\w-])(?:(?:[Aa][a-z]{1,2}|[Ee][ls]|[Uu]l)-)?[A-ZÀ-Þ][\w-]*(?:[’'](?!s\b)[\w-]+)*"
_NAME = rf"(?P<name>{_WORD}(?:\s+(?:(?:de|del|da|do|la|las|los|el|al|es|wa|e)\s+){{0,3}}{_WORD}){{0,6}})"
_NO_BEGINNING = r"(?:(?<=[^.!?\s]\s)|(?<=\s[(“\"/]))"
# “Ann Example, D-Corvale”, “(R-Ohio)”.
_PARTY = re.compile(r"(?<=[(\s])[DRI]-(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})(?=[,)\s])")
# “The island of Arlen Wednesday was hit”.
_DAYS = rf"(?:{'|'.join(map(str.title, weekdays()))})"
_DAY = re.compile(rf"\s+{_DAYS}$")
# “In Corvale, located some 15 km from …”.
_AWAY = (
    r"(?:(?:located|situated|lying|which\s+(?:is|lies))\s+)?(?:(?:some|about|around|approximately|roughly|just|nearly)\s+)?"
    r"\d[\d,.]*[\s-]?(?:km|kms|kilomet(?:er|re)s?|miles?)\b"
)
_ASIDE = r"(?:\s+\([^()\n]{1,80}\))?"


def places_named(text: str, start: int) -> Iterator[Name]:
    """“The town of X”, “X province”, “Y District”, “in Z community”."""
    for pattern, trust in _beside():
        for match in pattern.finditer(text, start):
            yield from _named(text, Span(*match.span("name")), _BESIDE, trust)
    for match in _told().finditer(text, start):
        yield from _named(text, Span(*match.span("name")), _IS)
    for match in _PARTY.finditer(text, start):
        yield Name(Span(*match.span("name")), "place", match["name"], trust=PATTERN, origin=_PARTY_OF)
    for match in _rows().finditer(text, start):
        for item in re.finditer(_WORD + rf"(?:\s{_WORD})*", match["row"]):
            at = match.start("row")
            yield from _named(text, Span(at + item.start(), at + item.end()), _BESIDE, PATTERN)


def _named(text: str, span: Span, origin: str, trust: int = MODEL) -> Iterator[Name]:
    day = _DAY.search(span.of(text))
    span = Span(span.start, span.start + day.start()) if day else span
    key = plain(span.of(text))
    lower = key.lower().split()
    if lower[0].partition("-")[0] in not_names():  # “the Kurdish-led region”
        return
    if lower[0] in word_set("cues", "never") or set(lower[-2:]) & word_set("place-words", "special"):
        return
    if key.lower() not in country_words() and key.lower() not in not_names():
        yield Name(span, "place", key, trust=trust, origin=origin)


@lru_cache(maxsize=1)
def _beside() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Each with how much it is trusted: a noun with a capital says more than the model."""
    given = {
        key: "|".join(words("place-words")[key])
        for key in ("of", "after", "divisions", "counties", "around", "within", "told", "expanse")
    }
    months = "|".join(words("calendar")["months"])
    return (
        (re.compile(rf"\b(?i:{given['of']})\s+of\s+(?!(?:{months})\b){_NAME}"), MODEL),
        (re.compile(rf"{_NO_BEGINNING}{_NAME}\s+(?:{given['after']})\b"), MODEL),
        (re.compile(rf"{_NO_BEGINNING}{_NAME}\s+(?:{given['divisions']})\b(?!\s+[A-Z])"), PATTERN),
        (
            re.compile(rf"{_NO_BEGINNING}(?P<name>{_WORD}(?:\s{_WORD}){{0,6}}\s(?:{given['counties']}))\b(?!\s+[A-Z])"),
            PATTERN,
        ),
        (re.compile(rf"\b(?:in|at|near|of|from|around)\s+(?:the\s+)?{_NAME}\s+(?:{given['around']})\b"), MODEL),
        (re.compile(rf"\b(?:in|at|near|on)\s+{_NAME}\s+(?:{given['within']})\b"), MODEL),
        (
            re.compile(
                rf"\b(?:in|at|near|of)\s+{_NAME}{_ASIDE},?\s+an?\s+(?:[\w-]+\s+){{0,3}}?(?:{given['told']})\b(?!\s+of)"
            ),
            MODEL,
        ),
        (re.compile(rf"\b(?:in|at|near|of)\s+{_NAME}{_ASIDE},?\s+{_AWAY}"), MODEL),
        (re.compile(rf"\b(?i:{given['expanse']})\s+of\s+(?!(?:{months})\b){_NAME}"), MODEL),
    )


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    """“X is a small village in …” at the beginning of a line or sentence."""
    kinds = "|".join(words("place-words")["kinds"])
    return re.compile(
        rf"(?:(?<=[.!?]\s)|^){_NAME}{_ASIDE}\s+(?:is|was)\s+(?:an?|the|one)\s+(?:[\w-]+\s+){{0,3}}?(?:{kinds})\b",
        re.MULTILINE,
    )


@lru_cache(maxsize=1)
def _rows() -> re.Pattern[str]:
    """“Arlen, Brook and Corvale counties”."""
    kinds = "|".join(words("place-words")["rows"])
    return re.compile(
        rf"(?P<row>{_WORD}(?:\s{_WORD})?(?:,\s+{_WORD}(?:\s{_WORD})?){{0,12}},?\s+and\s+{_WORD}(?:\s{_WORD})?)\s+(?:{kinds})\b"
    )


def capitals_named(text: str, start: int, day: date | None) -> Iterator[Name]:
    """“The Afghan capital”, “Sudan's capital”, “the capital of Sudan”, where no name follows: Kabul, Khartoum."""
    for match in _capital_pattern().finditer(text, start):
        code = country_words()[" ".join((match["who"] or match["whose"]).split()).lower()]
        name = capital_on(code, day)
        if name:
            yield Name(Span(*match.span()), "place", name, "town", trust=PATTERN, origin=_CAPITAL_OF)


@lru_cache(maxsize=1)
def _capital_pattern() -> re.Pattern[str]:
    """Not “the capital of Mexico City”."""
    who = country_choices()
    before = rf"(?P<who>{who})(?:['’]s)?\s+capital(?!,?\s+(?:city\s+)?(?:of\s+)?[A-Z])\b"
    return re.compile(
        rf"(?<![\w-])(?:{before}|capital(?:\s+city)?\s+of\s+(?:the\s+)?(?P<whose>{who})\b(?!\s+City)(?=(?:,?\s+(?!of\b)[a-z]|[.;:]|\s+{_DAYS})))"
    )
