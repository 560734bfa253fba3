"""Which town, province or county of a name is meant; or none, where too little speaks for one."""

import math
import re
from dataclasses import dataclass

from dateline.facts.extraction import FoundPlace
from dateline.facts.names import Name
from dateline.places.gazetteer import Town, state_names
from dateline.places.setting import Setting

_DIVISION = re.compile(
    r"\s+(?P<kind>[Dd]epartment|[Pp]rovince|[Gg]overnorate|[Ss]tate|[Cc]ounty|[Pp]arish|[Dd]istrict|[Rr]egion|[Oo]blast|"
    r"[Pp]refecture)\b"
)
_COUNTIES = re.compile(r"(?:(?:, | and |, and )[A-Z][\w.]+)*\s+[Cc]ounties\b")
_KINDS = {"county": "district", "parish": "district", "district": "district", "region": "region"}
_PRECISIONS = {1: "adm1", 2: "adm2"}
# A town of fewer people is taken only where its country is named in the text; the larger number counts
# where the text names other countries.
_LEAST_PEOPLE = 5_000
_LEAST_ELSEWHERE = 200_000
_LEAST_ALONE = 1_000
_ACRONYM = 3  # letters
_STANDS = 6.0  # for what stands behind the name
_BEHIND = 0.5  # a division has the people of all its towns


@dataclass(frozen=True)
class Container:
    """What stands behind a name: country, an ISO code, and state, one of the United States; each "" where none does."""

    country: str = ""
    state: str = ""


def spot(text: str, key: str, name: Name, within: Container, setting: Setting) -> FoundPlace:
    """The place; within: what stands behind the name."""
    word = _DIVISION.match(text, name.span.end) or _DIVISION.search(key)
    called = key[: word.start()] if word and word.string is key else key
    kind = _division_kind(word["kind"]) if word else ""
    if not word and _COUNTIES.match(text, name.span.end):
        kind, called = "district", f"{key} County"
    found = _candidates(key, called, kind, setting)
    ranked = sorted(found, key=lambda one: (-_score(key, one, within, setting), one.id))
    why = _why(called, ranked, within, setting) if ranked else ""
    if not why:
        return FoundPlace(key, kind or "unknown", code=within.country)
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


def _own_town(ranked: list[Town]) -> Town:
    """The first; but of a province and the town of the same name in it the town."""
    best = ranked[0]
    if best.level:
        inside = (one for one in ranked if not one.level and _lies_in(one, best))
        return next(inside, best)
    return best


def _lies_in(town: Town, division: Town) -> bool:
    return (town.country, town.admin1) == (division.country, division.admin1)


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


def _score(key: str, town: Town, within: Container, setting: Setting) -> float:
    score = math.log10(town.people + 10) + (1.0 if town.primary else 0.0) - (_BEHIND if town.level else 0.0)
    score += 3.0 * setting.countries.get(town.country, 0.0)
    score += 2.0 * setting.company.of(key, town)
    if town.country == "US":
        score += 3.0 * setting.states.get(_state_name(town), 0.0)
    score += _STANDS * (town.country == within.country)
    return score + _STANDS * (bool(within.state) and within.state == _state_name(town))


def _why(key: str, ranked: list[Town], within: Container, setting: Setting) -> str:
    """What speaks for the first; "" where too little does."""
    town = ranked[0]
    if town.country == within.country:
        return "its country stands after it"
    if town.country == "US" and setting.states.get(_state_name(town)):
        return "its state is named"
    if town.country in setting.countries:
        return "its country is named" if town.country in setting.named else "other places of its country are named"
    if setting.company.of(key, town) >= 1:
        return "other towns near it are named"
    if len(ranked) == 1 and town.primary and not town.level and town.people >= _LEAST_ALONE and not setting.countries:
        return "the only one of its name"
    least = _LEAST_ELSEWHERE if setting.countries else _LEAST_PEOPLE
    return "the largest of its name" if town.people >= (least if town.primary else 2 * least) else ""


def _state_name(town: Town) -> str:
    return state_names().get(town.admin1, "") if town.country == "US" else ""
