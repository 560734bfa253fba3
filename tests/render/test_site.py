"""The pages built by real engines and searched by the real indexer, in a real browser."""

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from render.small_project import PROJECT, ROOT, rendered

from dateline.engine import ENGINES, run_engine
from dateline.errors import EngineError
from dateline.project import Project
from dateline.render import assets, theme_files
from dateline.search import index_site
from dateline.stage import stage


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("site") / "project"
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns("build", "site"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.sub(r"(?m)^site_name: .*", "site_name: Record <b> & co", settings)
    (root / "mkdocs.yml").write_text(named, encoding="utf-8")
    project = Project.open(root)
    stage(project.docs, [*rendered(project).items(), *assets(project)])
    stage(project.theme, theme_files(project))
    return project


@pytest.fixture(scope="module")
def site(staged: Project) -> Path:
    """The site below a sub-path."""
    served = staged.root / "served"
    run_engine(staged, served / "sub" / "path", newest="2031-04-21")
    index_site(served / "sub" / "path")
    return served


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sub/path/"
    server.shutdown()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda ask: None if ask.url.startswith(address) else faults.append(ask.url))
    yield opened
    opened.close()
    assert faults == [], "a script failed, or another host was asked"


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_every_engine_builds_the_same_pages(engine: str, staged: Project, tmp_path: Path) -> None:
    if engine != "mkdocs":
        pytest.importorskip(ENGINES[engine].module)
    run_engine(staged, tmp_path / "site", name=engine, newest="2031-04-21")
    html = (tmp_path / "site" / "briefings" / "2031-03-04-dorlen-depot.html").read_text(encoding="utf-8")
    for part in (
        "<title>Air strike on Dorlen depot kills at least eight - Record &lt;b&gt; &amp; co</title>",
        '<a href="index.html" aria-current="true">Briefings</a>',
        "data-pagefind-body",
        '<h2 id="who-says-what">Who says what<a class="headerlink"',
        '<form class="find" role="search" aria-label="Search the site" action="../search.html">',
    ):
        assert part in html.replace('href="./', 'href="'), part
    assert html.count("<h1") == 1
    assert "<b> & co" not in html, "the site's name is text"
    assert ">Home</a></li>" not in html.split("<details", 1)[0]
    assert not re.search(r'<(?:link|script|img)[^>]+(?:href|src)="(?:https?:)?//', html)


def test_same_pages_give_the_same_index(site: Path, tmp_path: Path) -> None:
    def index(name: str) -> dict[str, bytes]:
        folder = tmp_path / name
        shutil.copytree(site / "sub" / "path", folder, ignore=shutil.ignore_patterns("pagefind"))
        assert index_site(folder) == 20
        files = sorted(path for path in (folder / "pagefind").rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    first = index("one")
    assert first == index("two")
    assert not [path for path in first if "ui" in path], "widgets that nothing loads are left out"


def test_missing_site_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="pagefind could not index"):
        index_site(tmp_path / "none")


@pytest.mark.browser
def test_search_finds_by_words_and_facets(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=gates")
    expect(page.locator("#search-says")).to_have_text("2 results for “gates”.")
    page.get_by_label("Briefing").check()
    expect(page.locator("#search-says")).to_have_text("1 result for “gates”.")
    assert page.url.endswith("search.html?q=gates&kind=Briefing")
    page.locator("#search-results .title a").click()
    expect(page.locator("h1")).to_contain_text("Flood below the dam")


@pytest.mark.browser
def test_state_of_the_search_stands_in_the_address(page: Page, address: str) -> None:
    page.goto(address + "search.html?kind=Incident&status=contested")
    expect(page.locator("#search-results .title")).to_have_text(["Strike on the depot at Dorlen"])
    expect(page.get_by_label("contested")).to_be_checked()


@pytest.mark.browser
def test_quote_is_lit_in_all_its_pieces(page: Page, address: str) -> None:
    page.goto(address + "briefings/2031-03-04-dorlen-depot.html")
    quotes = page.evaluate("[...document.querySelectorAll('mark[data-at]')].map(mark => mark.dataset.at)")
    key = max(quotes, key=quotes.count).split()[0]
    page.evaluate("key => location.hash = key", key)
    pieces = page.locator(f'mark[data-at~="{key}"]')
    expect(page.locator("mark.lit")).to_have_count(pieces.count())
    page.evaluate("location.hash = 'sources'")
    expect(page.locator("mark.lit")).to_have_count(0)


@pytest.mark.browser
def test_search_without_words_shows_the_newest_first(page: Page, address: str) -> None:
    page.goto(address + "search.html?kind=Briefing")
    expect(page.locator("#search-results .title")).to_have_count(3)
    assert page.locator("#search-results .title").first.inner_text().startswith("Flood below the dam")


@pytest.mark.browser
def test_search_finds_names_in_other_scripts(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=حداد")
    expect(page.locator("#search-results .title").first).to_contain_text("Leila Haddad")


@pytest.mark.browser
def test_search_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "actors/index.html")
    page.keyboard.press("/")
    page.keyboard.type("dorlen")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results .title").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-results .title a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-results .title a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-words")).to_be_focused()


@pytest.mark.browser
def test_no_results_are_said(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=zzzyqx")
    expect(page.locator("#search-says")).to_contain_text("No results for “zzzyqx”.")


@pytest.mark.browser
def test_search_from_a_folder_points_to_the_lists(browser: Browser, site: Path) -> None:
    opened = browser.new_page()
    opened.goto((site / "sub" / "path" / "search.html").as_uri())
    expect(opened.locator("#search-says")).to_contain_text("needs a web server")
    opened.locator("#search-without a", has_text="actors").click()
    expect(opened.locator("h1")).to_have_text("Actors")
    opened.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 820, 1280])
def test_no_page_is_wider_than_the_screen(browser: Browser, address: str, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 844})
    for path in (
        "index.html",
        "briefings/2031-03-04-dorlen-depot.html",
        "incidents/2031-03-04-dorlen-air-strike.html",
        "actors/northern-liberation-front.html",
        "sources/depot-strike.html",
        "search.html?q=dorlen",
    ):
        opened.goto(address + path)
        assert opened.evaluate("document.documentElement.scrollWidth") <= width, path
    opened.close()


@pytest.mark.browser
def test_pages_are_whole_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    opened = context.new_page()
    opened.goto(address + "briefings/2031-03-04-dorlen-depot.html")
    expect(opened.locator(".note-claim").first).to_be_visible()
    opened.locator(".menu summary").click()
    opened.locator(".menu a", has_text="Actors").click()
    expect(opened.locator("h1")).to_have_text("Actors")
    context.close()


@pytest.mark.browser
def test_former_address_leads_on(page: Page, address: str) -> None:
    page.goto(address + "actors/marn-resistance-movement.html")
    page.wait_for_url(address + "actors/northern-liberation-front.html")
