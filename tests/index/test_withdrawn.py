"""Nobody is accused, nothing is counted and no status is computed by what a withdrawn briefing said."""

import shutil
from pathlib import Path

import pytest
from render.small_project import PROJECT, corpus_of

from dateline.index import Index, build_index
from dateline.project import Project

STRIKE = "2031-03-04-dorlen-air-strike"


def index_of(folder: Path, *, withdrawn: tuple[str, ...]) -> Index:
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    for name in withdrawn:
        path = folder / "briefings" / f"{name}.md"
        text = path.read_text(encoding="utf-8").replace("review: reviewed\n", "")
        path.write_text(
            text.replace("\nquotes:", "\nreview: withdrawn\nreview_reason: Wrong.\nquotes:"), encoding="utf-8"
        )
    project = Project.open(folder)
    return build_index(corpus_of(project), project.vocabulary)


@pytest.mark.parametrize(
    ("withdrawn", "status", "accused", "dead"),
    [
        ((), "contested", {"vardanian-air-force", "northern-liberation-front"}, (8, 46)),
        (("2031-03-05-army-denies",), "single-source", {"vardanian-air-force"}, (8, None)),
        (("2031-03-04-dorlen-depot",), "single-source", {"northern-liberation-front"}, (46, 46)),
        (("2031-03-04-dorlen-depot", "2031-03-05-army-denies"), "retracted", set(), None),
    ],
)
def test_what_was_withdrawn_counts_no_more(
    tmp_path: Path, withdrawn: tuple[str, ...], status: str, accused: set[str], dead: tuple[int, int | None] | None
) -> None:
    index = index_of(tmp_path, withdrawn=withdrawn)
    entry = index.incidents[STRIKE]
    found = {key for key, actor in index.actors.items() if actor.accusations}
    parts = {part.actor for part in entry.participants if part.role == "alleged-perpetrator"}
    assert (entry.status, set(entry.accused), parts) == (status, accused, accused)
    assert found == accused
    assert {row.briefing for row in entry.claims} >= set(withdrawn), "the board shows them still"
    count = entry.fatalities
    assert (count and (count.low, count.high)) == dead
    assert entry.location == "dorlen"
    assert entry.date
