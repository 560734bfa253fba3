"""Maps and timelines in a real browser: nearer and farther, by keyboard, and without scripts."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DEEP = "a/deep/path/"


def test_map_comes_nearer_and_nothing_else_moves(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}map.html")
    frame, svg, below = (
        page.locator(".frame:visible"),
        page.locator("svg.map:visible"),
        page.locator("figcaption").first,
    )
    before, place = svg.bounding_box(), below.bounding_box()
    page.get_by_role("button", name="Nearer").click()
    after = svg.bounding_box()
    assert before
    assert after
    assert after["width"] == pytest.approx(before["width"] * 1.6, rel=0.02)
    assert below.bounding_box() == place
    assert frame.evaluate("one => one.scrollLeft") > 0
    page.get_by_role("button", name="The whole map").click()
    assert svg.bounding_box() == pytest.approx(before, abs=1)


def test_map_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}map.html")
    page.locator(".frame:visible").focus()
    page.keyboard.press("+")
    wide = page.locator("svg.map:visible").bounding_box()
    assert wide
    assert wide["width"] > 1500
    page.keyboard.press("0")
    expect(page.locator("svg.map:visible")).to_have_css("--k", "1")


def test_wheel_scrolls_the_page_unless_a_key_is_held(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}map.html")
    page.locator(".frame:visible").hover()
    page.mouse.wheel(0, 200)
    page.wait_for_function("window.scrollY > 0")
    expect(page.locator("svg.map:visible")).to_have_css("--k", "1")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function("Number(getComputedStyle(document.querySelector('svg.map')).getPropertyValue('--k')) > 1.2")


def test_mark_leads_to_what_it_stands_for(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}timeline.html")
    mark = page.locator("svg.timeline:visible a").first
    target = mark.get_attribute("href") or ""
    mark.locator(".touch, rect").first.click()
    expect(page).to_have_url(re.compile(re.escape(target)))


def test_all_of_a_map_stands_in_its_table_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{DEEP}map.html")
    expect(page.locator("svg.map:visible a").first).to_be_visible()
    expect(page.get_by_role("button", name="Nearer")).to_have_count(0)
    counts = page.locator(".rows-mapped tbody tr:not(.topic) td.number").all_inner_texts()
    assert f"{sum(int(count) for count in counts)} incidents" in page.locator(".standfirst").inner_text()
    context.close()


@pytest.mark.parametrize("path", ["map.html", "timeline.html", "actors/northern-liberation-front.html"])
def test_drawings_are_no_wider_than_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{DEEP}{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


DRAWN = [
    f"{DEEP}map.html",
    f"{DEEP}timeline.html",
    f"{DEEP}index.html",
    f"{DEEP}actors/northern-liberation-front.html",
    f"{DEEP}incidents/2031-03-04-dorlen-air-strike.html",
    f"{DEEP}locations/vardania.html",
    "real/map.html",
    "real/incidents/2024-01-04-baghdad-air-strike.html",
    "real/locations/united-states.html",
]

LETTERS = """() => [...document.querySelectorAll('figure svg:not(.keys svg) text')].flatMap(text => {
    const box = text.getBoundingClientRect(), sheet = text.ownerSVGElement;
    if (!box.width) return [];
    const scale = sheet.getBoundingClientRect().width / sheet.viewBox.baseVal.width;
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    return [{ words: text.textContent, size, left: box.left, right: box.right, top: box.top, bottom: box.bottom }];
})"""


@pytest.mark.parametrize("path", DRAWN)
@pytest.mark.parametrize("width", [390, 820, 1280])
def test_letters_of_drawings_can_be_read_and_do_not_touch(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}{path}")
    letters = page.evaluate(LETTERS)
    assert letters
    for one in letters:
        assert 9.9 <= one["size"] <= 20, one
    for one, other in combinations(letters, 2):
        apart = (
            one["right"] <= other["left"] + 1
            or other["right"] <= one["left"] + 1
            or one["bottom"] <= other["top"] + 3  # of the room above and below letters
            or other["bottom"] <= one["top"] + 3
        )
        assert apart, (one, other)


def test_facts_stand_beside_the_drawings_of_a_record(page: Page, address: str) -> None:
    page.goto(f"{address}real/incidents/2024-01-04-baghdad-air-strike.html")
    facts, map_ = page.locator(".strip").bounding_box(), page.locator(".drawing.spot").bounding_box()
    assert facts
    assert map_
    assert map_["x"] >= facts["x"] + facts["width"]
    assert map_["y"] == pytest.approx(facts["y"], abs=2)
    assert map_["width"] <= 250
