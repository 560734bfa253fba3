"""A source whose words a briefing has whole is found by the briefing; any other is found by itself."""

import shutil
from pathlib import Path

import pytest
from folders import ROOT
from render.small_project import PROJECT, corpus_of, rendered

from dateline.index import build_index
from dateline.project import Project

BRIEFING = "briefings/2024-01-04-baghdad-air-strike.md"


def real(folder: Path, old: str, new: str) -> Project:
    """The project's own seed and briefing, the briefing's text with a change."""
    for part in ("seeds", "briefings"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    path = folder / BRIEFING
    text = path.read_text(encoding="utf-8")
    head, body = text[: text.index("\n---\n", 4)], text[text.index("\n---\n", 4) :]
    assert old in body
    path.write_text(head + body.replace(old, new), encoding="utf-8")
    return Project.open(folder)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", True),
        ("The PMF is a coalition", "The *PMF* is a coalition", True),
        ("the Iraqi army", "the [Iraqi army](actor:iraqi-army)", True),
        ("The PMF is a coalition", "The PMF was a coalition", False),
        ("As tensions continue to rise, ", "", False),
    ],
)
def test_source_is_searched_where_nothing_else_has_its_words(tmp_path: Path, old: str, new: str, *, told: bool) -> None:
    project = real(tmp_path / "project", old, new)
    corpus = corpus_of(project)
    (entry,) = build_index(corpus, project.vocabulary).sources.values()
    assert entry.is_told is told
    page = rendered(project, corpus)[f"sources/{entry.id}.md"]
    assert ("\nsearch: true\n" in page, "data-pagefind-filter" in page) == (not told, not told)


def test_short_briefing_leaves_its_source_to_be_found() -> None:
    project = Project.open(PROJECT)
    entries = build_index(corpus_of(project), project.vocabulary).sources
    assert {entry.seed.ref: entry.is_told for entry in entries.values()} == {
        "seeds/army-denies.txt": True,
        "seeds/depot-strike.txt": True,
        "seeds/flood.txt": False,
    }
