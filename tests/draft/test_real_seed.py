"""The report that is this project's own: what its draft must at least hold."""

import shutil
from pathlib import Path

import pytest
from folders import ROOT

from dateline.api import Project, draft_project
from dateline.draft import Draft
from dateline.draft.one import draft_one
from dateline.facts import Extractor, Registry
from dateline.model import Count
from dateline.read import read_seeds

NAME = "000_23321d89cd196d14.txt"


@pytest.fixture(scope="module")
def draft(extract: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Draft:
    seeds, _ = read_seeds(ROOT / "seeds", root=ROOT, texts=tmp_path_factory.mktemp("texts"))
    return draft_one(seeds[f"seeds/{NAME}"], Registry(), extract)


def exact(draft: Draft, key: str | None) -> str:
    return draft.briefing.quotes[key or ""].exact


def test_day_and_place(draft: Draft) -> None:
    place = next(place for place in draft.locations if place.id == draft.briefing.location)
    assert (draft.briefing.date, place.name, place.country) == ("2024-01-04", "Baghdad", "iraq")
    assert place.lat == pytest.approx(33.3, abs=0.1)
    assert place.lon == pytest.approx(44.4, abs=0.1)


def test_one_incident(draft: Draft) -> None:
    (report,) = draft.briefing.incidents
    assert (report.type, report.date, report.location) == ("air-strike", "2024-01-04", "baghdad")
    assert report.fatalities == Count(low=1, high=1)
    victims = [part.actor for part in report.participants if part.role == "victim"]
    accused = [part for part in report.participants if part.role == "alleged-perpetrator"]
    assert victims == ["mushtaq-taleb-al-saidi"]
    assert [part.actor for part in accused] == ["united-states", "us-led-coalition"]
    assert "reportedly carried out by the United States" in exact(draft, accused[0].quote)


def test_other_names(draft: Draft) -> None:
    names = {actor.id: {alias.name: alias.kind for alias in actor.aliases} for actor in draft.actors}
    assert names["mushtaq-taleb-al-saidi"] == {"Abu Taqwa": "kunya"}
    assert names["popular-mobilization-forces"]["PMF"] == "acronym"
    assert set(names["us-led-coalition"]) == {"US-led coalition forces", "International Coalition Forces"}
    assert set(names["iraqi-military"]) == {"Iraqi army", "Iraqi forces"}
    assert not names.keys() & {"iraqi-army", "iraqi-forces", "international-coalition-forces"}


def test_who_says_what(draft: Draft) -> None:
    claims = {
        (
            claim.claimant.actor or claim.claimant.name or "report",
            claim.stance,
            claim.about.actor or "",
            claim.about.unclear,
        )
        for claim in draft.briefing.claims
    }
    assert ("report", "reports", "united-states", False) in claims
    assert ("yehia-rasool", "asserts", "us-led-coalition", False) in claims
    assert ("report", "reports", "", True) in claims
    assert ("militia officials", "asserts", "", False) in claims


def test_no_junk(draft: Draft) -> None:
    names = {actor.name for actor in draft.actors}
    assert {"Israel", "Hamas"} <= names
    assert not names & {"Thursday", "Middle East", "Baghdad", "Israel-Hamas", "Abu Taqwa", "Iraqi"}


def test_committed_briefing_is_what_the_draft_makes(tmp_path: Path) -> None:
    """Byte for byte, with its profiles and the copies kept for later drafts."""
    shutil.copy2(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    written, problems = draft_project(Project.open(tmp_path))
    assert problems == ()
    assert "briefings/2024-01-04-baghdad-air-strike.md" in written
    for path in written:
        assert (tmp_path / path).read_bytes() == (ROOT / path).read_bytes(), path
    committed = {path.relative_to(ROOT).as_posix() for path in (ROOT / "briefings").rglob("*.md")}
    assert committed - set(written) == {"briefings/about.md"}
