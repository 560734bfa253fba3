"""Which spot on earth a name stands for, told by its neighbours in the text; or left unresolved."""

import re
from functools import lru_cache

from dateline.facts.extraction import FoundPlace
from dateline.facts.names import Name
from dateline.model import Location
from dateline.places.containers import Container
from dateline.places.gazetteer import airfield_key, airfields, country_numbers, state_names
from dateline.places.setting import Setting, state_of
from dateline.places.spots import spot
from dateline.text.lexicon import words
from dateline.text.slugs import slug

_WEIGHED = ("town", "unknown")
_AIRFIELD = re.compile(r"\b(?:air ?base|airport|air force base|airfield)\b", re.IGNORECASE)


def resolved(text: str, key: str, name: Name, within: Container, setting: Setting) -> FoundPlace:
    """The place that a name stands for, in the order of trust: records, countries and regions, airfields, towns.

    within: what stands beside the name and holds it
    """
    return (
        _recorded(key, within, setting)
        or _listed(text, key, name, within.country if not within.provinces else "", setting)
        or _airfield(text, key, name)
        or spot(text, key, name, within, setting)
    )


def _recorded(key: str, within: Container, setting: Setting) -> FoundPlace | None:
    """The one record of this name that fits; a town that was drafted is weighed beside its namesakes instead."""
    fits = [one for one in setting.registry.places(key) if _fits(one, within)]
    own = [one for one in fits if one.id not in setting.registry.drafted]
    sure = own or [one for one in fits if one.kind not in _WEIGHED]
    return _of_record(sure[0]) if len(sure) == 1 else None


def _fits(known: Location, within: Container) -> bool:
    """True where the record may lie in what stands beside the name."""
    if within.country and known.country not in (None, slug(words("countries")[within.country]["name"])):
        return False
    states = {state_names()[code] for country, code in within.provinces if country == "US"}
    return not (states and known.province) or known.province in states


def _listed(text: str, key: str, name: Name, within: str, setting: Setting) -> FoundPlace | None:
    if state_of(key) and ("." in name.span.of(text) or text[: name.span.start].rstrip().endswith(",")):
        return _state(state_of(key))
    if key in words("us-states") and (within == "US" or _is_state(key, text, name, setting)):
        return _state(key)
    if name.kind == "country":
        return country_place(_shared(key, text) or name.country)
    return _region(key) if key in words("regions") else None


def _shared(key: str, text: str) -> str:
    """The ISO code of the lesser country of a shared short name, where the report names it in full; else ""."""
    shared = words("homonyms")["shared"].get(key)
    if not shared:
        return ""
    return shared["other"] if _full_names(key).search(text) else ""


@lru_cache(maxsize=8)
def _full_names(key: str) -> re.Pattern[str]:
    shared = words("homonyms")["shared"][key]
    return re.compile(rf"(?<!{shared['never']} )\b(?:{'|'.join(map(re.escape, shared['said']))})\b")


def _airfield(text: str, key: str, name: Name) -> FoundPlace | None:
    if not _AIRFIELD.search(key) and not _AIRFIELD.match(text[name.span.end :].lstrip()[:20]):
        return None
    field = airfields().get(airfield_key(key))
    # “Hobby Airport” in Houston is no Hobby Field.
    if not field or (key.endswith("Airport") and "irport" not in field.name):
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
