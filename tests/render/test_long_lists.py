"""However large the corpus: no page over 300 KB, lists whole, and no page that grows without being about it."""

import re
from dataclasses import replace
from functools import cache

from render.small_project import PROJECT, corpus_of, rendered

from dateline.model import Corpus, Record
from dateline.project import Project

MANY = 700
LIMIT = 300_000


def many(count: int, *, years: int = 1) -> Corpus:
    """The small project with one briefing so many times, each with an incident and an actor of its own."""
    corpus = corpus_of(Project.open(PROJECT))
    first = corpus.briefings["2031-03-04-dorlen-depot"]
    soldier = corpus.actors["red-cross"]
    briefings, actors = dict(corpus.briefings), dict(corpus.actors)
    for number in range(count):
        day = f"{2031 + number % years}-03-{number % 28 + 1:02}"
        key, unit = f"{day}-copy-{number:04}", f"unit-{number:04}"
        incident = first.data.incidents[0].model_copy(update={"id": f"incident-{number:04}"})
        claims = tuple(claim.model_copy(update={"incident": incident.id}) for claim in first.data.claims)
        changes = {"id": key, "incidents": (incident,), "claims": claims, "actors": (*first.data.actors, unit)}
        data = first.data.model_copy(update={**changes, "date": key[:10], "former_ids": ()})
        briefings[key] = Record(f"briefings/{key}.md", data, first.body, 1)
        named = soldier.data.model_copy(update={"id": unit, "name": f"Unit {number}"})
        actors[unit] = Record(f"briefings/actors/{unit}.md", named, "", 1)
    return replace(corpus, briefings=briefings, actors=dict(sorted(actors.items())))


@cache
def large_pages() -> dict[str, str]:
    return rendered(Project.open(PROJECT), many(MANY))


def test_no_page_is_too_large() -> None:
    sizes = {path: len(content.encode("utf-8")) for path, content in large_pages().items()}
    assert {path: size for path, size in sizes.items() if size > LIMIT} == {}


def test_long_lists_are_split_and_lose_nothing() -> None:
    pages = large_pages()
    for parts, link in (
        (tuple(f"briefings/2031-03{part}.md" for part in ("", *(f"/{number}" for number in range(2, 9)))), "-copy-"),
        (("actors/az/u.md", "actors/az/u/2.md", "actors/az/u/3.md"), "actors/unit-"),
        (("incidents/year/2031.md", "incidents/year/2031/2.md", "incidents/year/2031/3.md"), "incidents/incident-"),
        (tuple(f"actors/red-cross/briefings{part}.md" for part in ("", "/2", "/3")), "-copy-"),
    ):
        assert sum(pages[part].count(f"{link}0") for part in parts) == MANY, parts
        assert 'aria-current="page">2</span>' in pages[parts[1]]


def test_record_page_shows_the_first_rows_and_leads_to_all() -> None:
    page = large_pages()["actors/red-cross.md"]
    assert '<a href="../actors/red-cross/briefings.html"><bdi>All 701 briefings</bdi></a>' in page
    assert page.count('<li>\n<p class="when">') == 10
    assert "<details" not in page


def test_rest_of_a_list_is_folded_by_year_and_whole() -> None:
    page = rendered(Project.open(PROJECT), many(40, years=2))["actors/red-cross.md"]
    briefings = page[page.index("{: #briefings }") :]
    shown, *folded = re.split('<details class="rest"><summary>', briefings)
    assert shown.count('<p class="when">') == 10
    told = [re.match(r'(\w+) <span class="count">(\d+) (.*?)</span>', part) for part in folded]
    assert [one.groups() for one in told if one] == [("2032", "10", "more briefings"), ("2031", "21", "briefings")]
    assert [part.count('<p class="when">') for part in folded] == [10, 21]
    assert len(set(re.findall("copy-[0-9]{4}.html", briefings))) == 40


def test_other_pages_do_not_grow() -> None:
    """Ten times the corpus: the home page and a briefing's own page do not grow but for the digits of counts."""
    few, lots = rendered(Project.open(PROJECT), many(70)), large_pages()
    for path in ("index.md", "briefings/2031-03-05-army-denies.md", "locations/vardania.md"):
        assert len(lots[path]) - len(few[path]) < 0.1 * len(few[path]), path


def test_links_to_the_parts_of_a_list_above_and_below_it_have_names_of_their_own() -> None:
    """Two landmarks of one name cannot be told apart by who hears them."""
    paged = {path: re.findall(r'<nav[^>]*aria-label="([^"]+)"', page) for path, page in large_pages().items()}
    assert [path for path, labels in paged.items() if len(labels) != len(set(labels))] == []
    assert any(sum(label.startswith("Parts of this list") for label in labels) == 2 for labels in paged.values())
