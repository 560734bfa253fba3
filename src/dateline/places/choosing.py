"""Which of several towns of one name is meant: what stands beside it decides, then fame, then what the text names."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.places.containers import Container
from dateline.places.gazetteer import Town
from dateline.places.setting import Setting
from dateline.text.lexicon import words

_FAMOUS = 500_000  # people; capitals are famous as well
_FAMOUS_PROVINCE = 5_000_000
_TOWN = 20_000
_MUCH_LARGER = 100  # times
_CAPITAL = 100_000  # people of a capital that is better known than larger towns of its name
# A town of fewer people is taken only where its country is named in the text.
_LEAST_UNNAMED = 200_000
_LEAST_ALONE, _LEAST_ALONE_ABROAD = 1_000, 50_000  # of the only one of its name, the latter where countries are named
# Where towns are told apart by their state in English, a named country says nothing of a town of fewer people.
_BY_STATE = {"US", "CA", "AU"}
_LEAST_BY_STATE = 100_000
_SIZEABLE = 100_000  # people of a town that a famous one of another country gives way to where its own is named
_LEADING = 0.4  # share of the country named most
_BEHIND = 0.5  # a division has the people of all its towns
_MARGIN = 0.3  # about twice the people
_NEAR, _WIDE = 1.0, 3.0  # degrees, the latter from a province's middle
_COMPANY = 1.0


@dataclass(frozen=True)
class Namesakes:
    """All towns and divisions of one name in a text.

    famous  capitals and large cities among them
    """

    name: str
    all: tuple[Town, ...]
    famous: tuple[Town, ...]
    setting: Setting

    def is_told(self, town: Town) -> bool:
        """Its state or province is named in the text."""
        return town.level != 1 and (town.country, town.admin1) in self.setting.provinces

    def is_country_named(self, town: Town) -> bool:
        """Its country is named, or implied by other places."""
        return town.country in self.setting.countries

    def is_leading(self, town: Town) -> bool:
        """Its country is named as much as any other, or nearly; True where none is named."""
        countries = self.setting.countries
        return not countries or countries.get(town.country, 0) >= _LEADING

    def company(self, town: Town) -> float:
        """How many other places near it the text names, in [0, 1.5]."""
        return self.setting.company.of(self.name, town)

    def is_among_its_own(self, town: Town) -> bool:
        """Towns near it are named, and no country but its own."""
        return self.company(town) >= _COMPANY and set(self.setting.named) <= {town.country}

    def score(self, town: Town) -> float:
        """How likely it is before others of the name; the powers of ten of its people, more or less."""
        score = math.log10(town.people + 10) + (1.0 if town.primary else 0.0) - (_BEHIND if town.level else 0.0)
        score += 3.0 * self.setting.countries.get(town.country, 0.0)
        score += 2.0 * self.company(town)
        return score + 3.0 * self.setting.provinces.get((town.country, town.admin1), 0.0)


def meant(name: str, found: Sequence[Town], within: Container, setting: Setting) -> tuple[tuple[Town, ...], str]:
    """The likeliest first, and what speaks for it; nothing where too little speaks for one.

    within: what stands beside the name and holds the place
    """
    towns = Namesakes(name, tuple(found), _famous(found, setting), setting)
    held = [one for one in found if within.holds(one)]
    if within and not held and within.sure and not any(one.people >= _SIZEABLE for one in found):
        return (), ""
    pool = held or _without_spellings([one for one in found if _may_be(one, towns)], towns)
    ranked = tuple(sorted(pool, key=lambda one: (-towns.score(one), one.id)))
    if not ranked or _is_open(ranked, towns) or (not held and _is_doubtful(ranked[0], towns)):
        return (), ""
    why = "its country or state stands beside it" if held else _why(ranked, towns)
    return (ranked, why) if why else ((), "")


def _famous(found: Sequence[Town], setting: Setting) -> tuple[Town, ...]:
    """Capitals and large cities; by another name, such as one of the past, where no town of size bears it."""
    own = max((one.people for one in found if one.primary), default=0)
    return tuple(one for one in found if _is_famous(one, setting) and (one.primary or one.people > _MUCH_LARGER * own))


def _is_famous(town: Town, setting: Setting) -> bool:
    if town.level:
        return town.level == 1 and town.people >= _FAMOUS_PROVINCE
    return town.people >= _FAMOUS or (town.people >= _CAPITAL and setting.gazetteer.is_capital(town))


def _may_be(town: Town, towns: Namesakes) -> bool:
    """False of a namesake of a famous town, and of a small town of which nothing but its country is named."""
    if town in towns.famous:
        return True
    if towns.is_told(town) and not _is_overshadowed(town, towns):
        return True
    if towns.famous and not _gives_way(town, towns):
        return False
    if town.country in _BY_STATE and town.people < _LEAST_BY_STATE:
        return towns.is_among_its_own(town) or (len(towns.all) == 1 and not towns.setting.named)
    if town.primary or towns.is_leading(town) or any(one.level and is_inside(town, one) for one in towns.all):
        return True
    return town.people >= (_SIZEABLE if towns.is_country_named(town) else 2 * _LEAST_UNNAMED)


def _is_overshadowed(town: Town, towns: Namesakes) -> bool:
    """The text names the country of a famous town of this name abroad too, or the name is that of a state as well."""
    if towns.name in words("homonyms")["towns"]:
        return True
    return any(one.country != town.country and one.country in towns.setting.named for one in towns.famous)


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
        best = max(towns.all, key=towns.score)
        return first.people < _LEAST_UNNAMED and not _is_beside(first, best) and best.country != first.country
    if towns.is_country_named(first) or towns.company(first) >= _COMPANY:
        return False
    return any(towns.is_among_its_own(one) or _is_of_the_country(one, towns) for one in towns.all)


def _is_of_the_country(town: Town, towns: Namesakes) -> bool:
    """A town in the country that is named most, where towns are not told apart by their state."""
    leads = towns.setting.named.get(town.country, 0) >= _LEADING and town.country not in _BY_STATE
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
    if towns.company(town) >= _COMPANY:
        return "other towns near it are named"
    return _why_by_itself(ranked, towns)


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
