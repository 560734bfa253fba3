"""Places: which spot on earth a name stands for, told by its neighbours in the text; or left unresolved."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.draft.extraction import FoundAlias, FoundPlace, Span
from dateline.draft.lexicon import words
from dateline.draft.registry import Registry
from dateline.draft.rules.gazetteer import Gazetteer, Town, airfield_key, airfields, country_numbers, state_names
from dateline.draft.rules.naming import MODEL, Name, plain
from dateline.draft.rules.patterns import country_words
from dateline.model import Location

_AIRFIELD = re.compile(r"\b(?:air ?base|airport|air force base|airfield)\b", re.IGNORECASE)
_DIVISION = re.compile(
    r"\s+(?P<kind>[Dd]epartment|[Pp]rovince|[Gg]overnorate|[Ss]tate|[Cc]ounty|[Dd]istrict|[Rr]egion|[Oo]blast|[Pp]refecture)\b"
)
_DIVISIONS = {"Department", "Province", "Governorate", "County", "District", "Region", "Oblast", "Prefecture"}
_KINDS = {"county": "district", "district": "district", "region": "region"}
_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,2}")
# A town of fewer people is taken only where its country is named in the text.
_LEAST_PEOPLE = 5000


@dataclass(frozen=True)
class Setting:
    """What the text says of the whereabouts. countries: how often each ISO code is named, in [0, 1]."""

    countries: Mapping[str, float]
    registry: Registry
    gazetteer: Gazetteer


def setting_of(text: str, names: Sequence[Name], registry: Registry, gazetteer: Gazetteer) -> Setting:
    """Countries, peoples and forces that the text names, the first ones twice."""
    votes: Counter[str] = Counter(name.country for name in names if name.country)
    for match in _WORD.finditer(text):
        code = country_words().get(match[0].lower())
        if code:
            votes[code] += 2 if match.start() < 400 else 1
    most = max(votes.values(), default=1)
    return Setting({code: count / most for code, count in votes.items()}, registry, gazetteer)


def retyped(text: str, names: Sequence[Name], setting: Setting) -> list[Name]:
    """Names that the model took for people or groups and that are places: “in Cartagena”, “San Miguel Department”."""
    return [_retyped(text, name, setting) for name in names]


def _retyped(text: str, name: Name, setting: Setting) -> Name:
    if name.sort == "place" or name.trust != MODEL:
        return name
    head, _, last = name.key.rpartition(" ")
    if last in _DIVISIONS and head and _is_town(head, setting):
        return replace(name, sort="place", key=head, span=Span(name.span.start, name.span.end - len(last) - 1))
    after = re.search(r"\b(?:in|near|at|outside|around|of)\s+$", text[max(0, name.span.start - 12) : name.span.start])
    return replace(name, sort="place") if after and _is_town(name.key, setting) else name


def _is_town(name: str, setting: Setting) -> bool:
    """True where a country that the text names has a town of this name."""
    return any(setting.countries.get(town.country, 0) > 0 for town in setting.gazetteer.towns(name))


def find_places(text: str, names: Sequence[Name], setting: Setting) -> tuple[FoundPlace, ...]:
    """One place for each key, in text order; then the countries in which they lie."""
    mentions: dict[str, list[Name]] = {}
    for name in names:
        if name.sort == "place":
            mentions.setdefault(name.key, []).append(name)
    found = [_place(text, key, group, setting) for key, group in mentions.items()]
    return _with_countries([place for place in _merged(found) if place.name])


def _place(text: str, key: str, group: Sequence[Name], setting: Setting) -> FoundPlace:
    spans = tuple(name.span for name in group)
    resolved = _resolved(text, key, group[0], setting)
    surfaces = {plain(span.of(text)): span for span in reversed(spans)}
    aliases = tuple(
        FoundAlias(surface, "acronym" if surface.replace(".", "").isupper() else "full", span)
        for surface, span in sorted(surfaces.items(), key=lambda item: item[1])
        if surface != resolved.name
    )
    return replace(resolved, mentions=spans, aliases=aliases)


def _resolved(text: str, key: str, name: Name, setting: Setting) -> FoundPlace:
    known = setting.registry.places(key)
    if len(known) == 1:
        return _of_record(known[0])
    within = _container(text, name.span)
    if key in words("us-states") and (within == "US" or _is_state(key, text, name, setting)):
        return _state(key)
    if name.kind == "country":
        return country_place(name.country)
    if key in words("regions"):
        return _region(key)
    if _AIRFIELD.search(key) or _AIRFIELD.match(text[name.span.end :].lstrip()[:20]):
        field = airfields().get(airfield_key(key))
        point = (field.lat, field.lon) if field else (None, None)
        code = field.country if field else ""
        return FoundPlace(key, "facility", lat=point[0], lon=point[1], precision="near" if field else "", code=code)
    return _town(text, key, name, within, setting)


def _of_record(location: Location) -> FoundPlace:
    code = country_words().get(location.name.lower(), "") if location.kind == "country" else ""
    return FoundPlace(
        location.name, location.kind, province=location.province, lat=location.lat, lon=location.lon,
        precision=location.geo_precision or "", geonames=location.geonames, code=code,
    )  # fmt: skip


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
    return FoundPlace(key, "province", lat=lat, lon=lon, precision="area", code="US")


def country_place(code: str) -> FoundPlace:
    """A country by ISO code, with its middle point."""
    fields = words("countries")[code]
    lat, lon = fields["point"]
    number = country_numbers().get(code)
    return FoundPlace(fields["name"], "country", lat=lat, lon=lon, precision="country", geonames=number, code=code)


def _region(key: str) -> FoundPlace:
    fields = words("regions")[key]
    lat, lon = fields.get("point", (None, None))
    precision = fields.get("precision", "area" if lat is not None else "")
    return FoundPlace(key, fields["kind"], lat=lat, lon=lon, precision=precision, code=fields.get("country", ""))


def _town(text: str, key: str, name: Name, within: str, setting: Setting) -> FoundPlace:
    division = _DIVISION.match(text, name.span.end)
    towns = setting.gazetteer.towns(key) or setting.gazetteer.towns(re.sub(r"^(?:El|La|Al|The) ", "", key))
    scored = sorted(((_score(town, within, setting), town) for town in towns), key=lambda item: (-item[0], item[1].id))
    if not scored or not _is_likely(scored[0][1], within, setting):
        return FoundPlace(key, _division_kind(division) if division else "unknown", code=within)
    town = scored[0][1]
    province = _state_name(town)
    kind, precision, number = ("town", "near", town.id) if not division else (_division_kind(division), "adm1", None)
    # A main name keeps its own spelling; another spelling stays as the report has it.
    return FoundPlace(
        key,
        kind,
        lat=town.lat,
        lon=town.lon,
        precision=precision,
        geonames=number,
        code=town.country,
        province=province if not division else "",
    )


def _division_kind(division: re.Match[str]) -> str:
    return _KINDS.get(division["kind"].lower(), "province")


def _score(town: Town, within: str, setting: Setting) -> float:
    score = math.log10(town.people + 10) + (1.0 if town.primary else 0.0)
    score += 3.0 * setting.countries.get(town.country, 0.0)
    if within:
        score += 6.0 if town.country == within else 0.0
    return score


def _is_likely(town: Town, within: str, setting: Setting) -> bool:
    if town.country == within or town.country in setting.countries:
        return True
    return town.people >= (_LEAST_PEOPLE if town.primary else 20 * _LEAST_PEOPLE)


def _state_name(town: Town) -> str:
    return state_names().get(town.admin1, "") if town.country == "US" else ""


def _merged(places: Sequence[FoundPlace]) -> list[FoundPlace]:
    """One place for each spot: “US” and “America”, “Kyiv” and “Kiev”."""
    found: dict[tuple[str, str, int | None], FoundPlace] = {}
    for place in places:
        number = place.geonames if place.kind == "town" else None
        key = ("", "", number) if number else (place.name, place.code, None)
        first = found.get(key)
        found[key] = place if first is None else _joined(first, place)
    return list(found.values())


def _joined(first: FoundPlace, second: FoundPlace) -> FoundPlace:
    names = {first.name, *(alias.name for alias in first.aliases)}
    more = [alias for alias in second.aliases if alias.name not in names]
    if second.name not in names:
        more.append(FoundAlias(second.name, "full", second.mentions[0]))
    mentions = tuple(sorted((*first.mentions, *second.mentions)))
    return replace(first, mentions=mentions, aliases=(*first.aliases, *more))


def _with_countries(places: Sequence[FoundPlace]) -> tuple[FoundPlace, ...]:
    """Point each place at its country; a country that is not named comes last, without mentions."""
    found = list(places)
    at = {place.code: number for number, place in enumerate(found) if place.kind == "country"}
    for number, place in enumerate(places):
        if place.kind == "country" or place.code not in words("countries"):
            continue
        if place.code not in at:
            at[place.code] = len(found)
            found.append(country_place(place.code))
        found[number] = replace(place, country=at[place.code], code="")
    return tuple(found)


def with_country(places: tuple[FoundPlace, ...], code: str) -> tuple[tuple[FoundPlace, ...], int | None]:
    """The places with this country among them, and its position; None where the code is not known."""
    at = next((n for n, place in enumerate(places) if place.kind == "country" and place.code == code), None)
    if at is not None or code not in words("countries"):
        return places, at
    return (*places, country_place(code)), len(places)
