"""What a project's records do in a new report: whose names stand there, and which record a place is."""

from dataclasses import replace

import pytest

from dateline.draft.compose.records import identify
from dateline.draft.one import draft_one
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


UNITED_STATES = Location(id="united-states", name="United States", kind="country")
SPRINGFIELD = Location(
    id="springfield", name="Springfield", kind="town", country="united-states", province="Illinois",
    lat=39.8, lon=-89.64, geonames=4250542,
)  # fmt: skip
PARIS = Location(
    id="paris", name="Paris", kind="town", country="united-states", province="Texas", lat=33.66, lon=-95.56,
    geonames=4717560,
)  # fmt: skip
OREGON = Location(
    id="springfield-oregon", name="Springfield, Oregon", kind="town", country="united-states", province="Oregon",
    lat=44.05, lon=-123.02, geonames=5754005, aliases=(Alias(name="Springfield"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "record", "drafted", "expected"),
    [
        ("A barn burned in Springfield on Monday.", SPRINGFIELD, True, "springfield"),
        ("A barn burned in Springfield on Monday, French police said.", SPRINGFIELD, True, "springfield-unknown"),
        ("A barn burned in Springfield, Missouri, on Monday.", SPRINGFIELD, True, "springfield-missouri"),
        ("A barn burned in Springfield, Missouri, on Monday.", SPRINGFIELD, False, "springfield-missouri"),
        ("A barn burned in Springfield, Oregon, on Monday.", OREGON, True, "springfield-oregon"),
        ("A barn burned in Paris on Monday.", PARIS, True, "paris-france"),
        ("A barn burned in Paris on Monday.", PARIS, False, "paris"),
    ],
)
def test_a_drafted_town_is_weighed_beside_its_namesakes(
    text: str, record: Location, expected: str, extract: Extractor, *, drafted: bool
) -> None:
    """A record that a person wrote decides unless the words beside the name tell another place."""
    registry = Registry().with_records([], [UNITED_STATES, record], [])
    ids = frozenset({"united-states", record.id})
    registry = replace(registry, taken={"locations": ids}, drafted=ids if drafted else frozenset())
    found = extract(Seed("seeds/case.txt", "0" * 64, text, "txt", published="2024-01-04"), registry)
    records = identify(found, registry)
    at = next(n for n, place in enumerate(found.places) if place.name.split(",")[0] == record.name.split(",")[0])
    assert records.place_ids[at] == expected


def test_a_new_town_is_called_after_what_holds_it_where_its_name_is_known(extract: Extractor) -> None:
    registry = Registry().with_records([], [UNITED_STATES, SPRINGFIELD], [])
    ids = frozenset({"united-states", "springfield"})
    registry = replace(registry, taken={"locations": ids}, drafted=ids)
    seed = Seed("seeds/case.txt", "0" * 64, "A barn burned in Springfield, Missouri.", "txt", published="2024-01-04")
    draft = draft_one(seed, registry, extract)
    new = next(place for place in draft.locations if place.id == "springfield-missouri")
    assert (new.name, [alias.name for alias in new.aliases]) == ("Springfield, Missouri", ["Springfield"])
