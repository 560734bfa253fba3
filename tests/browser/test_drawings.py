"""Maps and timelines in a real browser: nearer and farther, by keyboard, and without scripts."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DEEP = "a/deep/path/"


def test_map_comes_nearer_and_nothing_else_moves(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}map.html")
    frame, svg, below = page.locator(".frame"), page.locator("svg.map"), page.locator("figcaption").first
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
    page.locator(".frame").focus()
    page.keyboard.press("+")
    wide = page.locator("svg.map").bounding_box()
    assert wide
    assert wide["width"] > 1500
    page.keyboard.press("0")
    expect(page.locator("svg.map")).to_have_css("--k", "1")


def test_wheel_scrolls_the_page_unless_a_key_is_held(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}map.html")
    page.locator(".frame").hover()
    page.mouse.wheel(0, 200)
    page.wait_for_function("window.scrollY > 0")
    expect(page.locator("svg.map")).to_have_css("--k", "1")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function("Number(getComputedStyle(document.querySelector('svg.map')).getPropertyValue('--k')) > 1.2")


def test_mark_leads_to_what_it_stands_for(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}timeline.html")
    mark = page.locator("svg.timeline a").first
    target = mark.get_attribute("href") or ""
    mark.locator(".touch, rect").first.click()
    expect(page).to_have_url(re.compile(re.escape(target)))


def test_all_of_a_map_stands_in_its_table_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{DEEP}map.html")
    expect(page.locator("svg.map a").first).to_be_visible()
    expect(page.get_by_role("button", name="Nearer")).to_have_count(0)
    counts = page.locator(".rows-mapped tbody tr:not(.topic) td.number").all_inner_texts()
    assert f"{sum(int(count) for count in counts)} incidents" in page.locator(".standfirst").inner_text()
    context.close()


@pytest.mark.parametrize("path", ["map.html", "timeline.html", "actors/northern-liberation-front.html"])
def test_drawings_are_no_wider_than_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{DEEP}{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
