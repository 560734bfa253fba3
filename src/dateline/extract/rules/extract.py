"""The stages of the rules in their order, from a seed to all that is found in it."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline import __version__
from dateline.extract.dates import find_dates
from dateline.extract.opening import read_opening
from dateline.extract.rules.actors import find_actors, short_names
from dateline.extract.rules.casualties import find_casualties
from dateline.extract.rules.claims import find_claims, with_spokespersons
from dateline.extract.rules.cues import named_by_nouns, signs, units
from dateline.extract.rules.deeds import Testimony
from dateline.extract.rules.events import Scene
from dateline.extract.rules.incidents import find_incidents
from dateline.extract.rules.language import LanguageModel, Reading, load_model
from dateline.extract.rules.naming import find_names
from dateline.extract.rules.overlooked import homes, with_overlooked
from dateline.extract.rules.parts import may_fight
from dateline.extract.rules.patterns import acronyms, forces, other_names, self_names
from dateline.extract.rules.results import results
from dateline.extract.rules.retyping import retyped
from dateline.extract.rules.sides import sides_of
from dateline.extract.rules.toponyms import capitals_named, places_named
from dateline.extract.rules.triggers import find_triggers
from dateline.extract.rules.whereabouts import country_of_report, is_after_place_word, with_here
from dateline.facts.contract import Extractor
from dateline.facts.extraction import Extraction, FoundActor, FoundIncident, FoundPlace
from dateline.facts.names import PATTERN, Name, listed_names, plain, spelt
from dateline.facts.registry import Registry
from dateline.model import Seed
from dateline.places.finding import find_places, home_of, with_country
from dateline.places.gazetteer import Gazetteer, open_gazetteer
from dateline.places.setting import setting_of
from dateline.text.span import Span

_ABBREVIATED = 3  # letters


def rules_extractor(model: str = "", *, cache: Path | None = None) -> Extractor:
    """The extractor `rules` with an installed spaCy model; cache: a folder for the gazetteer, or memory."""
    language, gazetteer = load_model(model), open_gazetteer(cache)

    def extract(seed: Seed, registry: Registry) -> Extraction:
        return _extract(seed, registry, language, gazetteer)

    return extract


def _extract(seed: Seed, registry: Registry, language: LanguageModel, gazetteer: Gazetteer) -> Extraction:
    opening = read_opening(seed.text, seed.place)
    reading = language.read(seed.text, opening.start)
    brackets = list(acronyms(seed.text, opening.start))
    given = [name for name, _ in brackets]
    for pattern in (self_names, forces, results, places_named, capitals_named, named_by_nouns, units):
        given += pattern(seed.text, opening.start)
    dateline = _dateline_name(seed, opening.place, gazetteer)
    given += [again for name in dateline for again in _repeated(seed.text, name, opening.start)]
    namings = [naming for _, naming in brackets]
    namings += [*other_names(seed.text, opening.start), *signs(seed.text, opening.start)]
    names = find_names(reading, registry, given, opening.start)
    setting = setting_of(seed.text, names, registry, gazetteer)
    names = retyped(seed.text, names, setting)
    names = with_overlooked(seed.text, names, setting, opening.start)
    places = find_places(seed.text, [*dateline, *names, *homes(names, setting)], setting)
    actors, places = find_actors(reading, names, namings, places)
    named = len(places)
    places, home = with_country(places, home_of(places, dateline, setting))
    town = next((n for n, place in enumerate(places) if any(name.span in place.mentions for name in dateline)), None)
    report = date.fromisoformat(seed.published) if seed.published else None
    scene = Scene(
        reading,
        short_names(actors),
        _positions(reading, actors),
        frozenset(number for number, actor in enumerate(actors) if actor.kind == "person"),
        _fighters(reading, actors, gazetteer),
        places,
        find_dates(seed.text, report),
        report,
        country_of_report(reading, places, town, home),
        with_here(reading, places, town),
        sides_of(actors),
    )
    incidents, events = find_incidents(scene, find_triggers(reading), find_casualties(reading))
    if home == named and all(incident.place != home for incident in incidents):
        places = places[:named]
    testimony = Testimony(scene, incidents, events, actors)
    claims = find_claims(testimony)
    return Extraction(
        extractor=f"rules {__version__}",
        model=language.name,
        actors=actors,
        places=places,
        dateline=_dateline_place(places, dateline, incidents, reading),
        dates=scene.dates,
        incidents=with_spokespersons(testimony, claims),
        claims=claims,
        body_start=opening.start,
        headline=opening.headline,
    )


def _fighters(reading: Reading, actors: tuple[FoundActor, ...], gazetteer: Gazetteer) -> frozenset[int]:
    """Who may be called a doer by the grammar alone; a mere group of a town's name is more likely the town."""
    return frozenset(
        number
        for number, actor in enumerate(actors)
        if may_fight(reading, actor) and (actor.kind != "group" or not gazetteer.towns(actor.name))
    )


def _positions(reading: Reading, actors: tuple[FoundActor, ...]) -> dict[int, int]:
    return {
        token.i: number
        for number, actor in enumerate(actors)
        for span in actor.mentions
        for token in reading.within(span)
    }


def _dateline_name(seed: Seed, place: Span | None, gazetteer: Gazetteer) -> list[Name]:
    """The town of a dateline, in the text or stated by the seed ("BAGHDAD, Iraq"); or the country (“BAHRAIN”)."""
    if place is None:
        return []
    words = place.of(seed.text).partition(",")[0]
    span = Span(place.start, place.start + len(words))
    key = plain(spelt(words) if len(words) > _ABBREVIATED else words.title())
    listed = next((found for where, found in listed_names().find(key) if where == Span(0, len(key))), None)
    # “UNITED NATIONS --”: the organisation, which is no place.
    if listed and listed.sort == "group":
        return []
    if listed and listed.kind == "country" and not gazetteer.towns(key):
        return [replace(listed, span=span)]
    return [Name(span, "place", key)]


def _repeated(text: str, dateline: Name, start: int) -> list[Name]:
    """The town of the dateline in capitals again, as where reports stand one below the other: “LA PAZ”."""
    words = dateline.span.of(text)
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text[start:]) if words.isupper() and " " in words else ()
    spans = (Span(start + one.start(), start + one.end()) for one in found)
    return [replace(dateline, span=span, trust=PATTERN, origin="names: town of the dateline") for span in spans]


def _dateline_place(
    places: tuple[FoundPlace, ...], dateline: list[Name], incidents: tuple[FoundIncident, ...], reading: Reading
) -> int | None:
    """The formal dateline's place, else the main incident's, else where the opening says that it plays.

    That is the first town of two sentences after a word of place (“in Lanzhou”), else a wider one of the first.
    """
    for name in dateline:
        return next((n for n, place in enumerate(places) if name.span in place.mentions), None)
    if incidents and incidents[0].place is not None:
        return incidents[0].place
    if not reading.sentences:
        return None
    first, lead = (reading.sentence_span(min(number, len(reading.sentences) - 1)).end for number in (0, 1))
    named = [(span, n) for n, place in enumerate(places) for span in place.mentions if span.end <= lead]
    named = [(span, n) for span, n in named if places[n].kind != "unknown"]
    towns = [item for item in named if places[item[1]].kind == "town" and is_after_place_word(reading, item[0])]
    wide = [item for item in named if places[item[1]].kind != "town" and item[0].end <= first]
    return min(towns or wide)[1] if towns or wide else None
