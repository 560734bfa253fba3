"""What leads out of a page: citations, text fragments, and which of two records of one name is meant."""

import json

import pytest
from render.small_project import PROJECT, corpus_of, small_pages

from dateline.index import build_index
from dateline.index.entries import NameTarget
from dateline.project import Project
from dateline.render import data_files
from dateline.render.cite import citations
from dateline.render.namesakes import Namesakes
from dateline.render.text_fragments import fragment_address

ACTOR, PLACE = NameTarget("actor", ("norland",)), NameTarget("location", ("norland",))
PAIR = {("actor", "norland"): ("location", "norland"), ("location", "norland"): ("actor", "norland")}


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("was hit, he said", "#:~:text=was%20hit%2C%20he%20said"),
        ("cease-fire", "#:~:text=cease%2Dfire"),
        ("a b c d e f g h i j k l m", "#:~:text=a%20b%20c%20d%20e,i%20j%20k%20l%20m"),
        ("a b c\n\nd e f", "#:~:text=a%20b%20c,d%20e%20f"),
    ],
)
def test_fragment_names_the_words(words: str, fragment: str) -> None:
    assert fragment_address("https://wire.example/a", words) == f"https://wire.example/a{fragment}"


def test_fragment_follows_one_that_is_there() -> None:
    assert fragment_address("https://wire.example/a#b", "c") == "https://wire.example/a#b:~:text=c"


def test_citations_are_what_programs_read() -> None:
    text, bibtex, csl = citations('Profits & "losses"', "Record", "2031-03-04", "2031-03-04-x")
    assert text.before.unescape() == "“Profits & ‘losses’”, Record, 4 March 2031 (2031-03-04-x)."
    assert r"title = {{Profits \& " in bibtex.before.unescape()
    whole = (csl.before + csl.address + csl.after).unescape()
    assert json.loads(whole)[0]["issued"] == {"date-parts": [[2031, 3, 4]]}


@pytest.mark.parametrize(
    ("cited", "meant"),
    [({("actor", "norland")}, ACTOR), ({("actor", "norland"), ("location", "norland")}, PLACE), (set(), PLACE)],
)
def test_words_cited_for_the_actor_alone_mean_the_actor(cited: set[tuple[str, str]], meant: NameTarget) -> None:
    found = Namesakes(PAIR, {"q1": frozenset(cited)})
    assert found.meant(PLACE, ("q1",)) == meant


def test_each_record_has_its_data_beside_its_page() -> None:
    project = Project.open(PROJECT)
    files = {
        file.path: json.loads(file.content) for file in data_files(build_index(corpus_of(project), project.vocabulary))
    }
    pages = small_pages()
    assert all(content["page"].removesuffix(".html") + ".md" in pages for content in files.values())
    incident = files["incidents/2031-03-04-dorlen-air-strike.json"]["computed"]
    assert incident["status"] == "contested"
    assert all(claim["briefing"] for claim in incident["claims"])


def test_linked_data_of_a_page_is_json() -> None:
    for path, content in small_pages().items():
        if '<script type="application/ld+json">' in content:
            text = content.split('<script type="application/ld+json">', 1)[1].split("</script>", 1)[0]
            assert json.loads(text)["@context"] == "https://schema.org", path
