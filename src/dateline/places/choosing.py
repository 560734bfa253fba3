"""Which of several towns of one name is meant: what stands beside it decides, then fame, then what the text names."""

from collections.abc import Sequence

from dateline.places.containers import Container
from dateline.places.gazetteer import Town
from dateline.places.namesakes import COMPANY, LEADING, Namesakes, namesakes
from dateline.places.setting import Setting
from dateline.text.lexicon import words

_TOWN = 20_000
# A town of fewer people is taken only where its country is named in the text.
_LEAST_UNNAMED = 200_000
_LEAST_ALONE, _LEAST_ALONE_ABROAD = 1_000, 100_000  # of the only one of its name, the latter where countries are named
# Where towns are told apart by their state in English, a named country says nothing of a town of fewer people.
_BY_STATE = {"US", "CA", "AU"}
_LEAST_BY_STATE = 100_000
_SIZEABLE = 100_000  # people of a town that a famous one of another country gives way to where its own is named
_SOME_COMPANY = 0.1
_SO_MUCH_LARGER = 8  # times, than a namesake whose country is named: Geneva
_MARGIN = 0.3  # about twice the people
_NEAR, _WIDE = 1.0, 3.0  # degrees, the latter from a province's middle


def meant(name: str, found: Sequence[Town], within: Container, setting: Setting) -> tuple[tuple[Town, ...], str]:
    """The likeliest first, and what speaks for it; nothing where too little speaks for one.

    within: what stands beside the name and holds the place
    """
    towns = namesakes(name, found, setting)
    held = [one for one in found if within.holds(one)]
    if within and not held and within.sure and not any(one.people >= _SIZEABLE for one in found):
        return (), ""
    pool = held or _without_spellings([one for one in found if _may_be(one, towns)], towns)
    ranked = tuple(sorted(pool, key=lambda one: (-towns.score(one), one.id)))
    if not ranked or _is_open(ranked, towns) or (not held and _is_doubtful(ranked[0], towns)):
        return (), ""
    why = "its country or state stands beside it" if held else _why(ranked, towns)
    return (ranked, why) if why else ((), "")


def _may_be(town: Town, towns: Namesakes) -> bool:
    """False of a namesake of a famous town, and of a small town of which nothing but its country is named."""
    if town in towns.famous or (towns.is_told(town) and not _is_overshadowed(town, towns)):
        return True
    if towns.famous and not _gives_way(town, towns):
        return False
    return towns.is_known(town) or _is_told_enough(town, towns)


def _is_told_enough(town: Town, towns: Namesakes) -> bool:
    if town.country in _BY_STATE and town.people < _LEAST_BY_STATE:
        return towns.is_among_its_own(town) or (len(towns.all) == 1 and not towns.setting.named)
    if town.primary or towns.is_leading(town) or any(one.level and is_inside(town, one) for one in towns.all):
        return True
    return town.people >= (_SIZEABLE if towns.is_country_named(town) else 2 * _LEAST_UNNAMED)


def _is_overshadowed(town: Town, towns: Namesakes) -> bool:
    """More than its state is needed: the famous one's country is named too, or that one is a capital of the world.

    Of a name that is a state's as well (“Washington”) only what stands beside it tells.
    """
    if towns.name in words("homonyms")["towns"]:
        return True
    abroad = [one for one in towns.famous if one.country != town.country]
    is_capital = any(map(towns.setting.gazetteer.is_capital, abroad))
    return any(map(towns.is_named, abroad)) or (is_capital and towns.company(town) < _SOME_COMPANY)


def _gives_way(town: Town, towns: Namesakes) -> bool:
    """A large town of the country that is named most, where that of a famous one is not: Tripoli in Lebanon."""
    leads = towns.is_leading(town) and (town.country not in _BY_STATE or town.level)
    return bool(leads) and town.people >= _SIZEABLE and not any(map(towns.is_country_named, towns.famous))


def _without_spellings(pool: Sequence[Town], towns: Namesakes) -> list[Town]:
    """Without those of another main name whose country is not named, where one bears the name itself.

    A far larger one stays, so that a hamlet does not stand for it: Amara in Iraq and in Romania.
    """
    own = max((one.people for one in pool if one.primary and not one.level), default=0)
    return [one for one in pool if one.primary or not own or towns.is_country_named(one) or one.people > 10 * own]


def _is_open(ranked: Sequence[Town], towns: Namesakes) -> bool:
    """Another one elsewhere is as likely."""
    first = ranked[0]
    rival = next((one for one in ranked[1:] if not _is_beside(first, one)), None)
    return rival is not None and towns.score(first) - towns.score(rival) < _MARGIN


def _is_beside(one: Town, other: Town) -> bool:
    near = _WIDE if one.level or other.level else _NEAR
    return one.country == other.country and abs(one.lat - other.lat) < near and abs(one.lon - other.lon) < near


def _is_doubtful(first: Town, towns: Namesakes) -> bool:
    """A namesake has more for it than the small town that is left, or than the famous one, which has only its fame."""
    if first not in towns.famous:
        return not towns.is_known(first) and _is_outdone(first, max(towns.all, key=towns.score))
    if towns.is_country_named(first) or towns.company(first) >= COMPANY:
        return False
    return any(towns.is_among_its_own(one) or _is_of_the_country(one, towns) for one in towns.all)


def _is_outdone(first: Town, best: Town) -> bool:
    """The likeliest namesake lies in another country, and the first is not known so much better."""
    if not first.level and first.people >= max(_LEAST_UNNAMED, _SO_MUCH_LARGER * best.people):
        return False
    return best.country != first.country and not _is_beside(first, best)


def _is_of_the_country(town: Town, towns: Namesakes) -> bool:
    """A town in the country that is named most, where towns are not told apart by their state."""
    leads = towns.setting.named.get(town.country, 0) >= LEADING and town.country not in _BY_STATE
    return leads and town.people >= _TOWN


def _why(ranked: Sequence[Town], towns: Namesakes) -> str:
    """What speaks for the first; "" where too little does."""
    town = ranked[0]
    if towns.is_told(town):
        return "its state is named"
    if town in towns.famous and town.primary:
        return "the best known of its name"
    if towns.is_country_named(town):
        is_said = town.country in towns.setting.named
        return "its country is named" if is_said else "other places of its country are named"
    if towns.company(town) >= COMPANY:
        return "other towns near it are named"
    return "a record of the project" if towns.is_known(town) else _why_by_itself(ranked, towns)


def _why_by_itself(ranked: Sequence[Town], towns: Namesakes) -> str:
    """Where the text names nothing that holds the town, or the town in the province of its name."""
    first = ranked[0]
    town = next((one for one in ranked if not one.level and is_inside(one, first)), None) if first.level else first
    if town is None:
        return ""
    least = _LEAST_ALONE if not towns.setting.countries else _LEAST_ALONE_ABROAD
    if len(towns.all) == 1 and town.primary and town.people >= least:
        return "the only one of its name"
    is_large = town.people >= (_LEAST_UNNAMED if first.primary else 2 * _LEAST_UNNAMED)
    return "the largest of its name" if is_large else ""


def is_inside(town: Town, division: Town) -> bool:
    """True of a town of a first-level division."""
    return (town.country, town.admin1) == (division.country, division.admin1)
