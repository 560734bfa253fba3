"""How two places of a report lie to each other: the same one, one perhaps in the other, one near the other."""

from collections.abc import Sequence
from math import cos, hypot, radians

from dateline.facts.extraction import FoundPlace, PlaceAt

_NEAR = 0.9  # degrees, some 100 km
_RANKS = {
    "town": 0,
    "facility": 1,
    "unknown": 1,
    "district": 1,
    "area": 1,
    "province": 2,
    "sea": 2,
    "region": 3,
    "country": 4,
}


def rank_of(place: FoundPlace) -> int:
    """From a town, 0, to a country, 4."""
    return _RANKS.get(place.kind, 0)


def are_same(one: FoundPlace, two: FoundPlace) -> bool:
    """Two names of one spot of the gazetteer: “Arlen”, “Arlen District”."""
    return one.lat is not None and (one.lat, one.lon) == (two.lat, two.lon)


def may_lie_in(places: Sequence[FoundPlace], fine: PlaceAt, wide: PlaceAt) -> bool:
    """It lies in the country, or is a name that the gazetteer lacks and nothing says that it lies elsewhere."""
    mine, holder = places[fine], places[wide]
    if mine.country == wide:
        return True
    unknown = mine.lat is None and mine.country in (None, holder.country)
    return unknown and rank_of(mine) < 2 <= rank_of(holder)


def are_near(one: FoundPlace, two: FoundPlace) -> bool:
    """Both have a point, some 100 km apart at most."""
    if one.lat is None or two.lat is None or one.lon is None or two.lon is None:
        return False
    return hypot(one.lat - two.lat, (one.lon - two.lon) * cos(radians(one.lat))) <= _NEAR
