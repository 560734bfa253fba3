"""Golden projects: real miniature projects, their exact problems and their exact staged pages.

`DATELINE_REWRITE=1 make test ARGS=tests/test_projects.py` writes the expectations anew; review them as a diff.
"""

import os
import re
import shutil
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest
from folders import PROJECTS

from dateline.api import Project, build_project, check_project, format_problems
from dateline.build import stage_project
from dateline.check import ELSEWHERE, RULES
from dateline.model.paths import is_generated

REWRITE = os.environ.get("DATELINE_REWRITE") == "1"
NAMES = sorted(path.parent.name for path in PROJECTS.glob("*/mkdocs.yml"))
IN_FULL = {
    "cross-linked": (
        "index.md",
        "*/index.md",
        "names/*",
        "incidents/2031-03-*",
        "briefings/2031-03-0*",
        "actors/northern-liberation-front.md",
    )
}
PUBLISHED = [name for name in NAMES if name != "everything-wrong"]


def pages(folder: Path) -> dict[str, str]:
    paths = [path for path in sorted(folder.rglob("*.md")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize("name", NAMES)
def test_problems(name: str) -> None:
    """The check finds exactly these problems, in these words, at these lines."""
    found = format_problems(check_project(Project.open(PROJECTS / name)).problems)
    expected = PROJECTS / name / "expected" / "problems.txt"
    if REWRITE:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


# Of the rules on drafting, refreshing, renaming and mending the check says nothing; the tests of those commands do.
BESIDE_THE_CHECK = {
    rule for rule in ELSEWHERE if rule.startswith(("draft-", "refresh-", "record-", "unfinished-", "fix-"))
} | {"seed-needs-package", "seed-undated", "seed-drafted"}


def test_every_rule_is_broken_somewhere() -> None:
    """A rule without a case is a rule that nobody has seen work."""
    files = [*PROJECTS.glob("*/expected/problems.txt"), PROJECTS.parent / "check" / "cases" / "rules.txt"]
    found = {
        name for file in files for name in re.findall(r"^\S+:\d+: ([a-z-]+): ", file.read_text("utf-8"), re.MULTILINE)
    }
    assert {*(rule.name for rule in RULES), *ELSEWHERE} - found == BESIDE_THE_CHECK


@pytest.mark.parametrize("name", PUBLISHED)
def test_staged_pages(name: str, copy_project: Callable[[str], Path]) -> None:
    """The pages given to the engine are exactly these; of a large project all paths and the pages of IN_FULL."""
    project = Project.open(copy_project(name))
    stage_project(project, check_project(project).corpus)
    found = pages(project.docs)
    shown = {path: text for path, text in found.items() if any(fnmatch(path, glob) for glob in IN_FULL.get(name, "*"))}
    expected = PROJECTS / name / "expected"
    if REWRITE:
        shutil.rmtree(expected / "docs", ignore_errors=True)
        for path, text in {"../paths.txt": "\n".join(found) + "\n", **shown}.items():
            target = expected / "docs" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    assert list(found) == (expected / "paths.txt").read_text(encoding="utf-8").splitlines()
    assert list(shown) == list(pages(expected / "docs"))
    for path, text in pages(expected / "docs").items():
        assert shown[path] == text, path


def test_the_check_knows_every_page_that_is_generated() -> None:
    """A page of a person at one of these addresses would not be published: rule `page-name` says so."""
    paths = (PROJECTS / "cross-linked" / "expected" / "paths.txt").read_text(encoding="utf-8").split()
    own = {path.name for path in (PROJECTS / "cross-linked" / "briefings").glob("[a-z]*.md")}
    keys = [path.removesuffix(".md") for path in paths if path not in {"index.md", *own}]
    assert [key for key in keys if not is_generated(key)] == []


def test_nothing_is_staged_where_the_check_finds_errors(copy_project: Callable[[str], Path]) -> None:
    project = Project.open(copy_project("everything-wrong"))
    before = sorted(project.root.rglob("*"))
    built = build_project(project, draft=False)
    assert built.site is None
    assert sorted(project.root.rglob("*")) == before
