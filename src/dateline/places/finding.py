"""Places: the mentions of each gathered, resolved, and pointed at their country."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.facts.extraction import FoundAlias, FoundPlace, PlaceAt, by_position
from dateline.facts.names import LISTED, Name, plain, spelt
from dateline.places.containers import NOWHERE, Container, container_of
from dateline.places.resolving import country_place, resolved
from dateline.places.setting import Setting
from dateline.text.lexicon import words

_LEADING = 0.4  # share of the mentions of the country named most
_ALIAS = "places: another name in the text"


def find_places(text: str, names: Sequence[Name], setting: Setting) -> tuple[FoundPlace, ...]:
    """One place for each key, in text order; then the countries in which they lie."""
    mentions: dict[str, list[Name]] = {}
    for name in names:
        if name.sort == "place":
            mentions.setdefault(_spelt(name, setting), []).append(name)
    found = [
        _place(text, key, group, within, setting)
        for key, named in mentions.items()
        for group, within in _apart(text, named, setting)
    ]
    return _with_countries([place for place in _merged(found) if place.name])


def _spelt(name: Name, setting: Setting) -> str:
    """“LONDON” is London; what no gazetteer knows is an acronym and stays."""
    key = spelt(name.key)
    return key if name.trust != LISTED and setting.gazetteer.towns(key) else name.key


def _apart(text: str, names: Sequence[Name], setting: Setting) -> list[tuple[list[Name], Container]]:
    """The mentions of one name by what is said to hold them: “Portland, Maine” and “Portland, Oregon” are two.

    A mention of which nothing is said is the place that was named last; those before all others are the first one.
    """
    found: list[tuple[list[Name], Container]] = []
    last = -1
    for name in names:
        within = _fitting(container_of(text, name.span, setting.gazetteer), name, setting)
        if within:
            same = (at for at, (_, other) in enumerate(found) if not other or other.agrees(within))
            last = next(same, len(found))
        if not found or last == len(found):
            found.append(([], within))
            last = len(found) - 1
        group, other = found[last]
        group.append(name)
        if within and (not other or (within.provinces and not other.provinces)):
            found[last] = (group, within)
    return found


def _fitting(within: Container, name: Name, setting: Setting) -> Container:
    """What holds it, save a province without a place of this name: “Arlen, Lima and Cusco” are in a row."""
    spots = (*setting.gazetteer.towns(name.key), *setting.gazetteer.divisions(name.key))
    return within if within.sure or any(map(within.holds, spots)) else NOWHERE


def _place(text: str, key: str, group: Sequence[Name], within: Container, setting: Setting) -> FoundPlace:
    spans = tuple(name.span for name in group)
    found = resolved(text, key, group[0], within, setting)
    surfaces = {plain(span.of(text)): span for span in reversed(spans)}
    aliases = tuple(
        FoundAlias(surface, "acronym" if surface.replace(".", "").isupper() else "full", span, _ALIAS)
        for surface, span in sorted(surfaces.items(), key=lambda item: item[1])
        if surface.lower() != found.name.lower() and not surface.endswith("capital")
    )
    return replace(found, mentions=spans, aliases=aliases, origin=found.origin or group[0].origin)


def _merged(places: Sequence[FoundPlace]) -> list[FoundPlace]:
    """One place for each spot: “US” and “America”, “Kyiv” and “Kiev”."""
    found: dict[tuple[str, str, int | None], FoundPlace] = {}
    for place in places:
        number = place.geonames if place.kind == "town" else None
        key = ("", "", number) if number else (place.name, place.code, None)
        first = found.get(key)
        found[key] = place if first is None else _joined(first, place)
    return list(found.values())


def _joined(first: FoundPlace, second: FoundPlace) -> FoundPlace:
    names = {first.name, *(alias.name for alias in first.aliases)}
    more = [alias for alias in second.aliases if alias.name not in names]
    if second.name not in names:
        more.append(FoundAlias(second.name, "full", second.mentions[0], _ALIAS))
    mentions = tuple(sorted((*first.mentions, *second.mentions)))
    return replace(first, mentions=mentions, aliases=(*first.aliases, *more))


def _with_countries(places: Sequence[FoundPlace]) -> tuple[FoundPlace, ...]:
    """Point each place at its country; a country that is not named comes last, without mentions."""
    found = list(places)
    at = {place.code: number for number, place in by_position(found) if place.kind == "country"}
    for number, place in by_position(places):
        if place.kind == "country" or place.code not in words("countries"):
            continue
        if place.code not in at:
            at[place.code] = PlaceAt(len(found))
            found.append(country_place(place.code))
        found[number] = replace(place, country=at[place.code], code="")
    return tuple(found)


def home_of(places: Sequence[FoundPlace], dateline: Sequence[Name], setting: Setting) -> str:
    """ISO code of the country in which a report plays: the dateline's or the one it names most; "" where none leads."""
    spans = {name.span for name in dateline}
    at = next((place for place in places if spans & set(place.mentions)), None)
    own = places[at.country].code if at and at.country is not None else at.code if at else ""
    if own and (not setting.named or setting.named.get(own, 0) >= _LEADING):
        return own
    ranked = sorted(setting.named, key=lambda code: (-setting.named[code], code))
    leads = len(ranked) == 1 or (len(ranked) > 1 and setting.named[ranked[1]] <= _LEADING)
    return ranked[0] if leads else ""


def with_country(places: tuple[FoundPlace, ...], code: str) -> tuple[tuple[FoundPlace, ...], PlaceAt | None]:
    """The places with this country among them, and its position; None where the code is not known."""
    at = next((n for n, place in by_position(places) if place.kind == "country" and place.code == code), None)
    if at is not None or code not in words("countries"):
        return places, at
    return (*places, country_place(code)), PlaceAt(len(places))
