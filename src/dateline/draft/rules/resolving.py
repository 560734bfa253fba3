"""Which spot on earth a name stands for, told by its neighbours in the text; or left unresolved."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.draft.extraction import FoundPlace, Span
from dateline.draft.lexicon import words
from dateline.draft.registry import Registry
from dateline.draft.rules.gazetteer import (
    Gazetteer,
    Town,
    airfield_key,
    airfields,
    counties,
    country_numbers,
    fold,
    state_names,
)
from dateline.draft.rules.naming import Name
from dateline.draft.rules.nearness import Company, company_of
from dateline.draft.rules.patterns import country_words
from dateline.draft.slugs import slug
from dateline.model import Location

_AIRFIELD = re.compile(r"\b(?:air ?base|airport|air force base|airfield)\b", re.IGNORECASE)
_DIVISION = re.compile(
    r"\s+(?P<kind>[Dd]epartment|[Pp]rovince|[Gg]overnorate|[Ss]tate|[Cc]ounty|[Dd]istrict|[Rr]egion|[Oo]blast|[Pp]refecture)\b"
)
_KINDS = {"county": "district", "district": "district", "region": "region"}
_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,2}")
# A town of fewer people is taken only where its country is named in the text; the larger number counts
# where the text names other countries.
_LEAST_PEOPLE = 5_000
_LEAST_ELSEWHERE = 200_000

# States whose names say nothing by themselves: a country, cities, a person's name too.
_OTHERS_TOO = ("Georgia", "Washington", "New York", "Virginia")


@dataclass(frozen=True)
class Setting:
    """What the text says of the whereabouts.

    countries  how often each ISO code is named, in [0, 1]; states: the same of states of the United States by name
    company    which of its names have towns near one another
    """

    countries: Mapping[str, float]
    states: Mapping[str, float]
    company: Company
    registry: Registry
    gazetteer: Gazetteer


def setting_of(text: str, names: Sequence[Name], registry: Registry, gazetteer: Gazetteer) -> Setting:
    """Countries, peoples and forces that the text names, the first ones twice."""
    votes: Counter[str] = Counter(name.country for name in names if name.country)
    states: dict[str, float] = defaultdict(float)
    for match in _WORD.finditer(text):
        code = country_words().get(match[0].lower())
        if code:
            votes[code] += 2 if match.start() < 400 else 1
    for match in _state_pattern().finditer(text):
        if match[0] not in _OTHERS_TOO:
            states[_state_of(match[0])] += 2 if match.start() < 400 else 1
            votes["US"] += 1
    for name in names:
        for state in sorted(counties().get(fold(name.key), ())):
            states[state] += 1 / len(counties()[fold(name.key)])
    company = company_of((name.key for name in names if name.sort == "place"), gazetteer)
    return Setting(_shares(votes), _shares(states), company, registry, gazetteer)


def _shares(votes: Mapping[str, float]) -> dict[str, float]:
    most = max(votes.values(), default=1.0)
    return {key: count / most for key, count in votes.items()}


@lru_cache(maxsize=1)
def _state_pattern() -> re.Pattern[str]:
    names = sorted(_short_states(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)")


def resolved(text: str, key: str, name: Name, setting: Setting) -> FoundPlace:
    """The place that a name stands for, in the order of trust: records, countries and regions, airfields, towns."""
    within = _container(text, name.span)
    return (
        _recorded(key, within, setting)
        or _listed(text, key, name, within, setting)
        or _airfield(text, key, name)
        or _town(text, key, name, within, setting)
    )


def _recorded(key: str, within: str, setting: Setting) -> FoundPlace | None:
    known = setting.registry.places(key)
    if len(known) != 1:
        return None
    country = slug(words("countries")[within]["name"]) if within else known[0].country
    return _of_record(known[0]) if known[0].country in (country, None) else None


def _listed(text: str, key: str, name: Name, within: str, setting: Setting) -> FoundPlace | None:
    if text[: name.span.start].rstrip().endswith(",") and _state_of(key):
        return _state(_state_of(key))
    if key in words("us-states") and (within == "US" or _is_state(key, text, name, setting)):
        return _state(key)
    if name.kind == "country":
        return country_place(name.country)
    return _region(key) if key in words("regions") else None


def _airfield(text: str, key: str, name: Name) -> FoundPlace | None:
    if not _AIRFIELD.search(key) and not _AIRFIELD.match(text[name.span.end :].lstrip()[:20]):
        return None
    field = airfields().get(airfield_key(key))
    if not field:
        return FoundPlace(key, "facility", origin="places: word of an air base")
    return FoundPlace(key, "facility", lat=field.lat, lon=field.lon, precision="near", code=field.country,
        origin="places: list of air bases",
    )  # fmt: skip


def _of_record(location: Location) -> FoundPlace:
    own = slug(location.name) if location.kind == "country" else location.country or ""
    code = _codes_by_slug().get(own, "")
    return FoundPlace(
        location.name, location.kind, province=location.province, lat=location.lat, lon=location.lon,
        precision=location.geo_precision or "", geonames=location.geonames, code=code, origin="places: project record",
    )  # fmt: skip


@lru_cache(maxsize=1)
def _codes_by_slug() -> dict[str, str]:
    return {slug(str(fields["name"])): code for code, fields in words("countries").items()}


def _container(text: str, span: Span) -> str:
    """The country after a comma: “Paris, Texas” lies in US, “Mosul, Iraq” in IQ."""
    match = re.match(r",\s+([A-ZÀ-Þ][\w’'.]*(?:\s+[A-ZÀ-Þ][\w’'.]*){0,2})", text[span.end : span.end + 60])
    if not match:
        return ""
    parts = match[1].split()
    tries = [" ".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next((code for code in map(_code_of, tries) if code), "")


def _code_of(name: str) -> str:
    return country_words().get(name.lower().rstrip("."), "") or ("US" if _state_of(name) else "")


@lru_cache(maxsize=1)
def _short_states() -> dict[str, str]:
    return {short: name for name, fields in words("us-states").items() for short in (name, *fields["short"])}


def _state_of(name: str) -> str:
    return _short_states().get(name, "") or _short_states().get(f"{name}.", "")


def _is_state(key: str, text: str, name: Name, setting: Setting) -> bool:
    """Georgia, Washington and New York are other places too: only after a town, or in news of the country."""
    after_town = text[: name.span.start].rstrip().endswith(",")
    if key == "Georgia":
        return after_town or setting.countries.get("US", 0) > setting.countries.get("GE", 0)
    return after_town or key not in ("Washington", "New York")


def _state(key: str) -> FoundPlace:
    lat, lon = words("us-states")[key]["point"]
    return FoundPlace(
        key, "province", lat=lat, lon=lon, precision="area", code="US", origin="places: list of American states"
    )


def country_place(code: str) -> FoundPlace:
    """A country by ISO code, with its middle point."""
    fields = words("countries")[code]
    lat, lon = fields["point"]
    number = country_numbers().get(code)
    return FoundPlace(
        fields["name"], "country", lat=lat, lon=lon, precision="country", geonames=number, code=code,
        origin="places: list of countries",
    )  # fmt: skip


def _region(key: str) -> FoundPlace:
    fields = words("regions")[key]
    lat, lon = fields.get("point", (None, None))
    precision = fields.get("precision", "area" if lat is not None else "")
    return FoundPlace(
        key, fields["kind"], lat=lat, lon=lon, precision=precision, code=fields.get("country", ""),
        origin="places: list of regions",
    )  # fmt: skip


def _town(text: str, key: str, name: Name, within: str, setting: Setting) -> FoundPlace:
    division = _DIVISION.match(text, name.span.end) or _DIVISION.search(key)
    called = key[: division.start()] if division and division.string is key else key
    towns = setting.gazetteer.towns(called) or setting.gazetteer.towns(re.sub(r"^(?:El|La|Al|The) ", "", called))
    states = counties().get(fold(key), frozenset()) & set(setting.states)
    if division and states:
        towns = tuple(town for town in towns if _state_name(town) in states)
    scored = sorted(
        ((_score(key, town, within, setting), town) for town in towns), key=lambda item: (-item[0], item[1].id)
    )
    why = _why(called, scored[0][1], within, setting) if scored else ""
    if not why:
        return FoundPlace(key, _division_kind(division) if division else "unknown", code=within)
    town = scored[0][1]
    found = FoundPlace(
        key, "town", lat=town.lat, lon=town.lon, precision="near", geonames=town.id, code=town.country,
        origin=f"places: gazetteer, {why}",
    )  # fmt: skip
    if division:
        return replace(found, kind=_division_kind(division), precision="adm1", geonames=None)
    return replace(found, province=_state_name(town))


def _division_kind(division: re.Match[str]) -> str:
    return _KINDS.get(division["kind"].lower(), "province")


def _score(key: str, town: Town, within: str, setting: Setting) -> float:
    score = math.log10(town.people + 10) + (1.0 if town.primary else 0.0)
    score += 3.0 * setting.countries.get(town.country, 0.0)
    score += 2.0 * setting.company.of(key, town)
    if town.country == "US":
        score += 3.0 * setting.states.get(_state_name(town), 0.0)
    if within:
        score += 6.0 if town.country == within else 0.0
    return score


def _why(key: str, town: Town, within: str, setting: Setting) -> str:
    """What speaks for a town; "" where too little does."""
    if town.country == within:
        return "its country stands after it"
    if town.country == "US" and setting.states.get(_state_name(town)):
        return "its state is named"
    if town.country in setting.countries:
        return "its country is named"
    if setting.company.of(key, town) >= 1:
        return "other towns near it are named"
    least = _LEAST_ELSEWHERE if setting.countries else _LEAST_PEOPLE
    return "the largest of its name" if town.people >= (least if town.primary else 2 * least) else ""


def _state_name(town: Town) -> str:
    return state_names().get(town.admin1, "") if town.country == "US" else ""
