"""`dateline rename`, `merge` and `split` as people run them, on files."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import PROJECTS, ROOT

from dateline.api import Project, check_project, rename_record

Copy = Callable[[str], Path]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def files(folder: Path) -> dict[str, bytes]:
    places = ("briefings", ".dateline")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for place in places
        for path in (folder / place).rglob("*")
        if path.is_file()
    }


def with_drafts(folder: Path) -> Path:
    """Every record with its last draft beside it."""
    shutil.copytree(folder / "briefings", folder / ".dateline" / "drafts")
    return folder


def test_rename_writes_files_and_says_which(copy_project: Copy) -> None:
    folder = with_drafts(copy_project("cross-linked"))
    before = check_project(Project.open(folder)).problems
    done = run("rename", "northern-liberation-front", "front", "--project", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "briefings/actors/front.md\n" in done.stdout
    assert ".dateline/drafts/actors/northern-liberation-front.md removed\n" in done.stdout
    assert len(check_project(Project.open(folder)).problems) == len(before)
    drafts = folder / ".dateline" / "drafts"
    assert "northern-liberation-front" not in (drafts / "actors" / "front.md").read_text(encoding="utf-8")
    for path in folder.rglob("briefings/2*.md"):
        assert path.read_bytes() == (drafts / path.name).read_bytes()


def test_dry_run_prints_a_diff_and_writes_nothing(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    before = files(folder)
    done = run("rename", "locations/dorlen", "dorlen-town", "--dry-run", "--project", folder)
    assert done.returncode == 0
    assert "--- a/briefings/locations/dorlen.md\n+++ b/briefings/locations/dorlen-town.md\n" in done.stdout
    assert files(folder) == before
    changes = run("rename", "locations/dorlen", "dorlen-town", "--project", folder)
    lines = [line for line in done.stdout.splitlines() if line.startswith("+++ b/")]
    assert sorted(line[6:] for line in lines) == sorted(
        line for line in changes.stdout.splitlines() if not line.endswith(" removed")
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rename", "2024-01-04-baghdad-air-strike", "2024-01-04-strike"), "is a briefing and an incident; name it as"),
        (("rename", "iraq", "irak"), "is an actor and a location; name it as actors/iraq or locations/iraq"),
        (("rename", "hamaz", "x"), "did you mean 'hamas'?"),
        (("rename", "hamas", "israel"), "actors/israel exists already"),
        (("rename", "hamas", "Hamas Group"), "an id must be lower-case letters"),
        (("rename", "hamas", "locations/hamas"), "a record keeps its kind"),
        (("rename", "briefings/2024-01-04-baghdad-air-strike", "strike"), "must begin with its day"),
        (("rename", "houses/hamas", "x"), "must be an id, or one of briefings, actors"),
        (("merge", "hamas", "baghdad"), "two records of one kind"),
        (("split", "hamas", "hamas-two"), "name some with --briefing or --from"),
        (("rename", "--resume"), "there is nothing to finish"),
    ],
)
def test_what_cannot_be_is_one_line(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    for folder in ("briefings", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    before = files(tmp_path)
    done = run(*arguments, "--project", tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(tmp_path) == before


def test_id_that_led_elsewhere_is_not_given_away(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    assert run("rename", "actors/sexton", "sexton-two", "--project", folder).returncode == 0
    done = run("rename", "actors/red-cross", "sexton", "--project", folder)
    assert done.returncode == 2
    assert "actors/sexton leads readers to actors/sexton-two" in done.stderr


def test_records_that_are_told_apart_are_not_merged(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    path = folder / "briefings" / "actors" / "irma-vossimer.md"
    text = path.read_text(encoding="utf-8")
    if "not_same_as" not in text:
        path.write_text(text.replace("kind:", "not_same_as: [radeko-vossimer]\nkind:", 1), encoding="utf-8")
    before = files(folder)
    done = run("merge", "radeko-vossimer", "irma-vossimer", "--project", folder)
    assert done.returncode == 1
    assert done.stdout.startswith("briefings/actors/")
    assert "must not be listed as not the same as" in done.stdout
    assert files(folder) == before


def test_broken_file_that_names_the_record_stops_a_rename_with_its_line(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    path = folder / "briefings" / "actors" / "jorun-pellask.md"
    path.write_text("---\nid: jorun-pellask\nmember_of: [northern-liberation-front\n---\n", encoding="utf-8")
    before = files(folder)
    done = run("rename", "northern-liberation-front", "front", "--project", folder)
    assert done.returncode == 1
    assert done.stdout.startswith("briefings/actors/jorun-pellask.md:")
    assert files(folder) == before


def test_merge_tells_what_it_leaves_out(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    done = run("merge", "red-cross", "international-committee-of-the-red-cross", "--project", folder)
    assert done.returncode == 0
    assert "note: briefings/actors/international-committee-of-the-red-cross.md: description: kept" in done.stdout
    assert "settled; left out" in done.stdout
    text = (folder / "briefings/actors/international-committee-of-the-red-cross.md").read_text(encoding="utf-8")
    assert "name: Red Cross" in text
    assert not (folder / "briefings/actors/red-cross.md").exists()


def test_split_by_day_tells_what_still_names_the_old_record(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    done = run(
        "split", "vardanian-police", "city-police", "--from", "2031-03-01", "--name", "City police", "--project", folder
    )
    assert done.returncode == 0
    assert "note: briefings/actors/joss-pernell.md:7: member_of.0 still names actors/vardanian-police" in done.stdout
    for path in (folder / "briefings").glob("2*.md"):
        moved = path.name >= "2031-03-01"
        assert ("vardanian-police" if moved else "city-police") not in path.read_text(encoding="utf-8")


def test_all_of_a_record_is_no_split(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    done = run("split", "vardanian-police", "city-police", "--from", "2031-01-01", "--project", folder)
    assert done.returncode == 2
    assert "use dateline rename instead" in done.stderr


OLD, NEW = "northern-liberation-front", "front"


def cut_short(folder: Path) -> list[dict[str, str | None]]:
    """A rename that stops before its first file, by a folder in its way; the changes that it has written down."""
    obstacle = folder / ".dateline" / "drafts" / "actors" / f"{NEW}.md"
    obstacle.mkdir()
    done = run("rename", OLD, NEW, "--project", folder)
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    obstacle.rmdir()
    return json.loads((folder / ".dateline" / "unfinished.json").read_text(encoding="utf-8"))


def apply(folder: Path, row: dict[str, str | None]) -> None:
    path = folder / str(row["path"])
    if row["after"] is None:
        path.unlink()
    else:
        path.write_bytes(row["after"].encode())


def test_change_cut_short_anywhere_is_finished_later(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    ignored = shutil.ignore_patterns("build", "site", "expected")
    shutil.copytree(PROJECTS / "cross-linked", whole, ignore=ignored)
    start = with_drafts(whole)
    cut = tmp_path / "cut"
    shutil.copytree(start, cut)
    rename_record(Project.open(whole), OLD, NEW)
    wanted = files(whole)
    rows = cut_short(cut)
    assert rows[0]["path"] == f".dateline/drafts/actors/{NEW}.md"
    for done in (0, 1, len(rows) // 2, len(rows) - 1, len(rows)):
        half = tmp_path / f"half-{done}"
        shutil.copytree(cut, half)
        for row in rows[:done]:
            apply(half, row)
        problems = check_project(Project.open(half)).errors
        assert "unfinished-change" in {problem.rule for problem in problems}
        assert run("rename", "sexton", "x", "--project", half).returncode == 2
        assert run("new", "actor", "Somebody", "--project", half).returncode == 2
        assert run("rename", "--resume", "--project", half).returncode == 0
        assert files(half) == wanted


def test_edit_made_after_a_change_was_cut_short_is_not_overwritten(copy_project: Copy) -> None:
    folder = with_drafts(copy_project("cross-linked"))
    rows = cut_short(folder)
    path = folder / str(next(row["path"] for row in rows if str(row["path"]).startswith("briefings/2")))
    path.write_text(path.read_text(encoding="utf-8") + "\nA person's line.\n", encoding="utf-8")
    before = files(folder)
    done = run("rename", "--resume", "--project", folder)
    assert done.returncode == 2
    assert path.name in done.stderr
    assert files(folder) == before


@pytest.mark.parametrize("path", ["../outside.md", "mkdocs.yml", "briefings/../../outside.md", "/elsewhere/x.md"])
def test_written_down_change_reaches_no_other_file(path: str, copy_project: Copy) -> None:
    """The file may come from a stranger's pull request."""
    folder = copy_project("cross-linked")
    rows = [{"path": path, "before": None, "after": "x"}]
    (folder / ".dateline" / "unfinished.json").write_text(json.dumps(rows), encoding="utf-8")
    done = run("rename", "--resume", "--project", folder)
    assert done.returncode == 2
    assert "must be as dateline wrote it" in done.stderr
    assert not (folder.parent / "outside.md").exists()
