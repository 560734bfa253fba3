"""The stages of the rules in their order: what each reads, what it writes, and the function that does it.

A stage's function takes what the stage reads as arguments of the same names and returns what it writes: one value, or
a tuple where it writes several.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from dateline.extract.dates import find_dates
from dateline.extract.opening import Opening, read_opening
from dateline.extract.prose import prose_of
from dateline.extract.rules.actors import find_actors
from dateline.extract.rules.bodies import forces
from dateline.extract.rules.casualties import find_casualties
from dateline.extract.rules.claims import find_claims
from dateline.extract.rules.coreference import find_antecedents
from dateline.extract.rules.cues import associations, named_by_nouns, signs, units
from dateline.extract.rules.dateline import dateline_name, dateline_place, repeated
from dateline.extract.rules.deeds import Testimony
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.genre import called_for, genre_of
from dateline.extract.rules.heading import heading_of
from dateline.extract.rules.incidents import find_incidents, with_recalled
from dateline.extract.rules.language import LanguageModel, Reading
from dateline.extract.rules.loci import without_governments
from dateline.extract.rules.nameless import headlines
from dateline.extract.rules.naming import find_names
from dateline.extract.rules.overlooked import homes, with_overlooked
from dateline.extract.rules.patterns import Naming, acronyms, other_names, self_names
from dateline.extract.rules.reached import with_reached
from dateline.extract.rules.results import results
from dateline.extract.rules.retyping import retyped
from dateline.extract.rules.scene import scene_of
from dateline.extract.rules.stage import Stage
from dateline.extract.rules.taking_part import with_claimed_parts
from dateline.extract.rules.toponyms import capitals_named, places_named
from dateline.extract.rules.triggers import find_triggers
from dateline.facts.extraction import (
    FoundActor,
    FoundClaim,
    FoundDate,
    FoundIncident,
    FoundPlace,
    PlaceAt,
)
from dateline.facts.names import Name
from dateline.facts.registry import Registry
from dateline.model import Seed
from dateline.places.finding import find_places, home_of, with_country
from dateline.places.gazetteer import Gazetteer
from dateline.places.setting import Setting, setting_of
from dateline.text.span import Span

_PATTERNS: tuple[Callable[[str, int], Iterable[Name]], ...] = (
    self_names,
    forces,
    results,
    places_named,
    named_by_nouns,
    associations,
    units,
    headlines,
)


def _notices(seed: Seed) -> tuple[str, tuple[Span, ...], Seed]:
    """The whole text, what is no part of the report, and the seed without that."""
    return seed.text, *prose_of(seed)


def _opening(seed: Seed) -> tuple[Opening, int, Span | None]:
    opening = read_opening(seed.text, seed.place)
    return opening, opening.start, opening.headline


def _read(seed: Seed, body_start: int, language: LanguageModel) -> Reading:
    return language.read(seed.text, body_start)


def _patterns(seed: Seed, body_start: int, town: list[Name]) -> tuple[list[Name], list[Naming]]:
    brackets = list(acronyms(seed.text, body_start))
    given = [name for name, _ in brackets]
    for pattern in _PATTERNS:
        given += pattern(seed.text, body_start)
    given += capitals_named(seed.text, body_start, seed.day)
    given += [again for name in town for again in repeated(seed.text, name, body_start)]
    namings = [naming for _, naming in brackets]
    return given, [*namings, *other_names(seed.text, body_start), *signs(seed.text, body_start)]


def _setting(seed: Seed, names: list[Name], registry: Registry, gazetteer: Gazetteer) -> Setting:
    return setting_of(seed.text, names, registry, gazetteer)


def _sorted_names(seed: Seed, reading: Reading, names: list[Name], setting: Setting, body_start: int) -> list[Name]:
    found = with_overlooked(seed.text, retyped(seed.text, names, setting), setting, body_start)
    return without_governments(reading, with_reached(reading, found))


def _places(seed: Seed, town: list[Name], names: list[Name], setting: Setting) -> tuple[FoundPlace, ...]:
    return find_places(seed.text, [*town, *names, *homes(names, setting)], setting)


def _home(
    places: tuple[FoundPlace, ...], town: list[Name], setting: Setting
) -> tuple[tuple[FoundPlace, ...], PlaceAt | None, int]:
    """The country of the report, the last place where nothing else made it one; and how many there were before."""
    with_home, home = with_country(places, home_of(places, town, setting))
    return with_home, home, len(places)


def _dates(seed: Seed) -> tuple[FoundDate, ...]:
    return find_dates(seed.text, seed.day)


def _with_antecedents(scene: Scene, actors: tuple[FoundActor, ...]) -> Scene:
    return replace(scene, antecedents=find_antecedents(scene.reading, actors))


def _genre(seed: Seed, whole: str, around: tuple[Span, ...], opening: Opening, scene: Scene) -> tuple[str, Scene]:
    genre = genre_of(seed.title, whole, opening, scene.reading, notices=around, dates=scene.dates, day=seed.day)
    return genre, replace(scene, genre=genre)


def _incidents(scene: Scene, reading: Reading) -> tuple[tuple[FoundIncident, ...], tuple[Event, ...], Scene]:
    called = called_for(scene.genre, reading)
    triggers = tuple(one for one in find_triggers(reading) if reading.tokens[one.head].sentence not in called)
    scene = with_recalled(scene, triggers)
    return *find_incidents(scene, triggers, find_casualties(reading)), scene


def _claims(
    scene: Scene, incidents: tuple[FoundIncident, ...], events: tuple[Event, ...], actors: tuple[FoundActor, ...]
) -> tuple[tuple[FoundClaim, ...], tuple[FoundIncident, ...]]:
    """And the incidents with those who take part by the claims."""
    testimony = Testimony(scene, incidents, events, actors)
    claims = find_claims(testimony)
    return claims, with_claimed_parts(testimony, claims)


def _used_places(
    places: tuple[FoundPlace, ...], home: PlaceAt | None, named: int, incidents: tuple[FoundIncident, ...]
) -> tuple[FoundPlace, ...]:
    """Without the country of the report where it was added for that alone and nothing happened there."""
    return places[:named] if home == named and all(one.place != home for one in incidents) else places


GIVEN = ("seed", "registry", "language", "gazetteer")

STAGES: tuple[Stage, ...] = (
    Stage("notices", ("seed",), ("whole", "around", "seed"), _notices),
    Stage("opening", ("seed",), ("opening", "body_start", "headline"), _opening),
    Stage("language", ("seed", "body_start", "language"), ("reading",), _read),
    Stage("dateline", ("seed", "opening", "gazetteer"), ("town",), dateline_name),
    Stage("patterns", ("seed", "body_start", "town"), ("patterns", "namings"), _patterns),
    Stage("names", ("reading", "registry", "patterns", "body_start"), ("names",), find_names),
    Stage("setting", ("seed", "names", "registry", "gazetteer"), ("setting",), _setting),
    Stage("retyping", ("seed", "reading", "names", "setting", "body_start"), ("names",), _sorted_names),
    Stage("places", ("seed", "town", "names", "setting"), ("places",), _places),
    Stage("actors", ("reading", "names", "namings", "places"), ("actors", "places"), find_actors),
    Stage("home", ("places", "town", "setting"), ("places", "home", "named"), _home),
    Stage("dates", ("seed",), ("dates",), _dates),
    Stage(
        "scene",
        ("seed", "reading", "actors", "places", "town", "dates", "home", "gazetteer"),
        ("scene",),
        scene_of,
    ),
    Stage("coreference", ("scene", "actors"), ("scene",), _with_antecedents),
    Stage("genre", ("seed", "whole", "around", "opening", "scene"), ("genre", "scene"), _genre),
    Stage("incidents", ("scene", "reading"), ("incidents", "events", "scene"), _incidents),
    Stage("claims", ("scene", "incidents", "events", "actors"), ("claims", "incidents"), _claims),
    Stage("heading", ("reading",), ("title",), heading_of),
    Stage("origin", ("places", "town", "incidents", "reading", "genre"), ("dateline",), dateline_place),
    Stage("used places", ("places", "home", "named", "incidents"), ("places",), _used_places),
)

# What an Extraction takes over, by the names of its fields.
RESULT = ("actors", "places", "dateline", "dates", "incidents", "claims", "body_start", "headline", "title", "genre")
