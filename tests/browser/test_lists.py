"""Lists, home and the way back from nowhere, as a reader uses them: narrowed, sorted, shared, and without scripts."""

import functools
import gzip
import http.server
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

DEEP = "a/deep/path/"
SHOWN = "tbody tr:not(.group):visible"


def choose(page: Page, facet: str, value: str) -> None:
    box = page.locator(f"details[data-facet={facet}]")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    box.locator(f"a[data-value='{value}']").click()


def test_filter_narrows_counts_and_stands_in_the_address(page: Page, address: str, asked: list[str]) -> None:
    page.goto(f"{address}{DEEP}incidents/index.html")
    before, loaded = page.locator(SHOWN).count(), len(asked)
    choose(page, "status", "contested")
    expect(page).to_have_url(re.compile(r"index\.html\?status=contested$"))
    contested = page.locator(SHOWN).count()
    assert 1 < contested < before
    assert page.locator(f"{SHOWN} .status-contested").count() == contested
    expect(page.get_by_role("status")).to_have_text(f"{contested} of {before} incidents")
    count = page.locator("details[data-facet=type] a[data-value='air-strike'] .count").text_content()
    choose(page, "type", "air-strike")
    expect(page).to_have_url(re.compile(r"\?status=contested&type=air-strike$"))
    assert page.locator(SHOWN).count() == int(count or 0)
    expect(page.locator("details[data-facet=type] .chosen")).to_have_text("Air strike")
    assert [url for url in asked[loaded:] if ".html" in url] == [], "no page is loaded anew"


def test_filter_is_shared_by_its_address_and_left_by_the_back_button(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}incidents/index.html?status=contested&sort=-killed")
    contested = page.locator(SHOWN).count()
    expect(page.locator("th[aria-sort=descending]")).to_have_text("Casualties")
    choose(page, "type", "air-strike")
    assert page.locator(SHOWN).count() < contested
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(contested)
    page.get_by_role("link", name="Show all").click()
    expect(page).to_have_url(re.compile(r"incidents/index\.html$"))
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(contested)


def test_value_is_taken_back_and_several_can_be_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}incidents/index.html")
    everything = page.locator(SHOWN).count()
    choose(page, "status", "contested")
    one = page.locator(SHOWN).count()
    choose(page, "status", "declared")
    assert page.locator(SHOWN).count() > one
    choose(page, "status", "declared")
    choose(page, "status", "contested")
    expect(page.locator(SHOWN)).to_have_count(everything)


def test_columns_sort_and_say_so(page: Page, address: str) -> None:
    """What is not known comes last both ways; the first order is the list's own."""
    page.goto(f"{address}{DEEP}incidents/index.html")
    expect(page.locator("th[aria-sort]")).to_have_count(0)
    page.get_by_role("button", name="Casualties").click()
    expect(page).to_have_url(re.compile(r"\?sort=-killed$"))
    read = "cells => cells.map(cell => cell.dataset.key)"
    killed = page.locator("tbody td:nth-child(4)").evaluate_all(read)
    known = [int(number) for number in killed if number]
    assert known == sorted(known, reverse=True)
    assert killed[len(known) :] == [""] * (len(killed) - len(known))
    page.get_by_role("button", name="Casualties").click()
    expect(page.get_by_role("status")).to_contain_text("by “Casualties”, ascending")
    killed = page.locator("tbody td:nth-child(4)").evaluate_all(read)
    assert [int(number) for number in killed if number] == sorted(known)
    assert killed[-1] == ""
    page.get_by_role("button", name="Incident").click()
    titles = page.locator("tbody td:nth-child(2)").all_inner_texts()
    assert titles[0].casefold() < titles[-1].casefold()


def test_lists_are_used_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}actors/index.html")
    summary = page.locator("details[data-facet=kind] summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?kind=[a-z-]+$"))
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(page.locator("details[data-facet=kind]")).not_to_have_attribute("open", "")
    hidden = page.locator("tbody:not(:visible)").count()
    assert hidden > 0, "letters without an actor of the kind are gone"


