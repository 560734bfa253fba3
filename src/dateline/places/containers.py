"""What stands beside a name and holds it: “Portland, Maine”, “Cambridge in England”, “the Nigerian city of Kano”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.places.countries import country_names, country_words
from dateline.places.gazetteer import Gazetteer, Town, state_codes
from dateline.places.setting import state_of
from dateline.text.lexicon import words
from dateline.text.span import Span

_CAPITAL = r"[A-ZÀ-Þ][\w’'.-]*"
_NAME = rf"(?P<where>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,3}})"
_SIDE = (
    r"(?:the\s+)?(?:far\s+|rural\s+)?(?:(?:north|south|east|west)[\w-]*\s+|central\s+)*"
    r"(?:(?:state|province|county|region)\s+of\s+)?"
)
_AFTER = (
    re.compile(rf",\s+(?P<where>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,3}}|[a-z]{{3,5}}\.)"),
    re.compile(rf",?\s+in\s+{_SIDE}{_NAME}"),
    re.compile(rf"\s+\({_NAME}\)"),
)
_BACK = 80  # characters
_IN_A_ROW = re.compile(r",?\s+(?:and|or|&)\s+[A-ZÀ-Þ]|,\s+[A-ZÀ-Þ]")


@dataclass(frozen=True)
class Container:
    """What holds a place: ISO codes of countries, and provinces, each by country and code; neither where nothing does.

    sure  a town of the name that does not lie there is not meant
    """

    countries: frozenset[str] = frozenset()
    provinces: frozenset[tuple[str, str]] = frozenset()
    sure: bool = True

    def __bool__(self) -> bool:
        return bool(self.countries or self.provinces)

    @property
    def country(self) -> str:
        """The country's ISO code, "" where it may be one of several."""
        codes = self.countries | {code for code, _ in self.provinces}
        return next(iter(codes)) if len(codes) == 1 else ""

    def holds(self, town: Town) -> bool:
        """True where the town lies in it."""
        return town.country in self.countries or (town.country, town.admin1) in self.provinces

    def agrees(self, other: "Container") -> bool:
        """True where one may lie in the other."""
        if self.provinces and other.provinces:
            return bool(self.provinces & other.provinces)
        mine, theirs = (one.countries | {code for code, _ in one.provinces} for one in (self, other))
        return bool(mine & theirs)


NOWHERE = Container()


def container_of(text: str, span: Span, gazetteer: Gazetteer) -> Container:
    """What the words behind a name, or else those before it, say that it lies in."""
    found = (one for pattern in _AFTER for one in _behind(pattern, text, span.end, gazetteer))
    return next(found, None) or _before(_of(), text, span.start, gazetteer) or _owner(text, span, gazetteer)


def _behind(pattern: re.Pattern[str], text: str, at: int, gazetteer: Gazetteer) -> Iterator[Container]:
    match = pattern.match(text, at)
    if not match:
        return
    parts = match["where"].split(" ")
    for length in range(len(parts), 0, -1):
        where = " ".join(parts[:length])
        found = _named(where, gazetteer)
        if found and _is_meant(where, text, match.start("where") + len(where), found):
            yield found
            return


def _is_meant(where: str, text: str, end: int, found: Container) -> bool:
    """False of a country that does something (“in Geneva, Russia said”), and of a city in a row of cities."""
    if where in words("homonyms")["towns"]:
        return not _IN_A_ROW.match(text, end)
    return bool(found.provinces) or not _doer_pattern().match(text, end)


@lru_cache(maxsize=1)
def _doer_pattern() -> re.Pattern[str]:
    """A word behind a country that begins no phrase of its own."""
    phrases = "|".join(words("place-words")["phrases"])
    return re.compile(rf"['’]s\b|\s+(?!(?:{phrases})\b)[\w“\"]")


def _named(where: str, gazetteer: Gazetteer) -> Container:
    """The country, the American state or the province of a name; two where a country and a state share it."""
    name = re.sub(r"['’]s$", "", where)
    code = country_names().get(name.lower()) or country_names().get(name.lower().rstrip("."))
    countries = frozenset({code} if code else ())
    state = _state(name)
    if state:
        return Container(countries, frozenset({("US", state_codes()[state])}))
    if code:
        return Container(countries)
    found = (one for one in gazetteer.divisions(name) if one.level == 1 and one.primary and one.country != "US")
    return Container(provinces=frozenset((one.country, one.admin1) for one in found), sure=False)


def _state(name: str) -> str:
    """The American state, also of “FLA.”, “Conn” and “conn.”."""
    spelt = name.rstrip(".")
    forms = (name, spelt, spelt.title(), f"{spelt.title()}.") if spelt.isupper() or spelt.islower() else (name, spelt)
    return next(filter(None, map(state_of, forms)), "")


def _owner(text: str, span: Span, gazetteer: Gazetteer) -> Container:
    """“Syria's”; not where places of the name are known and all lie elsewhere: “Arlenia's Srebrenica” compares."""
    found = _before(_OWNER, text, span.start, gazetteer)
    spots = (*gazetteer.towns(span.of(text)), *gazetteer.divisions(span.of(text))) if found else ()
    return found if not spots or any(map(found.holds, spots)) else NOWHERE


def _before(pattern: re.Pattern[str], text: str, start: int, gazetteer: Gazetteer) -> Container:
    """What is named right before: “The Nigerian city of”, “Indiana's town of”, “Syria's”."""
    match = pattern.search(text, max(0, start - _BACK), start)
    if not match:
        return NOWHERE
    parts = match["who"].split()
    for first in range(len(parts)):
        who = " ".join(parts[first:])
        code = country_words().get(who.lower())
        found = Container(frozenset({code})) if code else _named(who, gazetteer)
        if found:
            return found
    return NOWHERE


_WHO = r"(?<![\w-])(?P<who>(?:[A-ZÀ-Þ][\w.]*\s){0,2}[A-ZÀ-Þ][\w.]*)"
_OWNER = re.compile(rf"{_WHO}['’]s\s+\Z")


@lru_cache(maxsize=1)
def _of() -> re.Pattern[str]:
    kinds = "|".join(words("place-words")["of"])
    return re.compile(rf"{_WHO}(?:['’]s)?\s+(?:[a-z][\w-]+\s+){{0,3}}(?:{kinds})(?:\s+of|,)?\s+\Z")
