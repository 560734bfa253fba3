"""Whatever somebody does to a file: problems are values, and what passes the check can be published."""

import shutil
from pathlib import Path

import pytest
from folders import PROJECTS
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.api import Project, check_project
from dateline.build import stage_project

FILES = sorted(path.relative_to(PROJECTS) for path in (PROJECTS / "one-briefing" / "briefings").rglob("*.md"))
SIGNS = """ : - ' " { } [ ] [^x] null ~ 0 -1 é <b> {{x}} {%if%} | * ` # &a *a ../ 2024-01-04 q1 s1 """
PIECES = st.sampled_from(
    [*SIGNS.split(" "), "\n", "  ", "9" * 30, "\x00", "\u202e", "---\n", "\t", "id: x\n", "former_ids: [x]\n", "\r"]
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("edits") / "one-briefing"
    shutil.copytree(PROJECTS / "one-briefing", folder, ignore=shutil.ignore_patterns("expected", "build", "site"))
    return Project.open(folder)


@settings(max_examples=examples(150))
@given(file=st.sampled_from(FILES), at=st.floats(0, 1), length=st.integers(0, 40), piece=PIECES)
def test_any_edit_is_published_or_explained(project: Project, file: Path, at: float, length: int, piece: str) -> None:
    path = project.root.parent / file
    original = path.read_text(encoding="utf-8")
    start = int(at * len(original))
    edited = original[:start] + piece + original[start + length :]
    try:
        path.write_bytes(edited.encode("utf-8", "surrogatepass"))
        loaded = check_project(project)
        lines = edited.count("\n") + 2
        assert all(
            1 <= problem.line <= lines for problem in loaded.problems if problem.path == f"briefings/{path.name}"
        )
        assert all("\n" not in problem.message for problem in loaded.problems)
        if not loaded.errors:
            stage_project(project, loaded.corpus)
    finally:
        path.write_text(original, encoding="utf-8", newline="\n")