@pytest.mark.parametrize("folder", ["incidents", "actors", "briefings"])
def test_values_are_pages_without_scripts(browser: Browser, address: str, folder: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{DEEP}{folder}/index.html")
    assert page.get_by_role("link", name="Show all").count() == 0
    box = page.locator("details[data-facet]").last
    box.locator("summary").click()
    choice = box.locator("li a").first
    count = int(choice.locator(".count").inner_text())
    choice.click()
    expect(page).to_have_url(re.compile(rf"{folder}/[a-z]+/[\w-]+\.html$"))
    expect(page.locator("tbody tr:not(.group), ol.records > li")).to_have_count(count)
    context.close()


def test_value_page_is_narrowed_further(page: Page, address: str) -> None:
    """Its own facet leads to the pages of the other values."""
    page.goto(f"{address}{DEEP}incidents/status/contested.html")
    contested = page.locator(SHOWN).count()
    choose(page, "type", "air-strike")
    expect(page).to_have_url(re.compile(r"status/contested\.html\?type=air-strike$"))
    assert page.locator(SHOWN).count() < contested
    choose(page, "status", "declared")
    expect(page).to_have_url(re.compile(r"status/declared\.html$"))


def test_since_the_last_visit(browser: Browser, address: str) -> None:
    """Hidden at a first visit; later it names what was not there. What was seen stays in the browser."""
    context = browser.new_context()
    page = context.new_page()
    home = f"{address}{DEEP}index.html"
    page.goto(home)
    expect(page.locator("#since")).to_be_hidden()
    seen = json.loads(page.evaluate("Object.entries(localStorage).find(([key]) => key.startsWith('dateline'))[1]"))
    newest, changed = list(seen["seen"])[:2]
    del seen["seen"][newest]
    seen["seen"][changed] = "2000-01-01"
    page.evaluate(
        "text => localStorage.setItem(Object.keys(localStorage).find(key => key.startsWith('dateline')), text)",
        json.dumps(seen),
    )
    later = context.new_page()
    later.goto(home)
    for _ in range(2):
        expect(later.locator("#since")).to_be_visible()
        expect(later.locator("#since .says")).to_have_text("2 new or changed")
        expect(later.locator("#since li:visible .new")).to_have_text(["new", "changed"])
        later.reload()
    third = context.new_page()
    third.goto(home)
    expect(third.locator("#since .says")).to_have_text("Nothing new")
    context.close()


def test_home_without_scripts_has_no_empty_parts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{DEEP}index.html")
    expect(page.locator("#since")).to_be_hidden()
    expect(page.get_by_role("heading", name="Contested, by the latest report")).to_be_visible()
    context.close()


@pytest.fixture
def lost(sites: Path) -> Iterator[str]:
    """The deep site from the root of a server that answers with 404.html, as static hosts do."""

    class Host(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            del message, explain
            body = (sites / DEEP / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(sites / DEEP)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_page_that_is_not_there_offers_the_search(page: Page, lost: str) -> None:
    page.goto(f"{lost}actors/nobody.html")
    expect(page.locator("h1")).to_have_text("Page not found")
    page.locator("article input[type=search]").fill("Dorlen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{lost}search.html?q=Dorlen")
    expect(page.locator("#search-results > li").first).to_be_visible()
    expect(page.locator("#search-facets input").first).to_be_attached()


@pytest.mark.parametrize("screen", [ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900)])
def test_facets_are_loaded_when_they_are_opened(
    page: Page, address: str, asked: list[str], screen: ViewportSize
) -> None:
    """The first results need neither them nor the counts; on a phone all are closed."""
    page.set_viewport_size(screen)
    page.goto(f"{address}{DEEP}search.html?q=army")
    expect(page.locator("#search-facets.drawn")).to_be_attached()
    first = sum("pf_filter" in url for url in asked)
    assert first == (0 if screen["width"] < 400 else 3)
    place = page.locator("#search-facets [data-facet=place]")
    expect(place.locator("input")).to_have_count(0)
    place.locator("summary").click()
    expect(place.locator("input").first).to_be_visible()
    assert sum("pf_filter" in url for url in asked) == first + 1
    fragments = [url for url in asked if "pf_fragment" in url]
    indexes = [url for url in asked if "pf_index" in url]
    assert 0 < len(set(fragments)) <= 10
    assert len(indexes) == 1, "a search loads the part of the index that has its word"


def test_closed_facet_tells_what_is_chosen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{DEEP}search.html?q=army&kind=Actor")
    kind = page.locator("#search-facets [data-facet=kind]")
    expect(kind.locator(".chosen")).to_have_text("Actor")
    kind.locator("summary").click()
    kind.get_by_role("checkbox", name=re.compile("Briefing")).check()
    expect(page).to_have_url(re.compile("kind=Actor&kind=Briefing"))
    kind.locator("summary").click()
    expect(kind.locator(".chosen")).to_have_text("Actor, Briefing")


def test_list_of_pages_is_transferred_short(page: Page, address: str, sites: Path, asked: list[str]) -> None:
    """What Pagefind reads is byte for byte its own list of pages, of which a fifth was transferred."""
    (meta,) = (sites / DEEP / "pagefind").glob("*.pf_meta")
    page.goto(f"{address}{DEEP}search.html?q=army")
    expect(page.locator("#search-results > li").first).to_be_visible()
    assert [url.rpartition(".")[2] for url in asked if meta.stem in url] == ["pf_short"]
    code = "async url => Array.from(new Uint8Array(await (await fetch(url)).arrayBuffer()))"
    assert bytes(page.evaluate(code, f"pagefind/{meta.name}")) == gzip.decompress(meta.read_bytes())
    assert meta.with_suffix(".pf_short").stat().st_size < meta.stat().st_size


def test_browser_that_cannot_unpack_is_given_the_whole_list(page: Page, address: str, asked: list[str]) -> None:
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"{address}{DEEP}search.html?q=army")
    expect(page.locator("#search-results > li").first).to_be_visible()
    assert [url for url in asked if "pf_short" in url] == []
    assert len([url for url in asked if "pf_meta" in url]) == 1
