"""Which spot on earth a name stands for, told by its neighbours in the text; or left unresolved."""

import re
from functools import lru_cache

from dateline.facts.extraction import FoundPlace
from dateline.facts.names import Name
from dateline.model import Location
from dateline.places.countries import country_words
from dateline.places.gazetteer import airfield_key, airfields, country_numbers
from dateline.places.setting import Setting, state_of
from dateline.places.spots import Container, spot
from dateline.text.lexicon import words
from dateline.text.slugs import slug
from dateline.text.span import Span

_AIRFIELD = re.compile(r"\b(?:air ?base|airport|air force base|airfield)\b", re.IGNORECASE)


def resolved(text: str, key: str, name: Name, setting: Setting) -> FoundPlace:
    """The place that a name stands for, in the order of trust: records, countries and regions, airfields, towns."""
    within, state = _container(text, name.span)
    return (
        _recorded(key, within, setting)
        or _listed(text, key, name, within if not state else "", setting)
        or _airfield(text, key, name)
        or spot(text, key, name, Container(within, state), setting)
    )


def _recorded(key: str, within: str, setting: Setting) -> FoundPlace | None:
    known = setting.registry.places(key)
    if len(known) != 1:
        return None
    country = slug(words("countries")[within]["name"]) if within else known[0].country
    return _of_record(known[0]) if known[0].country in (country, None) else None


def _listed(text: str, key: str, name: Name, within: str, setting: Setting) -> FoundPlace | None:
    if state_of(key) and ("." in name.span.of(text) or text[: name.span.start].rstrip().endswith(",")):
        return _state(state_of(key))
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
        return FoundPlace(key, "facility", origin="places: word of an air base") if _AIRFIELD.search(key) else None
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


def _container(text: str, span: Span) -> tuple[str, str]:
    """The country and the American state after a comma: “Paris, Texas” lies in US, “Mosul, Iraq” in IQ."""
    match = re.match(r",\s+([A-ZÀ-Þ][\w’'.]*(?:\s+[A-ZÀ-Þ][\w’'.]*){0,2})", text[span.end : span.end + 60])
    if not match:
        return "", ""
    parts = match[1].split()
    tries = [" ".join(parts[:length]) for length in range(len(parts), 0, -1)]
    found = ((country_words().get(name.lower().rstrip("."), ""), state_of(name)) for name in tries)
    country, state = next(((country, state) for country, state in found if country or state), ("", ""))
    return country or ("US" if state else ""), state


def _is_state(key: str, text: str, name: Name, setting: Setting) -> bool:
    """Some names are those of other places too: of the state only after a town, or in news of the United States."""
    after_town = text[: name.span.start].rstrip().endswith(",")
    if key in words("homonyms")["countries"]:
        return after_town or key in setting.american
    return after_town or key not in words("homonyms")["towns"]


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
