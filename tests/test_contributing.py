"""A contribution from end to end: a bare repository, clones of it, branches, checks, a merge and the site."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from folders import PROJECTS, ROOT

from dateline.api import HistoryError, Project, diff_project

BRIEFING = "briefings/2031-02-05-dorlen-rail-bridge.md"
# A contributor's machine: no settings of this one, no secret, nobody to ask for a password.
BARE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    **{
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))
    },
    "PATH": os.environ["PATH"],
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=BARE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def dateline(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(command, env=BARE, capture_output=True, text=True, check=False)


def step(name: str) -> dict[str, Any]:
    """A step of the workflow that checks pull requests."""
    text = (ROOT / ".github/workflows/pull-request.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["site"]["steps"]
    return next(item for item in steps if item["name"] == name)


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """A bare repository that holds a project on its branch main."""
    first = tmp_path / "first"
    shutil.copytree(PROJECTS / "one-briefing", first, ignore=shutil.ignore_patterns("expected", "build", "site"))
    (first / "briefings" / "about.md").write_text("Nothing that the check warns of.\n", encoding="utf-8")
    (first / ".gitignore").write_text("build/\nsite/\n", encoding="utf-8")
    git(first, "init", "--quiet", "--initial-branch", "main")
    git(first, "add", "--all")
    git(first, "commit", "--quiet", "--message", "The first briefing is here")
    git(tmp_path, "clone", "--quiet", "--bare", str(first), "upstream.git")
    return tmp_path / "upstream.git"


@pytest.fixture
def clone(upstream: Path) -> Path:
    git(upstream.parent, "clone", "--quiet", upstream.as_uri(), "clone")
    return upstream.parent / "clone"


def test_a_correction_from_clone_to_site(upstream: Path, clone: Path) -> None:
    """As a contributor and then a maintainer: branch, edit, commit, push, check, diff, merge, build."""
    git(clone, "switch", "--quiet", "--create", "three-injured")
    replaced(clone / BRIEFING, "injured: 2", "injured: 3")
    git(clone, "commit", "--quiet", "--all", "--message", "Three were injured, not two")
    git(clone, "push", "--quiet", "origin", "three-injured")
    assert dateline("check", "--format", "github", "--project", clone).stdout == ""

    summary = dateline("diff", "origin/main", "three-injured", "--format", "markdown", "--project", clone)
    assert summary.returncode == 0
    assert "- changed: Rail bridge south of Dorlen damaged" in summary.stdout
    assert "injured: 2 -> 3" in summary.stdout

    git(upstream.parent, "clone", "--quiet", upstream.as_uri(), "maintainer")
    maintainer = upstream.parent / "maintainer"
    git(maintainer, "merge", "--quiet", "--no-ff", "--message", "Three were injured", "origin/three-injured")
    git(maintainer, "push", "--quiet", "origin", "main")
    git(upstream.parent, "clone", "--quiet", "--depth", "1", upstream.as_uri(), "published")
    published = upstream.parent / "published"
    assert dateline("build", "--no-draft", "--quiet", "--project", published).returncode == 0
    assert "3 injured" in (published / "site/incidents/2031-02-05-dorlen-sabotage.html").read_text(encoding="utf-8")


def test_a_mistake_is_annotated_at_its_line_and_the_summary_comes_all_the_same(clone: Path) -> None:
    replaced(clone / BRIEFING, "exact: Nobody was killed.", "exact: Nobody was harmed.")
    line = (clone / BRIEFING).read_text(encoding="utf-8").splitlines().index(
        "  q4: {source: s1, exact: Nobody was harmed.}"
    ) + 1
    checked = dateline("check", "--format", "github", "--project", clone)
    assert checked.returncode == 1
    assert re.fullmatch(rf"::error file={BRIEFING},line={line},title=quote-not-in-seed::.+\n", checked.stdout)
    summary = dateline("diff", "main", "--format", "markdown", "--project", clone)
    assert summary.returncode == 0
    assert f"{BRIEFING}:{line}" in summary.stdout
    assert "pages are not compared" in summary.stdout


def test_the_merge_that_github_makes_is_compared_with_its_first_parent(upstream: Path, clone: Path) -> None:
    """A shallow checkout of two commits is enough, and what main gained meanwhile is no change of the request."""
    git(clone, "switch", "--quiet", "--create", "request")
    replaced(clone / BRIEFING, "injured: 2", "injured: 3")
    git(clone, "commit", "--quiet", "--all", "--message", "Three were injured")
    git(clone, "switch", "--quiet", "main")
    replaced(clone / "briefings/actors/jorun-pellask.md", "name: Jorun Pellask", "name: J. Pellask")
    git(clone, "commit", "--quiet", "--all", "--message", "A shorter name")
    git(clone, "switch", "--quiet", "--create", "merged")
    git(clone, "merge", "--quiet", "--no-ff", "--message", "Merge", "request")
    git(clone, "push", "--quiet", "origin", "merged")
    depth = str(step("Check out")["with"]["fetch-depth"])
    git(upstream.parent, "clone", "--quiet", "--depth", depth, "--branch", "merged", upstream.as_uri(), "runner")
    runner = upstream.parent / "runner"
    (runner / ".venv/bin").mkdir(parents=True)
    (runner / ".venv/bin/dateline").symlink_to(Path(sys.executable).with_name("dateline"))
    summary = runner / "summary.md"
    command = ["sh", "-e", "-c", step("Say what the change does")["run"]]
    subprocess.run(command, cwd=runner, env={**BARE, "GITHUB_STEP_SUMMARY": str(summary)}, check=True)
    text = summary.read_text(encoding="utf-8")
    assert "  - injured: 2 -> 3\n" in text
    assert "Pellask" not in text


def test_what_main_gained_since_the_branch_left_it_is_left_out(clone: Path) -> None:
    git(clone, "switch", "--quiet", "--create", "request")
    replaced(clone / BRIEFING, "injured: 2", "injured: 3")
    git(clone, "commit", "--quiet", "--all", "--message", "Three were injured")
    git(clone, "switch", "--quiet", "main")
    replaced(clone / "briefings/actors/jorun-pellask.md", "name: Jorun Pellask", "name: J. Pellask")
    git(clone, "commit", "--quiet", "--all", "--message", "A shorter name")
    project = Project.open(clone)
    assert diff_project(project, "main", "request").section("actors").changes == ()
    assert len(diff_project(project, "main", "request", direct=True).section("actors").changes) == 1


def test_a_project_below_the_root_of_its_repository(tmp_path: Path) -> None:
    shutil.copytree(PROJECTS / "one-briefing", tmp_path / "site one" / "project")
    (tmp_path / ".gitattributes").write_text("*.md export-ignore\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "All is here")
    project = Project.open(tmp_path / "site one" / "project")
    replaced(project.root / BRIEFING, "injured: 2", "injured: 3")
    status = git(tmp_path, "status", "--porcelain")
    found = diff_project(project, "main")
    assert [section.slug for section in found.sections if section.changes] == ["incidents", "briefings", "pages"]
    assert git(tmp_path, "status", "--porcelain") == status


def test_a_shallow_clone_says_what_to_fetch(upstream: Path, clone: Path) -> None:
    replaced(clone / BRIEFING, "injured: 2", "injured: 3")
    git(clone, "commit", "--quiet", "--all", "--message", "Three were injured")
    git(clone, "push", "--quiet", "origin", "main")
    git(upstream.parent, "clone", "--quiet", "--depth", "1", upstream.as_uri(), "shallow")
    done = dateline("diff", "HEAD^1", "--project", upstream.parent / "shallow")
    assert done.returncode == 2
    assert re.fullmatch(r"dateline: there is no commit 'HEAD\^1' in this clone; .*fetch-depth: 0.*\n", done.stderr)


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("feature", "did you mean origin/feature?"),
        ("no-such-branch", "name a branch, a tag or a commit"),
        ("--output=x", "there is no commit '--output=x'"),
    ],
)
def test_an_unknown_revision_says_what_to_do(clone: Path, base: str, words: str) -> None:
    git(clone, "push", "--quiet", "origin", "main:feature")
    git(clone, "fetch", "--quiet")
    with pytest.raises(HistoryError) as raised:
        diff_project(Project.open(clone), base)
    assert words in str(raised.value)


def test_a_folder_without_git_is_compared_with_another_folder_alone(tmp_path: Path) -> None:
    shutil.copytree(PROJECTS / "one-briefing", tmp_path / "p")
    with pytest.raises(HistoryError, match="is in no git repository"):
        diff_project(Project.open(tmp_path / "p"), "main")
    assert diff_project(Project.open(tmp_path / "p"), "../p").notes == ()
