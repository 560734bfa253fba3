"""Whatever an extractor returns, nothing without words in the text comes through."""

import importlib.metadata

import pytest

from dateline.errors import ProjectError
from dateline.extract import find_extractor
from dateline.facts import (
    Extraction,
    Extractor,
    FoundActor,
    FoundAlias,
    FoundClaim,
    FoundIncident,
    FoundPart,
    FoundPlace,
    Registry,
    Span,
    verified,
)
from dateline.model import Seed
from dateline.project import DraftSettings

TEXT = "Ana Silva left Lima."
ANA, LIMA, BEYOND = Span(0, 9), Span(15, 19), Span(90, 99)


def test_what_stands_in_the_text_stays() -> None:
    given = Extraction(
        "test 1",
        actors=(FoundActor("Ana Silva", "person", (ANA,)),),
        places=(FoundPlace("Lima", "town", (LIMA,)),),
        dateline=0,
        incidents=(FoundIncident("visit", Span(0, 20), place=0, parts=(FoundPart(0, "mentioned", ANA),)),),
        claims=(FoundClaim(ANA, "asserts", 0, 0, text="left"),),
    )
    assert verified(given, TEXT) == given


def test_what_has_no_words_is_dropped_and_counted() -> None:
    given = Extraction(
        "test 1",
        actors=(FoundActor("Nobody", "person", (BEYOND,)), FoundActor("Ana Silva", "person", (ANA, BEYOND))),
        places=(FoundPlace("Nowhere", mentions=(Span(5, 5),)),),
        dateline=0,
        incidents=(
            FoundIncident("visit", BEYOND),
            FoundIncident(
                "visit", Span(0, 20), place=0, parts=(FoundPart(0, "victim", ANA), FoundPart(1, "victim", ANA))
            ),
        ),
        claims=(FoundClaim(ANA, "asserts", 0, 1, text="left"), FoundClaim(ANA, "asserts", 1, 1, text="left")),
    )
    found = verified(given, TEXT)
    assert [actor.name for actor in found.actors] == ["Ana Silva"]
    assert found.actors[0].mentions == (ANA,)
    assert (found.places, found.dateline) == ((), None)
    assert [(incident.place, [part.actor for part in incident.parts]) for incident in found.incidents] == [(None, [0])]
    assert [(claim.claimant, claim.incident) for claim in found.claims] == [(0, 0)]
    assert found.dropped == 5


def test_an_alias_must_stand_in_its_own_words() -> None:
    aliases = (FoundAlias("Lima", "short", LIMA), FoundAlias("Quito", "short", LIMA))
    found = verified(Extraction("test 1", actors=(FoundActor("Ana Silva", "person", (ANA,), aliases),)), TEXT)
    assert [alias.name for alias in found.actors[0].aliases] == ["Lima"]


@pytest.mark.parametrize("kind", ["visitation", ""])
def test_an_unknown_type_of_incident_is_dropped(kind: str) -> None:
    assert verified(Extraction("test 1", incidents=(FoundIncident(kind, ANA),)), TEXT).incidents == ()


def test_an_extractor_may_come_from_another_package(monkeypatch: pytest.MonkeyPatch) -> None:
    point = importlib.metadata.EntryPoint("mine", f"{__name__}:nothing_found", "dateline.extractors")
    monkeypatch.setattr(
        "dateline.extract.extractors.entry_points", lambda group: [point] if group == point.group else []
    )
    found: Extractor = find_extractor(DraftSettings(extractor="mine"))
    assert found(Seed("seeds/a.txt", "0" * 64, TEXT, "txt"), Registry()).extractor == "nothing 1"


def nothing_found(_seed: Seed, _registry: Registry) -> Extraction:
    return Extraction("nothing 1")


def test_an_unknown_extractor_is_named_with_those_that_there_are() -> None:
    with pytest.raises(ProjectError, match="must be one of rules, llm, not 'magic'"):
        find_extractor(DraftSettings(extractor="magic"))
