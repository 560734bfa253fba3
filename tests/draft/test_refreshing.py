"""Drafting again, with profiles: new names come in beside what a person wrote, the deleted stays deleted."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.api import Project, check_project, draft_project, refresh_project

SEED = """ORVIN, January 4, 2031 - The Orvin Liberation Front (OLF) bombed a police station in Baghdad on Saturday.

Two policemen were killed, the Iraqi interior ministry said. The OLF denied it.
"""
ALIAS = "name: OLF"


@pytest.fixture
def project(tmp_path: Path, cache: Path) -> Project:
    (tmp_path / "mkdocs.yml").write_text("site_name: Case\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(SEED, encoding="utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "cache").symlink_to(cache)
    project = Project.open(tmp_path)
    draft_project(project)
    return project


def without_alias(text: str) -> str:
    assert ALIAS in text
    head, _, rest = text.partition("aliases:\n")
    return head + "".join(line for line in rest.splitlines(keepends=True) if not line.startswith("  - "))


def front(project: Project) -> tuple[Path, Path]:
    """The profile and its last draft."""
    name = "actors/orvin-liberation-front.md"
    return project.briefings / name, project.drafts / name


def state(project: Project) -> dict[str, bytes]:
    roots = (project.briefings, project.drafts)
    return {str(path): path.read_bytes() for root in roots for path in sorted(root.rglob("*.md"))}


Edit = Callable[[Path, Path], None]


def edited(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text("utf-8")), encoding="utf-8")


def own_words(text: str) -> str:
    return text.replace("\nkind: ", "\n# mine\ndescription: My words\nkind: ")


def test_nothing_new_changes_no_byte(project: Project) -> None:
    edited(front(project)[0], own_words)
    before = state(project)
    report = refresh_project(project)
    assert (report.written, report.proposals, report.problems) == ((), (), ())
    assert state(project) == before


def test_a_name_that_the_last_draft_missed_comes_in_beside_a_persons_words(project: Project) -> None:
    file, base = front(project)
    for path in (file, base):
        edited(path, without_alias)
    edited(file, own_words)
    refresh_project(project)
    text = file.read_text("utf-8")
    assert ALIAS in text
    assert "# mine\ndescription: My words\n" in text
    assert [problem for problem in check_project(project).problems if problem.rule != "unused-quote"] == []
    after = state(project)
    assert refresh_project(project).written == ()
    assert state(project) == after


def test_an_untouched_profile_follows_the_new_draft(project: Project) -> None:
    drafted = front(project)[0].read_bytes()
    for path in front(project):
        edited(path, without_alias)
    refresh_project(project)
    assert [path.read_bytes() for path in front(project)] == [drafted, drafted]


def test_a_deleted_name_stays_deleted(project: Project) -> None:
    edited(front(project)[0], without_alias)
    before = front(project)[0].read_bytes()
    refresh_project(project)
    assert front(project)[0].read_bytes() == before


def test_a_profile_without_a_last_draft_is_left_alone(project: Project) -> None:
    file, base = front(project)
    edited(file, lambda text: own_words(without_alias(text)))
    base.unlink()
    before = file.read_bytes()
    refresh_project(project)
    assert file.read_bytes() == before
    assert not base.exists()


def test_a_profile_that_a_person_removed_with_its_name_is_not_made_again(project: Project) -> None:
    briefing = next(project.briefings.glob("2*.md"))
    place = project.briefings / "locations" / "baghdad.md"
    edited(briefing, lambda text: re.sub(r"(?m)^ *(?:- |location: )baghdad\n", "", text))
    place.unlink()
    assert refresh_project(project).problems == ()
    assert check_project(project).errors == ()
    assert not place.exists()


LOST = """---
id: tarvenor
name: Tarvenor
aliases:
  - {name: TVR, kind: acronym, quote: BRIEFING#q99}
  - {name: Tarv, kind: short}
kind: group
---
"""


def lost_name(project: Project, *, is_drafted: bool) -> Path:
    """A profile with a name whose words its briefing no longer cites, such as that of an actor now read as a place."""
    stem = next(project.briefings.glob("2031-*.md")).stem
    text = LOST.replace("BRIEFING", stem)
    file = project.briefings / "actors" / "tarvenor.md"
    file.write_text(text, encoding="utf-8")
    base = text if is_drafted else text.replace("  - {name: TVR", "  - {name: TVRN")
    (project.drafts / "actors" / "tarvenor.md").write_text(base, encoding="utf-8")
    return file


def errors(project: Project) -> list[str]:
    return [problem.rule for problem in check_project(project).problems if problem.severity == "error"]


def test_a_drafted_name_without_its_words_goes_and_the_check_passes(project: Project) -> None:
    file = lost_name(project, is_drafted=True)
    assert errors(project) == ["unknown-id"]
    report = refresh_project(project)
    assert report.written == ("briefings/actors/tarvenor.md",)
    assert "TVR" not in file.read_text("utf-8")
    assert "{name: Tarv, kind: short}" in file.read_text("utf-8")
    assert errors(project) == []


def test_a_person_s_name_without_its_words_stays(project: Project) -> None:
    file = lost_name(project, is_drafted=False)
    before = file.read_bytes()
    refresh_project(project)
    assert file.read_bytes() == before


def test_drafting_anew_after_a_briefing_was_removed_passes_the_check(project: Project) -> None:
    lost_name(project, is_drafted=True)
    next(project.briefings.glob("2031-*.md")).unlink()
    draft_project(project)
    assert errors(project) == []
