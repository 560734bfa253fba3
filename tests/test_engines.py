"""The same staged tree builds with every engine: same pages, same words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from engines import build_with_each

from dateline.api import DatelineError, Project, build_project


@pytest.mark.parametrize("name", ["one-briefing", "awkward"])
def test_engines_agree(name: str, copy_project: Callable[[str], Path]) -> None:
    built = build_with_each(Project.open(copy_project(name)))
    assert all(len(words) > 20 for page, words in built["mkdocs"].items() if "/20" in page)
    for pages in built.values():
        assert pages == built["mkdocs"]


def test_failing_engine_leaves_the_last_site(copy_project: Callable[[str], Path]) -> None:
    """A broken environment is one error, and readers keep what they had."""
    project = Project.open(copy_project("one-briefing"))
    build_project(project, draft=False)
    before = (project.output / "index.html").read_bytes()
    settings = project.root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "nav:\n  - Gone: gone.md\n", encoding="utf-8")
    with pytest.raises(DatelineError, match=r"gone\.md"):
        build_project(Project.open(project.root), draft=False)
    assert (project.output / "index.html").read_bytes() == before
