"""Which of a project's persons a report means: of one name, and described so that it may be the same one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.facts.extraction import Extraction, FoundActor
from dateline.facts.people import (
    CountryOf,
    Described,
    agree,
    contradict,
    described,
    is_surname_alone,
    mentions_of,
)
from dateline.facts.registry import Registry
from dateline.model import Actor, Location, MaybeSame
from dateline.places.countries import country_words

_SEVERAL = 2


@dataclass(frozen=True)
class Match:
    """The record that is meant, or None; then who has the same name and is another, as far as is told."""

    known: str | None = None
    namesakes: tuple[MaybeSame, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A person as a report names it: all names, and what is told beside them."""

    name: str
    names: tuple[str, ...]
    told: tuple[Described, ...]


def mention(person: FoundActor, names: Iterable[str], text: str, year: int) -> Mention:
    """A person in a report of this year."""
    return Mention(person.name, tuple(names), described(text, person.mentions, year))


def find_person(person: Mention, registry: Registry, country_of: CountryOf) -> Match:
    """By a full name whom nothing that is told contradicts; by a surname only who holds the same office of state.

    A record of a single name is whoever bears it. Where several of one name may be meant, it is the one of whom
    nothing is told, else none.
    """
    if is_surname_alone(person.name):
        return Match(_by_surname(person, registry, country_of))
    full = [name for name in person.names if not is_surname_alone(name)]
    called = (actor for name in full for actor in registry.persons_called(name))
    told = {actor.id: _told(actor, registry) for actor in called if not is_surname_alone(actor.name)}
    fits = [key for key in told if not contradict(person.told, told[key], country_of)]
    alike = [key for key in fits if _roles(told[key]) & _roles(person.told)] or [key for key in fits if not told[key]]
    chosen = fits if len(fits) < _SEVERAL else alike
    if len(chosen) == 1:
        return Match(chosen[0])
    return Match(None, tuple(MaybeSame(actor=key, basis=_basis(person.told, told[key])) for key in fits or told))


def _by_surname(person: Mention, registry: Registry, country_of: CountryOf) -> str | None:
    bearers = registry.persons_called(person.name.split()[-1])
    same = [one.id for one in bearers if " " in one.name and agree(person.told, _told(one, registry), country_of)]
    if len(same) == 1:
        return same[0]
    alone = [one for one in bearers if one.name == person.name]
    return next((one.id for one in alone if not contradict(person.told, _told(one, registry), country_of)), None)


def _told(actor: Actor, registry: Registry) -> tuple[Described, ...]:
    found: dict[Described, None] = {}
    for report in registry.reports_on(actor.id):
        mentions = mentions_of(actor.name, report.text)
        found |= dict.fromkeys(described(report.text, mentions, report.year))
    return tuple(found)


def _roles(told: Iterable[Described]) -> set[str]:
    return {one.role for one in told} - {""}


def _basis(here: Iterable[Described], there: Iterable[Described]) -> str:
    ours, theirs = (", ".join(dict.fromkeys(one.words for one in told)) or "nothing" for told in (here, there))
    return f"the same name; told of the one: {theirs}; of the other: {ours}"


def countries_by_name(extraction: Extraction, registry: Registry) -> CountryOf:
    """The country's code of a country, its adjective, or a place of the report or the project."""
    named: dict[str, str] = {}
    for place in extraction.places:
        country = place if place.kind == "country" else None
        country = extraction.places[place.country] if place.country is not None else country
        if country:
            named.setdefault(place.name.lower(), country.name.lower())

    def country_of(name: str) -> str | None:
        found = named.get(name.lower()) or _recorded(registry.places(name), registry.locations) or name.lower()
        return country_words().get(found)

    return country_of


def _recorded(places: Iterable[Location], locations: Mapping[str, Location]) -> str | None:
    countries = {locations[key].name.lower() for place in places if (key := place.country) and key in locations}
    return next(iter(countries)) if len(countries) == 1 else None
