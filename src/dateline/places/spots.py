"""Which town, province or county of a name is meant; or none, where too little speaks for one."""

import re
from collections.abc import Sequence

from dateline.facts.extraction import FoundPlace
from dateline.facts.names import DATELINE, Name
from dateline.places.choosing import is_inside, meant
from dateline.places.containers import Container
from dateline.places.gazetteer import Town, state_names
from dateline.places.namesakes import LEADING, namesakes
from dateline.places.setting import Setting

_DIVISION = re.compile(
    r"\s+(?P<kind>[Dd]epartment|[Pp]rovince|[Gg]overnorate|[Ss]tate|[Cc]ounty|[Pp]arish|[Dd]istrict|[Rr]egion|[Oo]blast|"
    r"[Pp]refecture)\b"
)
_COUNTIES = re.compile(r"(?:(?:, | and |, and )[A-Z][\w.]+)*\s+[Cc]ounties\b")
_KINDS = {"county": "district", "parish": "district", "district": "district", "region": "region"}
_PRECISIONS = {1: "adm1", 2: "adm2"}
# A place by the words before it, not a person whose name is spelt like a town's: “to accuse Jazairi”.
_PLACED = re.compile(
    r"\b(?:in|near|at|from|to|of|outside|around|towards?|into|inside|(?:shell|bomb|bombard|besieg|captur|recaptur|enter|reach)"
    r"(?:e?d|es|s|ing)?)\s+(?:the\s+)?(?:\w+\s+and\s+)?\Z"
)
_VILLAGE = re.compile(r"\bvillages? of \Z")
_LARGEST_VILLAGE = 100_000  # people
_ACRONYM = 3  # letters


def spot(text: str, key: str, name: Name, within: Container, setting: Setting) -> FoundPlace:
    """The place; within: what stands behind the name."""
    word = _DIVISION.match(text, name.span.end) or _DIVISION.search(key)
    called = key[: word.start()] if word and word.string is key else key
    kind = _division_kind(word["kind"]) if word else ""
    if not word and _COUNTIES.match(text, name.span.end):
        kind, called = "district", f"{key} County"
    found = _candidates(key, called, kind, setting)
    if _VILLAGE.search(text, max(0, name.span.start - 20), name.span.start):
        found = tuple(one for one in found if one.people < _LARGEST_VILLAGE)
    if name.origin == DATELINE and not within:
        # A dateline names the state of a town that is not known by its name alone.
        found = namesakes(called, found, setting).famous or found
    if not found and (within or _PLACED.search(text, max(0, name.span.start - 30), name.span.start)):
        found = _spelt_alike(called, within, setting)
    ranked, why = meant(called, found, within, setting)
    if not ranked and kind == "province" and not within and _is_of_one_country(found, setting):
        ranked, why = found, "the only one of its name"
    if not ranked:
        return FoundPlace(key, kind or "unknown", code=within.country if within.sure else "")
    best = ranked[0] if kind else _own_town(ranked)
    return _place(key, kind, best, why)


def _candidates(key: str, called: str, kind: str, setting: Setting) -> tuple[Town, ...]:
    """Where a word tells of a division divisions before towns; else both, but counties only with their word.

    Three capitals are an acronym (“ICO”), not a town.
    """
    if key.isupper() and len(key) <= _ACRONYM:
        return ()
    gazetteer = setting.gazetteer
    longer, shorter = sorted((key, called), key=len, reverse=True)
    divisions = gazetteer.divisions(longer) or gazetteer.divisions(shorter)
    if not divisions and kind == "district":
        divisions = gazetteer.divisions(f"{called} County")
    towns = gazetteer.towns(called) or gazetteer.towns(re.sub(r"^(?:El|La|Al|The) ", "", called))
    if kind:
        return divisions or towns
    return (*towns, *(one for one in divisions if one.country != "US"))


def _is_of_one_country(found: Sequence[Town], setting: Setting) -> bool:
    codes = {one.country for one in found}
    return len({(one.country, one.level) for one in found}) == 1 and set(setting.named) <= codes


def _spelt_alike(called: str, within: Container, setting: Setting) -> tuple[Town, ...]:
    """The one town of a country that is named beside it, or named most, whose name may be spelt so."""
    towns = setting.gazetteer.towns_spelt_alike(called)
    if within:
        found = [town for town in towns if within.holds(town)]
    else:
        found = [town for town in towns if setting.named.get(town.country, 0) >= LEADING]
    return (found[0],) if len(found) == 1 else ()


def _own_town(ranked: tuple[Town, ...]) -> Town:
    """The first; but of a province and the town of the same name in it the town."""
    best = ranked[0]
    if best.level:
        inside = (one for one in ranked if not one.level and is_inside(one, best))
        return next(inside, best)
    return best


def _place(key: str, kind: str, town: Town, why: str) -> FoundPlace:
    origin = f"places: gazetteer, {why}"
    if kind or town.level:
        precision = _PRECISIONS.get(town.level, "adm1")
        return FoundPlace(
            key,
            kind or ("province" if town.level == 1 else "district"),
            lat=town.lat,
            lon=town.lon,
            precision=precision,
            code=town.country,
            origin=origin,
        )
    return FoundPlace(
        key, "town", province=_state_name(town), lat=town.lat, lon=town.lon, precision="near", geonames=town.id,
        code=town.country, origin=origin,
    )  # fmt: skip


def _division_kind(word: str) -> str:
    return _KINDS.get(word.lower(), "province")


def _state_name(town: Town) -> str:
    return state_names().get(town.admin1, "") if town.country == "US" else ""
