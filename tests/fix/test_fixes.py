"""What `check --fix` puts right, and what it leaves alone.

`DATELINE_REWRITE=1` writes what is found now as what is expected; review it as a diff.
"""

import os
import re
from pathlib import Path

import pytest
from casefiles import read_cases, write_project

from dateline.api import Project, fix_project
from dateline.fix import FIXES, TIDIED

CASES = Path(__file__).parent / "cases" / "fixes.txt"


def small_project(text: str, folder: Path) -> Project:
    """A project of these files."""
    spaced = re.sub(r"_+$", lambda match: " " * len(match[0]), text, flags=re.MULTILINE)
    write_project(spaced, folder)
    return Project.open(folder)


def shown(project: Project) -> str:
    """What is printed, then the changed lines; spaces at the ends of lines are seen."""
    found, _ = fix_project(project, write=False)
    lines = [line for line in found.diff.splitlines() if line[:1] in "+-" and line[:3] != "---"]
    lines = [re.sub(r" +$", lambda match: "_" * len(match[0]), line) for line in lines]
    problems = [str(problem) for problem in found.problems]
    return "\n".join([*map(str, sorted(found.fixed)), *problems, *lines])


@pytest.mark.parametrize(("title", "text", "expected"), list(read_cases(CASES)), ids=lambda value: value[:60])
def test_case(title: str, text: str, expected: str, tmp_path: Path) -> None:
    project = small_project(text, tmp_path)
    now = shown(project)
    if os.environ.get("DATELINE_REWRITE") == "1":
        whole = CASES.read_text(encoding="utf-8")
        head = f"{title}\n.\n{text}\n.\n"
        old, new = (f"{head}{part}\n." if part else f"{head}." for part in (expected, now))
        CASES.write_text(whole.replace(old, new), encoding="utf-8")
    assert now == expected
    fix_project(project)
    assert shown(project) == ""


def test_every_fix_has_a_case() -> None:
    assert {fix.rule for fix in FIXES} == {title.partition(":")[0] for title, _, _ in read_cases(CASES)}
    assert set(TIDIED) < {fix.rule for fix in FIXES}
