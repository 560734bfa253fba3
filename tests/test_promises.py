"""The promises of the architecture, as properties of the real commands on real projects."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bench.corpus import make_project
from folders import PROJECTS, ROOT
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.api import Project, build_project, check_project
from dateline.build import stage_project
from dateline.model import Quote
from dateline.model.quoting import find_quote
from dateline.stage import stage


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder by its sha256."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cross-linked project, built once by the real command."""
    folder = tmp_path_factory.mktemp("promises") / "cross-linked"
    shutil.copytree(PROJECTS / "cross-linked", folder, ignore=shutil.ignore_patterns("build", "site", "expected"))
    build(folder)
    return folder


def build(folder: Path, **environment: str) -> None:
    command = [sys.executable, "-m", "dateline", "build", "--no-draft", "--quiet", "--project", str(folder)]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# 1. Nothing invented.

TEXT = "The army denied it. “We were not there,” a spokesman said.\n\nNobody was killed, the army said."


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 30), st.integers(0, 29), st.sampled_from("xé “\n"))
def test_quote_stands_character_for_character(start: int, length: int, at: int, letter: str) -> None:
    exact = TEXT[start : start + length]
    assert (start, start + len(exact)) in find_quote(Quote(source="s1", exact=exact), TEXT)
    changed = exact[: at % len(exact)] + letter + exact[at % len(exact) + 1 :]
    assert bool(find_quote(Quote(source="s1", exact=changed), TEXT)) is (changed in TEXT)


def test_each_drafted_datum_has_a_quote_that_stands_in_its_seed() -> None:
    """On the committed briefing of the real seed."""
    loaded = check_project(Project.open(ROOT))
    assert loaded.errors == ()
    drafted = [record.data for record in loaded.corpus.briefings.values() if record.data.drafted]
    assert drafted
    for briefing in drafted:
        cited = [report.quote for report in briefing.incidents] + [claim.quote for claim in briefing.claims]
        cited += [part.quote for report in briefing.incidents for part in report.participants]
        assert cited
        assert all(quote in briefing.quotes for quote in cited)


# 3. What people wrote is never lost. 4. The build only reads.


def test_build_changes_nothing_that_people_own(site: Path) -> None:
    for folder in ("briefings", "seeds"):
        assert tree(site / folder) == tree(PROJECTS / "cross-linked" / folder)


def test_file_is_whole_whenever_the_writer_is_killed(tmp_path: Path) -> None:
    """A writer that is killed at any moment leaves the old words or the new ones."""
    path = tmp_path / "briefing.md"
    path.write_text("old\n" * 50_000, encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from dateline.disk import write_atomic\n"
        "while True:\n"
        "    for word in ('new', 'old'): write_atomic(Path(sys.argv[1]), (word + '\\n') * 50_000)"
    )
    for delay in (0.15, 0.22, 0.31, 0.4):
        writer = subprocess.Popen([sys.executable, "-c", program, str(path)])
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        assert path.read_text(encoding="utf-8") in {"old\n" * 50_000, "new\n" * 50_000}


# 5. Same input, same bytes.


