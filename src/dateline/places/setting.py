"""What a text says of the whereabouts of its names: countries, American states, and which towns lie together."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.facts.names import Name
from dateline.facts.registry import Registry
from dateline.places.countries import country_words
from dateline.places.gazetteer import Gazetteer, state_names
from dateline.places.nearness import Company, company_of
from dateline.text.lexicon import words

_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,2}")
_LEAD = 400  # characters at the start in which a country counts twice


@dataclass(frozen=True)
class Setting:
    """What the text says of the whereabouts.

    countries  how often each ISO code is named, or implied by places whose name none elsewhere bears, in [0, 1]
    named      the same of those that are named; states: of states of the United States by name
    company    which of its names have towns near one another
    american   names of countries that mean the American state of that name here
    """

    countries: Mapping[str, float]
    named: Mapping[str, float]
    states: Mapping[str, float]
    company: Company
    registry: Registry
    gazetteer: Gazetteer
    american: frozenset[str] = frozenset()


def setting_of(text: str, names: Sequence[Name], registry: Registry, gazetteer: Gazetteer) -> Setting:
    """Countries, peoples and forces that the text names, the first ones twice."""
    said: Counter[str] = Counter()
    states: dict[str, float] = defaultdict(float)
    for match in _WORD.finditer(text):
        code = country_words().get(match[0].lower())
        if code and match[0] not in _twice():
            said[code] += 2 if match.start() < _LEAD else 1
    for match in _state_pattern().finditer(text):
        if match[0] not in words("homonyms")["vague"]:
            states[state_of(match[0])] += 2 if match.start() < _LEAD else 1
            said["US"] += 1
    votes: Counter[str] = said + Counter(name.country for name in names if name.country and name.key not in _twice())
    for name in names:
        counties = [one for one in gazetteer.divisions(name.key) if one.country == "US" and one.level > 1]
        for county in counties:
            states[state_names()[county.admin1]] += 1 / len(counties)
    american = frozenset(key for key in _twice() if _is_american(key, names, said, gazetteer))
    for name in names:
        if name.key in american:
            states[name.key] += 1
            votes["US"] += 1
        elif name.key in _twice():
            votes[_twice()[name.key]["country"]] += 1
    company = company_of((name.key for name in names if name.sort == "place"), gazetteer)
    implied = votes + _implied(names, gazetteer, said)
    return Setting(_shares(implied), _shares(votes), _shares(states), company, registry, gazetteer, american)


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


def _implied(names: Sequence[Name], gazetteer: Gazetteer, said: Mapping[str, int]) -> Counter[str]:
    """Countries of places whose name none elsewhere bears: “Ayacucho”, “Benue State”."""
    found: Counter[str] = Counter()
    for key in {name.key for name in names if name.sort == "place" and not name.country}:
        spots = (*gazetteer.towns(key), *(one for one in gazetteer.divisions(key)))
        countries = {one.country for one in spots}
        if len(countries) == 1 and any(one.primary and one.people >= 1000 for one in spots):
            found[spots[0].country] += 1
    return Counter({code: count for code, count in found.items() if count > 1 or not said})


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
