"""The scene in which incidents are sought: the reading with all that the stages before found in it."""

from dateline.extract.rules.events import Scene
from dateline.extract.rules.home import country_of_report, with_here
from dateline.extract.rules.language import Reading
from dateline.extract.rules.loci import loci
from dateline.extract.rules.parts import may_fight
from dateline.extract.rules.sides import sides_of
from dateline.facts.extraction import ActorAt, FoundActor, FoundDate, FoundPlace, PlaceAt, by_position
from dateline.facts.names import Name
from dateline.model import Seed
from dateline.places.gazetteer import Gazetteer


def scene_of(
    seed: Seed,
    reading: Reading,
    actors: tuple[FoundActor, ...],
    places: tuple[FoundPlace, ...],
    town: list[Name],
    dates: tuple[FoundDate, ...],
    home: PlaceAt | None,
    gazetteer: Gazetteer,
) -> Scene:
    """The scene as far as names, places and dates tell it; town: the dateline's names."""
    at = next((n for n, place in by_position(places) if any(name.span in place.mentions for name in town)), None)
    return Scene(
        reading,
        {token.i: n for n, actor in by_position(actors) for span in actor.mentions for token in reading.within(span)},
        frozenset(number for number, actor in by_position(actors) if actor.kind == "person"),
        _fighters(reading, actors, gazetteer),
        places,
        dates,
        seed.day,
        country_of_report(reading, places, at, home),
        with_here(reading, loci(reading, places), at),
        sides_of(actors),
        town=at,
    )


def _fighters(reading: Reading, actors: tuple[FoundActor, ...], gazetteer: Gazetteer) -> frozenset[ActorAt]:
    """Who may be called a doer by the grammar alone; a mere group of a town's name is more likely the town."""
    return frozenset(
        number
        for number, actor in by_position(actors)
        if may_fight(reading, actor) and (actor.kind != "group" or not gazetteer.towns(actor.name))
    )
