"""`serve`: each change is shown at once and built afterwards; what is wrong stands on the page; Ctrl-C ends it."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect
from serve.served import BRIEFING, PATIENCE, Served, changed, put, small_project, wait_for

from dateline.api import Project, build_project

PAGE = f"briefings/{BRIEFING}.html"
WORDS = "Corvin Maddesh"
ALL = ["index.html", PAGE, "actors/index.html", "actors/corvin-maddesh.html", "locations/dorlen.html", "about.html"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its site."""
    project = small_project(tmp_path_factory.mktemp("built") / "project")
    assert build_project(Project.open(project), draft=False).site
    return project


@pytest.fixture(params=["/"])
def served(built: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Served]:
    root = tmp_path / "project"
    shutil.copytree(built, root)
    found = Served(root, "--base", request.param)
    wait_for(lambda: found.get(PAGE)[0] == 200, "the first page")
    yield found
    if found.process.poll() is None:
        assert found.interrupt() == 0, found.text


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    found = browser.new_page()
    found.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    found.goto(served.url + PAGE)
    yield found
    found.close()
    expect.set_options(timeout=5000)


def briefing(served: Served) -> Path:
    return served.root / "briefings" / f"{BRIEFING}.md"


@pytest.mark.browser
@pytest.mark.parametrize("served", ["/", "/sub/path/"], indirect=True)
def test_open_page_follows_what_is_edited(served: Served, page: Page) -> None:
    for words in ("First new words.", "Second new words."):
        put(briefing(served), briefing(served).read_text(encoding="utf-8") + f"\n{words}\n")
        expect(page.locator("body")).to_contain_text(words)
    changed(served.root / "briefings" / "actors" / "corvin-maddesh.md", f"name: {WORDS}", "name: Corvin Renamed")
    expect(page.locator("body")).to_contain_text("Corvin Renamed")
    changed(
        served.root / "templates" / "pages" / "briefing.md.j2", "{% if gaps %}", "<p>Of the template</p>{% if gaps %}"
    )
    expect(page.locator("body")).to_contain_text("Of the template")
    changed(served.root / "templates" / "theme" / "main.html", "Top of page", "Back up")
    expect(page.locator("footer.foot")).to_contain_text("Back up")
    put(served.root / "templates" / "assets" / "css" / "type.css", "body { --mark: seen; }")
    mark = "document.body && getComputedStyle(document.body).getPropertyValue('--mark')"
    page.wait_for_function(f"() => ({mark} || '').includes('seen')")


@pytest.mark.browser
def test_mistake_is_listed_on_the_page_until_it_is_mended(served: Served, page: Page) -> None:
    before = changed(briefing(served), "location: tarvenor", "location: nowhere")
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text(f"briefings/{BRIEFING}.md:11: unknown-id: location must be a known location")
    expect(panel).to_contain_text("1 problem")
    expect(page.locator("h1")).to_be_visible()
    wait_for(lambda: f"briefings/{BRIEFING}.md:11: unknown-id" in served.text, "the words in the terminal")
    page.goto(served.url + "about.html")  # a page that is opened meanwhile says so too, and is the last good one
    expect(panel).to_contain_text("unknown-id")
    page.get_by_role("button", name="Hide").click()
    expect(panel).to_have_count(0)
    page.goto(served.url + PAGE)
    expect(panel).to_be_visible()
    put(briefing(served), before + "\nMended.\n")
    expect(page.locator("body")).to_contain_text("Mended.")
    expect(panel).to_have_count(0)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("template", "old", "new", "words"),
    [
        ("pages/briefing.md.j2", "{% if gaps %}", "{% if gaps }", r"templates/pages/briefing.md.j2:\d+: "),
        ("pages/briefing.md.j2", "{% if gaps %}", "{{ nothing }}{% if gaps %}", "'nothing' is undefined"),
        ("theme/main.html", "Top of page", "{{ nothing.at.all }}", r"templates/theme/main.html:\d+: 'nothing'"),
    ],
)
def test_broken_template_is_told_on_the_page(
    served: Served, page: Page, template: str, old: str, new: str, words: str
) -> None:
    path = served.root / "templates" / template
    before = changed(path, old, new)
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text(re.compile(words))
    expect(page.locator("h1")).to_contain_text("Explosion damages rail bridge")
    wait_for(lambda: bool(re.search(words, served.text)), "the words in the terminal")
    put(path, before.replace(old, f"Mended {old}"))
    expect(page.locator("body")).to_contain_text("Mended")
    expect(panel).to_have_count(0)


