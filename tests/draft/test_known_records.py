"""What a project's records do in a new report: whose names stand there, and which record a place is."""

import pytest

from dateline.draft.compose.records import identify
from dateline.facts import Extraction, Extractor, FoundPlace, Registry
from dateline.model import Actor, Alias, Location, Seed

TOWN = Location(id="washington", name="Washington", kind="town", geonames=4140963)
TOWN_AGAIN = Location(
    id="washington-dc", name="Washington DC", kind="town", geonames=4140963, aliases=(Alias(name="Washington"),)
)
OTHER_TOWN = Location(id="washington-utah", name="Washington", kind="town", geonames=5549222)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ([TOWN, TOWN_AGAIN, OTHER_TOWN], ("washington",)),
        ([OTHER_TOWN, TOWN_AGAIN], ("washington-dc",)),
        ([OTHER_TOWN], ("washington",)),
    ],
)
def test_of_one_number_in_the_gazetteer_there_is_one_place(known: list[Location], expected: tuple[str, ...]) -> None:
    registry = Registry().with_records([], known, [])
    found = Extraction("test", places=(FoundPlace("Washington", "town", geonames=4140963),))
    assert identify(found, registry).place_ids == expected


BAKER = Location(id="baker", name="Baker", kind="town")
MANY = Location(id="many", name="Many", kind="town")
EU = Location(id="eu", name="EU", kind="unknown")
REAGAN = Actor(id="reagan", name="Reagan", kind="person")
SIGN_OFF = Actor(id="newswire", name="NEWSWIRE", kind="group")


def _found(text: str, extract: Extractor, *records: Actor | Location) -> tuple[list[str], list[str]]:
    actors = [record for record in records if isinstance(record, Actor)]
    places = [record for record in records if isinstance(record, Location)]
    seed = Seed("seeds/case.txt", "0" * 64, text, "txt", published="2024-01-04")
    found = extract(seed, Registry().with_records(actors, places, []))
    return [actor.name for actor in found.actors], [place.name for place in found.places if place.mentions]


@pytest.mark.parametrize(
    ("text", "records", "actors", "places"),
    [
        ("James Baker left on Monday. Baker said no more.", [BAKER], ["James Baker"], []),
        ("Floods reached Baker on Monday.", [BAKER], [], ["Baker"]),
        ("Many residents shook their heads on Monday.", [MANY], [], []),
        ("The EU sent observers on Monday.", [EU], ["European Union"], []),
        ("Ronald Reagan left. Later Reagan spoke.", [REAGAN], ["Ronald Reagan"], []),
        ("On Monday Reagan spoke.", [REAGAN], ["Reagan"], []),
        ("The mayor left on Monday. NEWSWIRE...\r\n", [SIGN_OFF], [], []),
    ],
)
def test_a_record_is_meant_only_where_its_name_is_one(
    text: str, records: list[Actor | Location], actors: list[str], places: list[str], extract: Extractor
) -> None:
    assert _found(text, extract, *records) == (actors, places)
