"""Names in what is no prose: results, standings, lists of starters, where numbers and brackets tell who is who."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.facts.names import PATTERN, Name, listed_names, not_names, plain
from dateline.places.countries import country_words
from dateline.text.lexicon import pattern, word_set, words
from dateline.text.span import Span

_LEAST_WORDS = 2  # different ones, of contests, in a text
_TEAM, _STARTER = "names: row of results", "names: person with a country in brackets"
_MEMBERS = "names: list of a team's members"
_WORD = r"[A-ZÀ-Þ][\w’'.-]*"
_SMALL = r"(?:(?:de|del|la|van|von|der|di|da|&)[ ])*"
_NAME = rf"{_WORD}(?:[ ]{_SMALL}{_WORD}){{0,3}}"
_FULL = rf"{_WORD}(?:\s{_SMALL}{_WORD}){{1,3}}"
_NUMBER = r"(?:[-=+]?[\d.,/:]+|-)"
_TOWN = r"(?:[ ]\([A-Z]+\))?"
_ROW = re.compile(rf"^(?:\d+\.?[ ]+)?(?P<one>{_NAME}){_TOWN}(?:[ ]+{_NUMBER}){{3,}}[ ]*$", re.MULTILINE)
_SCORE = re.compile(
    rf"^(?P<one>{_NAME}){_TOWN}[ ]\d{{1,3}}(?:[ ]\([^)]*\))?,?\s"
    rf"(?P<two>{_NAME}){_TOWN}[ ]\d{{1,3}}(?![\d/.]|[ ][a-z])",
    re.MULTILINE,
)
# “Postponed: Luton v Derby”, “May 17 v Norwood”.
_AGAINST = re.compile(rf"(?:(?<=: )(?P<one>{_NAME})[ ])?\bv(?:s\.?)?[ ](?P<two>{_NAME})")
# “15 - Ann Example, 14 - Eve Other”, “Belgium - Ann Example (13th)”.
_MEMBER = re.compile(rf"(?:\b\d{{1,2}}|^(?P<land>{_NAME}))[ ]-[ ](?:\d{{1,2}}[ ]-[ ])?(?P<name>{_FULL})", re.MULTILINE)
_BRACKET = re.compile(rf"(?P<name>{_WORD}(?:[ ]{_SMALL}{_WORD}){{1,3}})\s\((?P<where>[A-Z][\w. ]+)\)")
_AFTER = re.compile(rf"[ ](?P<two>{_NAME})(?=[ ]\d|[ ]same|[ ]?$)", re.MULTILINE)


def results(text: str, start: int) -> Iterator[Name]:
    """Teams of rows and results; persons with their country behind them, or in the list of a team."""
    if len({found[0].lower() for found in pattern("contests", "words").finditer(text)}) < _LEAST_WORDS:
        return
    yield from _starters(text, start)
    for shape in (_ROW, _SCORE, _sides(), _AGAINST):
        for row in shape.finditer(text, start):
            yield from _teams(row)
    yield from _team_members(text, start)


@lru_cache(maxsize=1)
def _sides() -> re.Pattern[str]:
    between = "|".join(map(re.escape, words("score-tables")["between"]))
    return re.compile(rf"^(?P<one>{_NAME})[ ](?:{between})[ ](?P<two>{_NAME})[ ]*$", re.MULTILINE)


@lru_cache(maxsize=1)
def _members() -> re.Pattern[str]:
    heads = "|".join(words("score-tables")["members"])
    name = rf"{_WORD}(?:\s{_WORD})*(?:\s\([^)\n]*\))?"
    return re.compile(rf"(?i:\b(?:{heads})):\s+(?P<list>{name}(?:,\s{name}){{3,}})")


def _person(text: str, where: tuple[int, int]) -> Iterator[Name]:
    left, right = where
    # The full stop after a list; an initial keeps its own.
    span = Span(left, right - 1 if re.search(r"\w\w\w\.$", text[left:right]) else right)
    if not _is_no_team(span.of(text)):
        yield Name(span, "person", plain(span.of(text)), trust=PATTERN, origin=_MEMBERS)


def _teams(row: re.Match[str]) -> Iterator[Name]:
    for side in row.re.groupindex:
        if row[side] and not _is_no_team(row[side]):
            yield Name(Span(*row.span(side)), "group", plain(row[side]), trust=PATTERN, origin=_TEAM)


def _team_members(text: str, start: int) -> Iterator[Name]:
    for row in _MEMBER.finditer(text, start):
        if not row["land"] or _is_land(row["land"]):
            yield from _person(text, row.span("name"))
    for row in _members().finditer(text, start):
        for item in re.finditer(rf"{_WORD}(?:\s{_WORD})*", row["list"]):
            yield from _person(text, (row.start("list") + item.start(), row.start("list") + item.end()))


def _is_no_team(name: str) -> bool:
    """A country (which plays under its name), a day, a heading of the table."""
    lower = name.lower()
    return _is_land(name) or lower in not_names() or lower.split()[0] in word_set("score-tables", "never")


def _is_land(name: str) -> bool:
    """A country, or a part of one with teams of its own."""
    if name.lower() in country_words():
        return True
    return any(found.sort == "place" and len(span.of(name)) == len(name) for span, found in listed_names().find(name))


def _starters(text: str, start: int) -> Iterator[Name]:
    """“2. Ann Example (Kenya) Acme 5 seconds behind”: a person, and the team after the country."""
    for match in _BRACKET.finditer(text, start):
        if not _is_land(match["where"]):
            continue
        span = Span(*match.span("name"))
        if not _is_no_team(span.of(text)):
            yield Name(span, "person", plain(span.of(text)), trust=PATTERN, origin=_STARTER)
        line = text.rfind("\n", 0, span.start) + 1
        team = _AFTER.match(text, match.end())
        if team and re.fullmatch(r"[=\d]+[.)]?\s+", text[line : span.start]):
            yield from _teams(team)