def test_site_is_the_same_in_another_folder_locale_zone_and_hash_order(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "a folder with spaces"
    shutil.copytree(PROJECTS / "cross-linked", other, ignore=shutil.ignore_patterns("build", "site", "expected"))
    build(other, PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LC_ALL="C", LANG="tr_TR.UTF-8")
    assert tree(other / "site") == tree(site / "site")


def test_incremental_build_equals_a_clean_one(tmp_path: Path) -> None:
    """Whatever was edited, added or removed in between."""
    edited = tmp_path / "edited"
    shutil.copytree(PROJECTS / "cross-linked", edited, ignore=shutil.ignore_patterns("build", "site", "expected"))
    build(edited)
    path = min((edited / "briefings").glob("2*.md"))
    path.write_text(path.read_text(encoding="utf-8") + "\nA last line.\n", encoding="utf-8")
    (edited / "briefings" / "method.md").write_text("---\ntitle: Method\n---\n\n## How\n\nSo.\n", encoding="utf-8")
    min((edited / "briefings" / "incidents").glob("*.md")).unlink()
    stale = edited / "build" / "docs" / "actors" / "left-over.md"
    stale.write_text("# Left over\n", encoding="utf-8")
    build(edited)
    clean = tmp_path / "clean"
    shutil.copytree(edited, clean, ignore=shutil.ignore_patterns("build", "site"))
    build(clean)
    assert tree(edited / "site") == tree(clean / "site")
    assert not stale.exists()


PATHS = st.sampled_from(["a.md", "b/c.md", "b/d.md", "e/f/g.md"])


@settings(max_examples=examples(30))
@given(st.lists(st.dictionaries(PATHS, st.text(max_size=5)), max_size=5))
def test_staged_folder_holds_exactly_what_was_staged_last(
    tmp_path_factory: pytest.TempPathFactory, stagings: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("stage")
    for files in [{}, *stagings]:
        stage(folder, files.items())
        found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert found == {path: text.encode() for path, text in files.items()}


# 6. Self-contained pages.


class Links(HTMLParser):
    """Targets that a page loads, targets that it links to, and its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.linked: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        if tag in ("script", "img", "iframe", "source", "audio", "video") and "src" in given:
            self.loaded.append(given["src"])
        if tag == "link" and given.get("rel") not in ("canonical", "prev", "next"):
            self.loaded.append(given.get("href", ""))
        if tag == "a" and "href" in given:
            self.linked.append(given["href"])


def parsed(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def test_pages_load_nothing_from_other_hosts(site: Path) -> None:
    for page in (site / "site").rglob("*.html"):
        assert [target for target in parsed(page).loaded if urlsplit(target).netloc] == [], page
    for sheet in (site / "site").rglob("*.css"):
        assert re.findall(r"(?:@import|url\()\s*['\"]?(?:https?:)?//", sheet.read_text(encoding="utf-8")) == [], sheet


def test_every_internal_link_leads_to_a_page_and_a_place_on_it(site: Path) -> None:
    """As written in the HTML, so below any path and from file:// alike.

    The page for what is missing is served at any address: its links are absolute.
    """
    pages = {page: parsed(page) for page in (site / "site").rglob("*.html") if page.name != "404.html"}
    broken = []
    for page, links in pages.items():
        for target in links.linked:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            goal = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            wanted = unquote(parts.fragment)
            if not goal.is_file() or (wanted and goal in pages and wanted not in pages[goal].ids):
                broken.append(f"{page.relative_to(site / 'site')} -> {target}")
    assert broken == []


def test_quote_whose_words_an_editor_left_out_leads_to_its_source(copy_project: Callable[[str], Path]) -> None:
    """Where only part of the text may be published, the words still stand on the page, with the way to their source."""
    folder = copy_project("one-briefing")
    path = min((folder / "briefings").glob("2*.md"))
    text = path.read_text(encoding="utf-8")
    begin = text.index("Interior Minister Corvin")
    left_out = text[begin : text.index("\n\n", begin)]
    path.write_text(text.replace(left_out, ""), encoding="utf-8")
    build(folder)
    pages = {page: parsed(page) for page in (folder / "site").rglob("*.html") if page.name != "404.html"}
    targets = {page: [target.partition("#") for target in links.linked] for page, links in pages.items()}
    goals = [((page.parent / to).resolve() if to else page, at) for page, all_ in targets.items() for to, _, at in all_]
    assert [(goal.name, at) for goal, at in goals if at and goal in pages and at not in pages[goal].ids] == []
    briefing = pages[min((folder / "site" / "briefings").glob("2???-??-??-*.html"))]
    assert "q-q2" in briefing.ids
    assert any(re.search(r"/sources/.+#t-\d+-\d+$", target) for target in briefing.linked)


def test_ids_stand_once_on_a_page(site: Path) -> None:
    for page in (site / "site").rglob("*.html"):
        ids = parsed(page).ids
        assert sorted(set(ids)) == sorted(ids), page


# 7. Links do not rot.


def test_former_id_leads_on(copy_project: Callable[[str], Path]) -> None:
    project = Project.open(copy_project("one-briefing"))
    path = min(project.briefings.glob("actors/*.md"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nname:", "\nformer_ids: [old-name]\nname:", 1), encoding="utf-8")
    stage_project(project, check_project(project).corpus)
    page = (project.docs / "actors" / "old-name.md").read_text(encoding="utf-8")
    assert f"{path.stem}.html" in page


# 9. Nothing on a page grows with the corpus unless the page is about it.


def test_corpus_of_twice_the_size_costs_twice_the_bytes(tmp_path: Path) -> None:
    sizes = {}
    for count in (150, 300):
        project = Project.open(make_project(tmp_path / str(count), briefings=count, root=ROOT))
        loaded = check_project(project)
        assert loaded.errors == ()
        stage_project(project, loaded.corpus)
        pages = [path.stat().st_size for path in project.docs.rglob("*.md")]
        assert max(pages) < 300_000
        sizes[count] = sum(pages)
    assert sizes[300] < 2.3 * sizes[150]


def test_second_build_of_an_unchanged_project_stages_nothing(copy_project: Callable[[str], Path]) -> None:
    project = Project.open(copy_project("one-briefing"))
    build_project(project, draft=False)
    staged = build_project(project, draft=False).staged
    assert staged is not None
    assert (staged.written, staged.removed) == (0, 0)
