"""Each rule finds what it says, at its line, and leaves alone what only looks like it; each is documented.

`DATELINE_REWRITE=1` writes what is found now as what is expected; review it as a diff.
"""

import ast
import os
import re
from pathlib import Path

import pytest
from casefiles import read_cases, write_project
from folders import ROOT

from dateline.api import Project, check_project, format_problems
from dateline.check import ELSEWHERE, RULES
from dateline.fix import FIXES, TIDIED

CASES = Path(__file__).parent / "cases" / "rules.txt"


def found(text: str, folder: Path, rule: str) -> str:
    """The problems of one rule in a project of these files."""
    write_project(text, folder)
    problems = check_project(Project.open(folder)).problems
    assert rule == "schema" or "schema" not in {problem.rule for problem in problems}
    return format_problems([problem for problem in problems if problem.rule == rule]).rstrip("\n")


@pytest.mark.parametrize(("title", "text", "expected"), list(read_cases(CASES)), ids=lambda value: value[:60])
def test_case(title: str, text: str, expected: str, tmp_path: Path) -> None:
    now = found(text, tmp_path, title.partition(":")[0])
    if os.environ.get("DATELINE_REWRITE") == "1":
        whole = CASES.read_text(encoding="utf-8")
        head = f"{title}\n.\n{text}\n.\n"
        old, new = (f"{head}{part}\n." if part else f"{head}." for part in (expected, now))
        CASES.write_text(whole.replace(old, new), encoding="utf-8")
    assert now == expected


def rules_in_source() -> set[str]:
    """Every rule that a stage before the check gives to a problem."""
    names = set()
    for path in (ROOT / "src" / "dateline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            given = [word.value for word in node.keywords if word.arg == "rule"]
            given += node.args[2:3] if node.func.id == "Problem" else []
            names |= {one.value for one in given if isinstance(one, ast.Constant)}
    return names


def test_rules_before_the_check_are_listed() -> None:
    assert rules_in_source() - set(ELSEWHERE) - {"seed-unreadable"} == set()
    assert set(ELSEWHERE) - rules_in_source() - {"seed-unreadable"} == set()


def test_every_rule_is_documented_and_every_documented_rule_exists() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert re.findall(r"^### `([a-z-]+)`$", page, re.MULTILINE) == [
        *ELSEWHERE,
        *(rule.name for rule in RULES),
        *TIDIED,
    ]


def test_each_rule_says_what_why_how_and_shows_it() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        words = re.split(r"^## ", section, flags=re.MULTILINE)[0]
        assert all(f"**{part}.**" in words for part in ("Why", "Fix", "Example")), section.split("\n")[0]


def test_what_is_mended_is_said_where_the_rule_is_explained() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    sections = {part.partition("`")[0]: part for part in re.split(r"^### `", page, flags=re.MULTILINE)[1:]}
    said = {rule for rule, words in sections.items() if "**Mended.**" in words or rule in TIDIED}
    assert said == {fix.rule for fix in FIXES}


def test_severity_in_the_documents_is_the_rule_s() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for rule in RULES:
        assert f"### `{rule.name}`\n\n*{rule.severity.capitalize()}.*" in page