@pytest.mark.browser
def test_panel_is_accessible(served: Served, page: Page) -> None:
    changed(briefing(served), "location: tarvenor", "location: nowhere")
    panel = page.get_by_role("alert")
    expect(panel).to_be_visible()
    axe = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
    assert panel.evaluate("it => it.getRootNode().host.getBoundingClientRect().bottom <= innerHeight")
    assert panel.get_attribute("tabindex") == "0"
    if axe.is_file():
        page.add_script_tag(path=axe)
        assert page.evaluate("async () => (await axe.run('#dateline-problems')).violations.map(it => it.id)") == []


def test_new_file_is_shown_and_a_removed_one_is_gone(served: Served) -> None:
    text = briefing(served).read_text(encoding="utf-8")
    fresh = briefing(served).with_name("2031-02-06-a-second.md")
    put(fresh, text.replace(f"id: {BRIEFING}", "id: 2031-02-06-a-second").replace("Explosion damages", "Seconds after"))
    wait_for(lambda: served.get("briefings/2031-02-06-a-second.html")[0] == 200, "the new page")
    assert served.shows("briefings/index.html", "Seconds after rail bridge")
    assert served.shows("briefings/2031-02-06-a-second.json", '"kind": "briefings"')
    assert served.shows("feed.xml", "Seconds after rail bridge")
    site = served.root / "site" / "briefings" / "2031-02-06-a-second.html"
    wait_for(site.is_file, "the build in the background")
    fresh.unlink()
    wait_for(lambda: served.get("briefings/2031-02-06-a-second.html")[0] == 404, "the end of the page")
    assert served.get("briefings/2031-02-06-a-second.json")[0] == 404
    assert not served.shows("briefings/index.html", "Seconds after rail bridge")
    wait_for(lambda: not site.exists(), "the build in the background")


def test_settings_are_read_again(served: Served) -> None:
    changed(served.root / "mkdocs.yml", "site_name: Dateline", "site_name: Another Name")
    wait_for(lambda: served.shows(PAGE, "Another Name"), "the new name")
    index = served.root / "site" / "index.html"
    wait_for(lambda: index.is_file() and "Another Name" in index.read_text(encoding="utf-8"), "the build")
    before = changed(served.root / "mkdocs.yml", "site_name: Another Name", "site_name: [")
    wait_for(lambda: "mkdocs.yml: must be valid YAML" in served.text, "the words")
    put(served.root / "mkdocs.yml", before.replace("Another Name", "A Third"))
    wait_for(lambda: served.shows(PAGE, "A Third"), "the third name")


def test_each_page_shown_is_the_one_that_a_build_writes(served: Served, tmp_path: Path) -> None:
    """Byte for byte: the newest state before it is built, and the built site after."""
    changed(briefing(served), "title: Explosion damages", "title: Blast hits")
    changed(served.root / "briefings" / "actors" / "corvin-maddesh.md", f"name: {WORDS}", "name: Corvin Renamed")
    other = tmp_path / "other"
    shutil.copytree(served.root, other, ignore=shutil.ignore_patterns("build", "site"))
    wait_for(lambda: served.shows(PAGE, "Corvin Renamed") and served.shows(PAGE, "Blast hits"), "the new words")
    pages = sorted(path.relative_to(served.root / "site").as_posix() for path in (served.root / "site").rglob("*.html"))
    shown = {address: served.get(address) for address in pages}
    assert build_project(Project.open(other), draft=False).site
    assert len(pages) > 30
    for address, (status, content) in shown.items():
        assert (status, content) == (200, (other / "site" / address).read_text(encoding="utf-8")), address
    home = served.root / "site" / "index.html"
    wait_for(lambda: home.is_file() and "Blast hits" in home.read_text(encoding="utf-8"), "the build")
    for address in pages:
        assert served.get(address)[1] == (other / "site" / address).read_text(encoding="utf-8"), address


