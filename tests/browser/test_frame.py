"""The frame of every page: colours that the reader chooses, contents that follow, and what stands on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

DEEP = "a/deep/path/"
ACTOR, MAP, TIMELINE = "actors/northern-liberation-front.html", "map.html", "timeline.html"
DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
A4 = {"width": 680, "height": 960}
DARK, LIGHT = "rgb(23, 24, 27)", "rgb(253, 252, 250)"


def test_colours_are_chosen_and_stay(page: Page, address: str) -> None:
    page.goto(address + DEEP + "index.html")
    ground = page.locator("html")
    expect(ground).to_have_css("background-color", LIGHT)
    button = page.get_by_role("button", name="Colours: as the system has them")
    button.click()
    page.get_by_role("button", name="Colours: light").click()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()
    expect(ground).to_have_css("background-color", DARK)
    page.goto(address + DEEP + ACTOR)
    expect(ground).to_have_css("background-color", DARK)
    page.get_by_role("button", name="Colours: dark").click()
    expect(ground).to_have_css("background-color", LIGHT)


@pytest.mark.parametrize(("scheme", "colour"), [("dark", DARK), ("light", LIGHT)])
def test_colours_are_the_systems_without_scripts(browser: Browser, address: str, scheme: str, colour: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + DEEP + "index.html")
    expect(page.locator("html")).to_have_css("background-color", colour)
    expect(page.locator("[data-colours-button]")).to_be_hidden()
    expect(page.locator("svg.map").first).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    context.close()


def test_nothing_of_the_theme_is_loaded(page: Page, address: str, asked: list[str]) -> None:
    for path in ("index.html", ACTOR, "search.html?q=army"):
        page.goto(address + DEEP + path)
    assert [url for url in asked if re.search("/assets/(javascripts|stylesheets)/", url)] == []


def test_list_of_contents_follows_the_reader(page: Page, address: str) -> None:
    page.goto(address + DEEP + ACTOR)
    current = page.locator(".contents [aria-current=true]")
    expect(current).to_have_count(0)
    for part, name in (("briefings", "Briefings"), ("names", "Names")):
        page.locator(f"h2#{part}").evaluate("one => one.scrollIntoView()")
        expect(current).to_have_text(name)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_moves_while_a_page_loads(page: Page, address: str, screen: ViewportSize) -> None:
    page.set_viewport_size(screen)
    for path in (
        "index.html",
        ACTOR,
        MAP,
        "briefings/2031-04-08-union-imposes-sanctions-over-vardania.html",
        "search.html",
        "search.html?q=army",
        "search.html?kind=Actor&actor=Vardanian+army",
    ):
        page.goto(address + DEEP + path)
        page.wait_for_load_state("networkidle")
        moved = page.evaluate(
            """() => new Promise(done => new PerformanceObserver(list => done(
                list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
            )).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))"""
        )
        assert moved < 0.01, path


@pytest.mark.parametrize("path", [MAP, TIMELINE])
def test_what_is_told_is_in_view_on_a_phone(page: Page, address: str, path: str) -> None:
    """The drawing for a narrow screen is shown: nothing of it has to be scrolled to."""
    page.set_viewport_size(PHONE)
    page.goto(address + DEEP + path)
    seen = [box for mark in page.locator(".wide svg:visible a").all() if (box := mark.bounding_box())]
    assert seen
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] for box in seen)


def test_paper_keeps_tables_and_tells_the_address(page: Page, address: str) -> None:
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    page.goto(address + DEEP + ACTOR)
    expect(page.locator("table.rows td").first).to_have_css("display", "table-cell")
    expect(page.locator(".on-paper")).to_contain_text(f"{address}{DEEP}{ACTOR}")
    expect(page.locator(".on-paper")).to_be_visible()
    expect(page.locator("footer.actions")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(page.locator(".on-paper")).to_be_hidden()
