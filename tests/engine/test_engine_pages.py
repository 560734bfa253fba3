"""Single pages from a running engine: the bytes of the full build."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from folders import PROJECTS

from dateline.api import Project, build_project
from dateline.engine import EnginePages
from dateline.errors import EngineError

NEWEST = "2031-08-05"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("engine") / "cross-linked"
    shutil.copytree(PROJECTS / "cross-linked", folder, ignore=shutil.ignore_patterns("build", "site", "expected"))
    assert build_project(Project.open(folder), draft=False).site
    return folder


@pytest.fixture
def engine(built: Path) -> Iterator[EnginePages]:
    pages = EnginePages(Project.open(built))
    yield pages
    pages.close()


def staged(project: Path) -> dict[str, str]:
    docs = project / "build" / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}


def test_each_page_is_the_full_builds_byte_for_byte(built: Path, engine: EnginePages) -> None:
    """In any order, and again after another page."""
    pages = staged(built)
    assert len(pages) > 100
    for path in [*sorted(pages, reverse=True), "index.md", "about.md"]:
        finished = (built / "site" / path).with_suffix(".html").read_text(encoding="utf-8")
        assert engine.page(path, pages[path], newest=NEWEST, theme="") == finished, path


def test_page_that_no_build_knows_is_framed_too(built: Path, engine: EnginePages) -> None:
    content = staged(built)["about.md"].replace('title: "About', 'title: "Entirely new')
    html = engine.page("fresh/one.md", content, newest=NEWEST, theme="")
    assert "<title>Entirely new" in html
    assert 'href="../assets/css/type.css"' in html


def test_theme_is_read_again_where_its_state_has_another_name(built: Path, engine: EnginePages) -> None:
    content = staged(built)["about.md"]
    main = built / "build" / "theme" / "main.html"
    before = main.read_text(encoding="utf-8")
    assert "A NEW FOOT" not in engine.page("about.md", content, newest=NEWEST, theme="one")
    try:
        main.write_text(before.replace("Top of page", "A NEW FOOT"), encoding="utf-8")
        assert "A NEW FOOT" in engine.page("about.md", content, newest=NEWEST, theme="two")
        main.write_text(before + "\n{% wrong %}", encoding="utf-8")
        with pytest.raises(EngineError, match=r"^templates/theme/main\.html:\d+: .*wrong"):
            engine.page("about.md", content, newest=NEWEST, theme="three")
        main.write_text(before.replace("Top of page", "{{ nothing.at.all }}"), encoding="utf-8")
        with pytest.raises(EngineError, match=r"^templates/theme/main\.html:\d+: 'nothing' is undefined"):
            engine.page("about.md", content, newest=NEWEST, theme="four")
    finally:
        main.write_text(before, encoding="utf-8")
    assert "Top of page" in engine.page("about.md", content, newest=NEWEST, theme="five")


def test_settings_that_cannot_be_used_are_told(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built / "build", tmp_path / "build")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: {name: no-such-theme}\ndocs_dir: build/docs\n")
    engine = EnginePages(Project.open(tmp_path))
    with pytest.raises(EngineError, match="no-such-theme"):
        engine.page("about.md", "---\ntitle: x\n---\n", newest="", theme="")
    engine.close()
    with pytest.raises(EngineError, match="start again"):
        engine.page("about.md", "---\ntitle: x\n---\n", newest="", theme="")
