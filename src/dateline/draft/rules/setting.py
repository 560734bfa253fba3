"""What a text says of the whereabouts of its names: countries, American states, and which towns lie together."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.draft.lexicon import words
from dateline.draft.registry import Registry
from dateline.draft.rules.gazetteer import Gazetteer, state_names
from dateline.draft.rules.naming import Name
from dateline.draft.rules.nearness import Company, company_of
from dateline.draft.rules.patterns import country_words

_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,2}")
_LEAD = 400  # characters at the start in which a country counts twice
# States whose names say nothing by themselves: a country, cities, a person's name too.
_OTHERS_TOO = ("Georgia", "Washington", "New York", "Virginia")


# The one state that has a country's name, and which countries a report on that one names.
_TWICE = "Georgia"
_AROUND = ("GE", "AM", "AZ", "RU")


@dataclass(frozen=True)
class Setting:
    """What the text says of the whereabouts.

    countries  how often each ISO code is named, in [0, 1]; states: the same of states of the United States by name
    company    which of its names have towns near one another
    american   whether Georgia is the American state
    """

    countries: Mapping[str, float]
    states: Mapping[str, float]
    company: Company
    registry: Registry
    gazetteer: Gazetteer
    american: bool = False


def setting_of(text: str, names: Sequence[Name], registry: Registry, gazetteer: Gazetteer) -> Setting:
    """Countries, peoples and forces that the text names, the first ones twice."""
    said: Counter[str] = Counter()
    states: dict[str, float] = defaultdict(float)
    for match in _WORD.finditer(text):
        code = country_words().get(match[0].lower())
        if code and match[0] != _TWICE:
            said[code] += 2 if match.start() < _LEAD else 1
    for match in _state_pattern().finditer(text):
        if match[0] not in _OTHERS_TOO:
            states[state_of(match[0])] += 2 if match.start() < _LEAD else 1
            said["US"] += 1
    votes = said + Counter(name.country for name in names if name.country and name.key != _TWICE)
    for name in names:
        counties = [one for one in gazetteer.divisions(name.key) if one.country == "US" and one.level > 1]
        for county in counties:
            states[state_names()[county.admin1]] += 1 / len(counties)
    twice = sum(name.key == _TWICE for name in names)
    american = bool(twice) and _is_american(names, said, gazetteer)
    if american:
        states[_TWICE] += twice
        votes["US"] += twice
    elif twice:
        votes["GE"] += twice
    company = company_of((name.key for name in names if name.sort == "place"), gazetteer)
    return Setting(_shares(votes), _shares(states), company, registry, gazetteer, american)


def _is_american(names: Sequence[Name], said: Mapping[str, int], gazetteer: Gazetteer) -> bool:
    """True where towns and the words for countries speak for the state of Georgia, and not for the country.

    The countries of records do not count: what a project knows by now must not change which Georgia is meant.
    """
    state = country = 0
    for key in {name.key for name in names if name.sort == "place"} - {_TWICE}:
        towns = gazetteer.towns(key)
        state += any((town.country, town.admin1) == ("US", "GA") for town in towns)
        country += any(town.country == "GE" for town in towns)
    return state + said["US"] > country + sum(said[code] for code in _AROUND)


def _shares(votes: Mapping[str, float]) -> dict[str, float]:
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
