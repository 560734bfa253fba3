"""What the pages of incidents, actors and places say beyond lists: parts with their words, feeds, folded quotes."""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from render.small_project import PROJECT, corpus_of, rendered, small_files, small_pages

from dateline.project import Project

PART = re.compile(
    r'<td data-label="Role">([^<]+)</td>\n<td data-label="Name">.*?<bdi>([^<]+)</bdi>.*?<q[^>]*>([^<]+)</q>', re.DOTALL
)


def test_each_part_in_an_incident_stands_with_the_words_that_say_so() -> None:
    page = small_pages()["incidents/2031-03-04-dorlen-air-strike.md"]
    parts = {(role, name): words for role, name, words in PART.findall(page)}
    assert (
        parts["Alleged perpetrator", "Vardanian Air Force"] == "The strike was carried out by the Vardanian Air Force"
    )
    assert 'href="../briefings/2031-03-04-dorlen-depot.html#q-q2" aria-label="show these words in:' in page


@pytest.mark.parametrize("folder", ["actors", "locations"])
def test_the_feed_that_a_page_leads_to_exists(folder: str) -> None:
    files = dict(small_files())
    records = {path for path in files if re.fullmatch(rf"{folder}/[^/]+/feed\.xml", path)}
    linked = set()
    for path, page in small_pages().items():
        for href in re.findall(r'href="([^"]+)">Follow', page) if path.startswith(folder) else ():
            linked.add(posixpath.normpath(posixpath.join(posixpath.dirname(path), href)))
    assert linked == records != set()


def test_a_place_says_what_kind_of_incidents_happened_there() -> None:
    strip = small_pages()["locations/vardania.md"].split("<dt>Incidents</dt>")[1].split("</dd>")[0]
    assert "air strike" in strip


def test_long_words_are_folded_and_stand_whole_in_the_page(tmp_path: Path) -> None:
    words = "The strike was carried out by the Vardanian Air Force"
    long = f"{words}, which {'has flown over the town for weeks and ' * 5}says nothing"
    project = copied(tmp_path, words, long)
    page = rendered(project, corpus_of(project))["incidents/2031-03-04-dorlen-air-strike.md"]
    assert f'<details class="fold"><summary><q dir="auto">{long}</q></summary></details>' in page


def copied(folder: Path, words: str, others: str) -> Project:
    """The small project with other words in a quote and its source."""
    for path in PROJECT.rglob("*"):
        if path.is_file() and not {"build", "site"} & set(path.parts):
            target = folder / path.relative_to(PROJECT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(path.read_text(encoding="utf-8").replace(words, others), encoding="utf-8", newline="\n")
    return Project.open(folder)


@pytest.mark.parametrize(
    ("licence", "shown"),
    [
        ("CC BY 4.0", ">CC BY 4.0<"),
        ("https://creativecommons.org/licenses/by/4.0/", 'href="https://creativecommons.org/licenses/by/4.0/"'),
    ],
)
def test_a_source_shows_under_which_licence_its_publisher_gives_it(
    licence: str, shown: str, copy_project: Callable[[str], Path]
) -> None:
    project = Project.open(copy_project("one-briefing"))
    (seed,) = project.seeds.iterdir()
    page = f"sources/{seed.stem}.md"
    assert "Licence" not in rendered(project)[page]
    seed.write_text(seed.read_text("utf-8").replace("---\n", f"---\nlicence: {licence}\n", 1), encoding="utf-8")
    text = rendered(project)[page]
    assert "Licence" in text
    assert shown in text
