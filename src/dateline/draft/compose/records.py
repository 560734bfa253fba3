"""Profiles for what the project does not know yet, and the ids of all that a seed names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.draft.compose.bodies import find_body
from dateline.draft.compose.people import Match, countries_by_name, find_person, mention
from dateline.facts.extraction import ActorAt, Extraction, FoundAlias, FoundPlace, PlaceAt, by_position
from dateline.facts.registry import Registry
from dateline.model import Actor, Alias, Location, MaybeSame
from dateline.text.slugs import free_slug, slug

_NOT_LINKING = {"kunya", "nom-de-guerre", "short"}


@dataclass(frozen=True)
class Records:
    """The id of each actor and place by position, and which of them need a new profile."""

    actor_ids: tuple[str, ...]
    place_ids: tuple[str, ...]
    new_actors: tuple[ActorAt, ...]
    new_places: tuple[PlaceAt, ...]
    namesakes: Mapping[ActorAt, tuple[MaybeSame, ...]] = field(default_factory=dict)


def identify(extraction: Extraction, registry: Registry, text: str = "", year: int = 0) -> Records:
    """Link to the project's records where one fits, else choose a new id; text, year: of the report."""
    place_ids, new_places = _place_ids(extraction.places, registry)
    country_of = countries_by_name(extraction, registry)
    taken = set(registry.taken.get("actors", ()))
    ids: list[str] = []
    new: dict[ActorAt, tuple[MaybeSame, ...]] = {}
    for number, actor in by_position(extraction.actors):
        names = [actor.name, *(alias.name for alias in actor.aliases if alias.kind not in _NOT_LINKING)]
        person = mention(actor, names, text, year) if actor.kind == "person" else None
        match = find_person(person, registry, country_of) if person else Match()
        key = match.known or (None if match.namesakes else _known(names, registry, taken, is_person=bool(person)))
        if key is None and actor.country is not None:
            key = find_body(actor.name, actor.kind, place_ids[actor.country], registry)
        if key is None:
            work = [slug(one.role) for one in person.told if one.role] if person and match.namesakes else []
            key = free_slug(slug(actor.name), taken | registry.not_free("actors"), *work, actor.kind)
            taken.add(key)
            new[number] = match.namesakes
        ids.append(key)
    return Records(tuple(ids), place_ids, tuple(new), new_places, {n: found for n, found in new.items() if found})


def _known(names: Sequence[str], registry: Registry, taken: set[str], *, is_person: bool) -> str | None:
    """By name alone; a person only where no other person has that name, for those are told apart by more."""
    found = registry.actor(*names)
    if found and not (is_person and registry.actors[found].kind == "person"):
        return found
    return _unreadable(slug(names[0]), taken, registry.actors)


def _unreadable(wanted: str, taken: set[str], records: Mapping[str, object]) -> str | None:
    """A file of this id is there and cannot be read: it is taken for the record that is meant."""
    return wanted if wanted in taken and wanted not in records else None


def _place_ids(places: Sequence[FoundPlace], registry: Registry) -> tuple[tuple[str, ...], tuple[PlaceAt, ...]]:
    taken = set(registry.taken.get("locations", ()))
    ids: dict[PlaceAt, str] = {}
    new: list[PlaceAt] = []
    for number, place in sorted(by_position(places), key=lambda item: item[1].kind != "country"):
        country = ids.get(place.country) if place.country is not None else None
        known = _known_place(place, country, registry)
        known = known or (
            None if number in new else _unreadable(slug(place.name), taken - set(ids.values()), registry.locations)
        )
        if known is None:
            known = free_slug(slug(place.name), taken | registry.not_free("locations"), *_suffixes(place, country))
            taken.add(known)
            new.append(number)
        ids[number] = known
    return tuple(ids[number] for number, _ in by_position(places)), tuple(sorted(new))


def _known_place(place: FoundPlace, country: str | None, registry: Registry) -> str | None:
    """The one record that fits; of several, such as a state and a country of one name, the one of its kind.

    Of the same number in the gazetteer there is one place, whatever it is called: the record of the same name, or the
    first of those that carry one of its names.
    """
    names = dict.fromkeys([place.name, *(alias.name for alias in place.aliases)])
    same = [known for name in names for known in registry.places(name) if place.geonames == known.geonames is not None]
    if same:
        return next((known.id for known in same if known.name == place.name), same[0].id)
    fits = [known for known in registry.places(place.name) if _is_place(place, country, known, registry)]
    own = [known for known in fits if (known.kind, known.country) == (place.kind, country)]
    one = own or fits
    return one[0].id if len(one) == 1 else None


def _is_place(place: FoundPlace, country: str | None, known: Location, registry: Registry) -> bool:
    """By country; nobody knows whether a drafted town that has a point is the one of this name that has none."""
    if place.geonames and known.geonames:
        return place.geonames == known.geonames
    if known.id in registry.drafted and {place.kind, known.kind} == {"town", "unknown"}:
        return False
    its_own = known.id if known.kind == "country" else known.country
    return its_own == country or not country or not its_own


def _suffixes(place: FoundPlace, country: str | None) -> tuple[str, ...]:
    return tuple(slug(part) for part in (place.province, country or "", place.kind) if part)


def actor_of(number: ActorAt, extraction: Extraction, records: Records, quote: Mapping[FoundAlias, str]) -> Actor:
    """A new actor's profile."""
    actor = extraction.actors[number]
    return Actor(
        id=records.actor_ids[number],
        name=actor.name,
        aliases=_aliases(actor.name, actor.aliases, quote),
        kind=actor.kind,
        country=records.place_ids[actor.country] if actor.country is not None else None,
        maybe_same_as=records.namesakes.get(number, ()),
    )


def location_of(number: PlaceAt, extraction: Extraction, records: Records, quote: Mapping[FoundAlias, str]) -> Location:
    """A new place's profile."""
    place = extraction.places[number]
    return Location(
        id=records.place_ids[number],
        name=place.name,
        aliases=_aliases(place.name, place.aliases, quote),
        kind=place.kind,
        country=records.place_ids[place.country] if place.country is not None else None,
        province=place.province,
        lat=place.lat,
        lon=place.lon,
        geo_precision=place.precision or None,
        geonames=place.geonames,
    )


def _aliases(name: str, aliases: Sequence[FoundAlias], quote: Mapping[FoundAlias, str]) -> tuple[Alias, ...]:
    found: dict[str, Alias] = {}
    for alias in aliases:
        if alias.name != name:
            found.setdefault(alias.name, Alias(name=alias.name, kind=alias.kind, quote=quote[alias]))
    return tuple(found.values())