def test_many_readers_at_once_while_files_change(served: Served) -> None:
    text = briefing(served).read_text(encoding="utf-8")
    with ThreadPoolExecutor(12) as readers:
        asked = []
        for number in range(4):
            put(briefing(served), f"{text}\nNumber {number} of the words.\n")
            asked += [readers.submit(served.get, address) for address in ALL * 4]
        answers = [one.result() for one in asked]
    assert {status for status, _ in answers} == {200}
    assert all(content.rstrip().endswith("</html>") for _, content in answers)
    wait_for(lambda: served.shows(PAGE, "Number 3 of the words."), "the last words")


def test_hidden_files_and_output_are_no_change(served: Served) -> None:
    with urlopen(f"{served.url}.dateline/events", timeout=PATIENCE) as events:
        first = events.readline()
        for path in (served.root / "briefings" / ".a.md.part", served.root / "briefings" / "a.md~"):
            path.write_text("x", encoding="utf-8")
        (served.root / "site" / "other.html").write_text("x", encoding="utf-8")
        put(briefing(served), briefing(served).read_text(encoding="utf-8") + "\nAt last.\n")
        wait_for(lambda: served.shows(PAGE, "At last."), "the change")
        assert events.readline() == b"\n"
        second = events.readline()
    number = int(first.split(b'"')[3].rpartition(b"-")[2])
    assert int(second.split(b'"')[3].rpartition(b"-")[2]) == number + 1


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_interrupt_ends_it_and_all_that_it_started(served: Served) -> None:
    put(briefing(served), briefing(served).read_text(encoding="utf-8") + "\nAt last.\n")
    wait_for(lambda: served.shows(PAGE, "At last."), "the change")
    with urlopen(f"{served.url}.dateline/events", timeout=PATIENCE) as events:
        assert events.readline()
        assert served.interrupt() == 0
    assert served.said[-1] == "dateline: stopped"
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(served.root) not in running


@pytest.mark.browser
def test_project_with_mistakes_is_served_once_they_are_mended(tmp_path: Path, browser: Browser) -> None:
    root = small_project(tmp_path / "project")
    path = root / "briefings" / f"{BRIEFING}.md"
    before = changed(path, "location: tarvenor", "location: nowhere")
    found = Served(root)
    assert "the site was not built; mend the problems above" in found.text
    page = browser.new_page()
    page.goto(found.url)
    expect(page.get_by_role("alert")).to_contain_text("unknown-id", timeout=PATIENCE * 1000)
    put(path, before)
    expect(page.locator("h1")).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.close()
    assert found.interrupt() == 0


def test_seed_that_comes_is_drafted(served: Served) -> None:
    put(
        served.root / "seeds" / "fresh.txt",
        "date: 2031-03-01\n\nTARVENOR — The Vardanian army shelled Dorlen, it said.\n",
    )
    briefings = served.root / "briefings"
    wait_for(lambda: any(briefings.glob("2031-03-01*.md")), "the draft")
    key = next(briefings.glob("2031-03-01*.md")).stem
    wait_for(lambda: served.get(f"briefings/{key}.html")[0] == 200, "its page")


def test_taken_port_is_told_before_anything_is_built(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [
            sys.executable,
            "-m",
            "dateline",
            "serve",
            "--project",
            str(root),
            "--port",
            str(taken.getsockname()[1]),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "must be free" in done.stderr
    assert not (root / "build").exists()


def test_broken_environment_at_the_first_build_ends_the_command(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    changed(root / "mkdocs.yml", "name: material", "name: no-such-theme")
    found = Served(root)
    assert found.process.wait(PATIENCE) == 2
    assert "no-such-theme" in found.text
