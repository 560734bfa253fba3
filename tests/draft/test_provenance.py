"""Where each field comes from: the last draft, or a person."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from draft_edits import BASE, BRIEFINGS, changed, edits
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.api import Project, draft_project, explain_name
from dateline.cli.commands import dateline
from dateline.draft import provenance
from dateline.frontmatter import parse
from dateline.frontmatter.yaml_text import yaml_text

KEPT = {"drafted", "confirmed"}
OURS = (
    BASE.replace("title: A bomb in Orvin", "title: Mine")
    .replace("  - dorlen-army\n", "  - volt\n")
    .replace("stance: asserts", "stance: denies")
    .replace("role: target", "role: victim")
    .replace("Second.", "Before it.\n\nSecond.")
    .replace("Third.", "Third, mine.")
)


def statuses(base: str, ours: str) -> dict[str, str]:
    return {field.path: field.status for field in provenance(base, ours)}


def test_each_field_is_what_was_done_to_it() -> None:
    touched = {path: status for path, status in statuses(BASE, OURS).items() if status != "drafted"}
    assert touched == {
        "title": "edited",
        "actors[volt]": "added",
        "actors[dorlen-army]": "deleted",
        "incidents[i1].participants[orvin-front victim]": "added",
        "incidents[i1].participants[orvin-front target]": "deleted",
        "claims[c1].stance": "edited",
        "text[2]": "added",
        "text[4]": "edited",
    }


def test_lines_are_those_of_the_file_and_both_values_are_told() -> None:
    told = {field.path: field for field in provenance(BASE, OURS)}
    lines = OURS.splitlines()
    assert (told["title"].value, told["title"].draft) == ("Mine", "A bomb in Orvin")
    assert lines[told["title"].line - 1] == "title: Mine"
    assert lines[told["text[4]"].line - 1] == "Third, mine."
    assert lines[told["claims[c1].stance"].line - 1] == "    stance: denies"
    assert (told["actors[dorlen-army]"].line, told["actors[dorlen-army]"].value) == (0, None)


def test_what_a_reviewer_left_as_it_was_is_confirmed() -> None:
    reviewed = OURS.replace("date: 2031-01-02\n", "date: 2031-01-02\nreview: reviewed\n")
    told = statuses(BASE, reviewed)
    assert (told["date"], told["claims[c1].claimant"], told["title"], told["review"]) == (
        "confirmed",
        "confirmed",
        "edited",
        "added",
    )


def test_without_a_last_draft_all_is_written_by_people() -> None:
    assert set(statuses("", OURS).values()) == {"added"}


@settings(max_examples=examples(50))
@given(base=st.sampled_from(BRIEFINGS), chosen=edits)
def test_no_edit_is_missed_and_none_is_made_up(base: str, chosen: list[tuple[int, str]]) -> None:
    """The values of all fields but the deleted are those of the file, the drafted ones those of the last draft."""
    ours, _, _ = changed(base, chosen, "mine")
    fields = provenance(base, ours)
    assert all((field.value == field.draft) == (field.status in KEPT) for field in fields)
    assert all((field.value is None) == (field.status == "deleted") for field in fields)
    touched = parse(ours).data != parse(base).data or parse(ours).body.split() != parse(base).body.split()
    assert touched == any(field.status not in KEPT for field in fields)
    rewritten = f"---\n{yaml_text(parse(ours).data)}---\n{parse(ours).body}"
    assert {field.status for field in provenance(ours, rewritten)} <= KEPT


def test_explain_of_a_briefing_and_of_a_profile(
    copy_project: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project.open(copy_project("one-briefing"))
    for path in project.briefings.rglob("*.md"):
        path.unlink()
    written, _ = draft_project(project)
    briefing = next(path for path in written if path.startswith("briefings/2"))
    file = project.root / briefing
    file.write_text(file.read_text("utf-8").replace("\ntitle: ", "\ntitle: Mine, "), encoding="utf-8")
    dateline(["explain", "--project", str(project.root), "--format", "json", file.stem], standalone_mode=False)
    told = json.loads(capsys.readouterr().out)
    assert [row["path"] for row in told["fields"] if row["status"] == "edited"] == ["title"]
    assert told["found"]
    dateline(["explain", "--project", str(project.root), file.stem], standalone_mode=False)
    out = capsys.readouterr().out
    assert "title (line 3): edited: Mine, " in out
    assert "\n    drafted as " in out
    profile = next(path for path in written if "/actors/" in path)
    explained = explain_name(project, profile)
    assert explained.found == ()
    assert {field.status for field in explained.fields or ()} == {"drafted"}
