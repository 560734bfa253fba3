"""Names of new towns that a reader can tell from those of their namesakes: “Portland, Oregon”."""

from collections.abc import Collection
from dataclasses import replace

from dateline.draft.compose.records import Records
from dateline.facts.extraction import Extraction, FoundAlias, FoundPlace
from dateline.facts.registry import Registry

_KINDS = ("town", "unknown")
_ORIGIN = "places: another place of the name is known"


def told_apart(extraction: Extraction, records: Records, registry: Registry) -> Extraction:
    """The extraction with a new town called after what holds it too, where another place bears its name already."""
    places = list(extraction.places)
    for number in records.new_places:
        place = places[number]
        others = {known.id for known in registry.places(place.name) if known.kind in _KINDS}
        earlier = (n for n, one in enumerate(places[:number]) if one.name == place.name and one.kind in _KINDS)
        others |= {records.place_ids[n] for n in earlier}
        places[number] = _named(place, places, others - {records.place_ids[number]})
    return replace(extraction, places=tuple(places))


def _named(place: FoundPlace, places: list[FoundPlace], others: Collection[str]) -> FoundPlace:
    holder = place.province or (places[place.country].name if place.country is not None else "")
    if place.kind != "town" or not (others and holder and place.mentions):
        return place
    alias = FoundAlias(place.name, "full", place.mentions[0], _ORIGIN)
    return replace(place, name=f"{place.name}, {holder}", aliases=(alias, *place.aliases))
