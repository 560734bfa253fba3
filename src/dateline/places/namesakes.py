"""All towns of one name beside what the text and the project say of them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.places.gazetteer import Town
from dateline.places.setting import Setting

_FAMOUS = 500_000  # people; capitals are famous as well
_FAMOUS_PROVINCE = 5_000_000
_MUCH_LARGER = 100  # times
_CAPITAL = 100_000  # people of a capital that is better known than larger towns of its name
LEADING = 0.4  # share of the country named most
_BEHIND = 0.5  # a division has the people of all its towns
COMPANY = 1.0  # of other places near a town that the text names, for these to say that it is meant


@dataclass(frozen=True)
class Namesakes:
    """All towns and divisions of one name in a text.

    famous  capitals and large cities among them
    known   GeoNames numbers of those that are in the project's records
    """

    name: str
    all: tuple[Town, ...]
    famous: tuple[Town, ...]
    known: frozenset[int]
    setting: Setting

    def is_told(self, town: Town) -> bool:
        """Its state or province is named in the text."""
        return town.level != 1 and (town.country, town.admin1) in self.setting.provinces

    def is_country_named(self, town: Town) -> bool:
        """Its country is named, or implied by other places."""
        return town.country in self.setting.countries

    def is_named(self, town: Town) -> bool:
        """Its country is named."""
        return town.country in self.setting.named

    def is_known(self, town: Town) -> bool:
        """The project has a record of it, and the text names its country or none."""
        return town.id in self.known and (not self.setting.named or town.country in self.setting.named)

    def is_leading(self, town: Town) -> bool:
        """Its country is named as much as any other, or nearly; True where none is named."""
        countries = self.setting.countries
        return not countries or countries.get(town.country, 0) >= LEADING

    def company(self, town: Town) -> float:
        """How many other places near it the text names, in [0, 1.5]."""
        return self.setting.company.of(self.name, town)

    def is_among_its_own(self, town: Town) -> bool:
        """Towns near it are named, and no country but its own."""
        return self.company(town) >= COMPANY and set(self.setting.named) <= {town.country}

    def score(self, town: Town) -> float:
        """How likely it is before others of the name; the powers of ten of its people, more or less."""
        score = math.log10(town.people + 10) + (1.0 if town.primary else 0.0) - (_BEHIND if town.level else 0.0)
        score += 3.0 * self.setting.countries.get(town.country, 0.0)
        score += 2.0 * self.company(town) + 2.0 * self.is_known(town)
        return score + 3.0 * self.setting.provinces.get((town.country, town.admin1), 0.0)


def namesakes(name: str, found: Sequence[Town], setting: Setting) -> Namesakes:
    """All that bear the name, in a text of this setting."""
    known = frozenset(one.geonames for one in setting.registry.places(name) if one.geonames)
    return Namesakes(name, tuple(found), _famous(found, setting), known, setting)


def _famous(found: Sequence[Town], setting: Setting) -> tuple[Town, ...]:
    """Capitals and large cities; by another name, such as one of the past, where no town of size bears it."""
    own = max((one.people for one in found if one.primary), default=0)
    return tuple(one for one in found if _is_famous(one, setting) and (one.primary or one.people > _MUCH_LARGER * own))


def _is_famous(town: Town, setting: Setting) -> bool:
    if town.level:
        return town.level == 1 and town.people >= _FAMOUS_PROVINCE
    return town.people >= _FAMOUS or (town.people >= _CAPITAL and setting.gazetteer.is_capital(town))
