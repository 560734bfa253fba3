"""What stands beside a report: whose words are underlined how, and what a note says."""

from dataclasses import replace

import pytest
import yaml
from render.small_project import PROJECT, corpus_of, rendered

from dateline.model import Briefing, Claim, Record
from dateline.project import Project

KEY = "2031-03-05-army-denies"


def page_with(**changes: object) -> str:
    """The page of the briefing with other front matter."""
    project = Project.open(PROJECT)
    corpus = corpus_of(project)
    record = corpus.briefings[KEY]
    data = Briefing.model_validate({**record.data.model_dump(), **changes})
    briefings = {**corpus.briefings, KEY: Record(record.path, data, record.body, record.line)}
    return rendered(project, replace(corpus, briefings=briefings))[f"briefings/{KEY}.md"]


def claim(key: str, stance: str, about: object, quote: str) -> Claim:
    values = {"id": key, "claimant": {"name": "officials"}, "stance": stance, "about": about, "quote": quote}
    return Claim.model_validate({**values, "incident": "2031-03-04-dorlen-air-strike"})


def test_innermost_quote_decides_how_words_are_underlined() -> None:
    """A denial inside a longer assertion is underlined as a denial, the words around it as asserted."""
    whole = "said General Ilse Tomm, the army's spokeswoman. She said that explosives hidden by"
    quotes = {"outer": {"source": "s1", "exact": whole}, "inner": {"source": "s1", "exact": "the army's spokeswoman"}}
    page = page_with(
        standfirst=None,
        incidents=[],
        actors=[],
        claims=[claim("c1", "asserts", "one thing", "outer"), claim("c2", "denies", "another", "inner")],
        quotes=quotes,
    )
    assert '<mark class="claim says-denies" data-at="q-outer q-inner">the army' in page
    assert '<mark class="claim says-asserts" data-at="q-outer">. She said that explosives hidden by</mark>' in page


@pytest.mark.parametrize(
    ("stance", "about", "head"),
    [
        ("asserts", "{actor: vardanian-air-force, role: perpetrator}", "status-"),
        ("reports", "{role: perpetrator, unclear: true}", "status-"),
        ("denies", "{actor: vardanian-air-force, role: perpetrator}", "note-head"),
        ("no-comment", "{actor: vardanian-air-force, role: perpetrator}", "note-head"),
        ("asserts", "{fatalities: 46}", "note-head"),
    ],
)
def test_status_stands_only_beside_what_names_somebody(stance: str, about: str, head: str) -> None:
    """Beside a denial "declared" would read as the state of the denial."""
    page = page_with(claims=[claim("c1", stance, yaml.safe_load(about), "q1")])
    note = page.split('<div class="note note-claim"', 1)[1].split("</div>", 1)[0]
    assert head in note
    assert ("status-" in note) == (head == "status-")


def test_full_stop_is_not_doubled() -> None:
    page = page_with(claims=[claim("c1", "asserts", "it was at 4 a.m.", "q1")])
    assert "Officials said: it was at 4 a.m.&nbsp;<a" in page


def test_actor_page_binds_the_status_to_the_incident() -> None:
    page = rendered(Project.open(PROJECT))["actors/vardanian-air-force.md"]
    assert 'incident: <span class="status status-contested"' in page
