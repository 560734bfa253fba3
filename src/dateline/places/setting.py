"""What a text says of the whereabouts of its names: countries, American states, and which towns lie together."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from dateline.facts.names import Name, adjectives
from dateline.facts.registry import Registry
from dateline.places.countries import country_words
from dateline.places.gazetteer import Gazetteer, Town, state_codes
from dateline.places.nearness import Company, company_of
from dateline.text.lexicon import words
from dateline.text.span import Span

_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,2}")
_Key = TypeVar("_Key")
_LARGE, _SMALLER = 500_000, 100  # people of a town, and how many times fewer a namesake has that nobody means
_NOUN = re.compile(r" (?:Province|State|Governorate|Department|Region|Oblast|Prefecture)$")
_WIDER = 10  # times as many people in a province as in a town of its name
_LEAD = 400  # characters at the start in which a country counts twice


@dataclass(frozen=True)
class Setting:
    """What the text says of the whereabouts.

    countries  how often each ISO code is named, or implied by places whose name none elsewhere bears, in [0, 1]
    named      the same of those that are named
    provinces  the same of states, provinces and the like, each by country and code
    company    which of its names have towns near one another
    american   names of countries that mean the American state of that name here
    """

    countries: Mapping[str, float]
    named: Mapping[str, float]
    provinces: Mapping[tuple[str, str], float]
    company: Company
    registry: Registry
    gazetteer: Gazetteer
    american: frozenset[str] = frozenset()


def setting_of(text: str, names: Sequence[Name], registry: Registry, gazetteer: Gazetteer) -> Setting:
    """Countries, peoples and forces that the text names, the first ones twice."""
    said: Counter[str] = Counter()
    provinces: dict[tuple[str, str], float] = defaultdict(float)
    for span, code in _countries(text):
        if span.of(text) not in _twice() and not _is_doer(text, span):
            said[code] += 2 if span.start < _LEAD else 1
    for match in _state_pattern().finditer(text):
        if match[0] not in words("homonyms")["vague"]:
            provinces[_state(state_of(match[0]))] += 2 if match.start() < _LEAD else 1
            said["US"] += 1
    votes: Counter[str] = said + Counter(name.country for name in names if name.country and name.key not in _twice())
    for name in names:
        for province, share in _provinces_of(name, gazetteer):
            provinces[province] += share
    american = frozenset(key for key in _twice() if _is_american(key, names, said, gazetteer))
    for name in names:
        if name.key in american:
            provinces[_state(name.key)] += 1
            votes["US"] += 1
        elif name.key in _twice():
            votes[_twice()[name.key]["country"]] += 1
    company = company_of((name.key for name in names if name.sort == "place"), gazetteer)
    implied = votes + _implied(names, gazetteer, said)
    return Setting(_shares(implied), _shares(votes), _shares(provinces), company, registry, gazetteer, american)


def _countries(text: str) -> Iterator[tuple[Span, str]]:
    """Names and adjectives of countries among words with capitals: “The United States”, “Twelve Yemeni”."""
    for match in _WORD.finditer(text):
        words_, at = match[0].split(" "), match.start()
        first = 0
        while first < len(words_):
            lengths = range(len(words_) - first, 0, -1)
            tries = ((n, " ".join(words_[first : first + n])) for n in lengths)
            length, name = next(((n, name) for n, name in tries if name.lower() in country_words()), (1, ""))
            if name:
                yield Span(at, at + len(name)), country_words()[name.lower()]
            at += sum(len(word) + 1 for word in words_[first : first + length])
            first += length


def _is_doer(text: str, span: Span) -> bool:
    """“An Israeli airstrike” tells whose it was, not where."""
    return span.of(text).lower() in adjectives() and bool(_deed_pattern().match(text, span.end))


@lru_cache(maxsize=1)
def _deed_pattern() -> re.Pattern[str]:
    deeds = "|".join(sorted({*words("forces")["deeds"], "airstrike", "air strike", "drone strike", "jet", "warplane"}))
    return re.compile(rf"\s+(?:[a-z-]+\s+)?(?:{deeds})s?\b")


def _twice() -> dict[str, dict[str, Any]]:
    """Countries that share their name with a state."""
    found: dict[str, dict[str, Any]] = words("homonyms")["countries"]
    return found


def _is_american(twice: str, names: Sequence[Name], said: Mapping[str, int], gazetteer: Gazetteer) -> bool:
    """True where towns and the words for countries speak for the state, and not for the country of its name.

    The countries of records do not count: what a project knows by now must not change which one is meant.
    """
    state = country = 0
    fields = _twice()[twice]
    if all(name.key != twice for name in names):
        return False
    for key in {name.key for name in names if name.sort == "place"} - {twice}:
        towns = gazetteer.towns(key)
        state += any((town.country, town.admin1) == ("US", fields["state"]) for town in towns)
        country += any(town.country == fields["country"] for town in towns)
    return state + said["US"] > country + sum(said[code] for code in fields["around"])


def _divisions(key: str, gazetteer: Gazetteer) -> tuple[Town, ...]:
    """Also of a name with its noun: “Helmand Province”."""
    return gazetteer.divisions(key) or gazetteer.divisions(_NOUN.sub("", key))


def _implied(names: Sequence[Name], gazetteer: Gazetteer, said: Mapping[str, int]) -> Counter[str]:
    """Countries of places whose name none elsewhere bears, or none of size: “Ayacucho”, “Benue State”, “Baghdad”."""
    found: Counter[str] = Counter()
    for key in {name.key for name in names if name.sort == "place" and not name.country}:
        spots = (*gazetteer.towns(key), *_divisions(key, gazetteer))
        most = max((one.people for one in spots), default=0)
        countries = {one.country for one in spots if not (most >= _LARGE and one.people * _SMALLER < most)}
        if len(countries) == 1 and any(one.primary and one.people >= 1000 for one in spots):
            found[countries.pop()] += 1
    return Counter({code: count for code, count in found.items() if count > 1 or not said})


def _state(name: str) -> tuple[str, str]:
    return "US", state_codes()[name]


def _provinces_of(name: Name, gazetteer: Gazetteer) -> Iterator[tuple[tuple[str, str], float]]:
    """Provinces that the name may mean, and states in which a county of this name lies, each with its share.

    Of what is a larger town's name too nothing is told: “Lima” names the town, not its province.
    """
    divisions = _divisions(name.key, gazetteer)
    counties = [one for one in divisions if one.country == "US" and one.level > 1]
    wide = [one for one in divisions if one.level == 1 and one.country not in ("US", "GB")]
    largest = max((town.people for town in gazetteer.towns(name.key)), default=0)
    wide = [one for one in wide if one.people > _WIDER * largest]
    for group in (counties, wide):
        yield from (((one.country, one.admin1), 1 / len(group)) for one in group)


def _shares(votes: Mapping[_Key, float]) -> dict[_Key, float]:
    most = max(votes.values(), default=1.0)
    return {key: count / most for key, count in votes.items()}


@lru_cache(maxsize=1)
def _state_pattern() -> re.Pattern[str]:
    names = sorted(_short_states(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)")


@lru_cache(maxsize=1)
def _short_states() -> dict[str, str]:
    return {short: name for name, fields in words("us-states").items() for short in (name, *fields["short"])}


def state_of(name: str) -> str:
    """The American state of a name or short form, "" where it is none."""
    return _short_states().get(name, "") or _short_states().get(f"{name}.", "")
