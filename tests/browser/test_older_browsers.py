"""A browser that does not know colours by pairs shows the light design, whole and readable."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.axe import violations
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

DEEP, LIGHT = "a/deep/path/", "rgb(253, 252, 250)"
PAGES = (
    "index.html",
    "actors/northern-liberation-front.html",
    "briefings/2031-04-08-union-imposes-sanctions-over-vardania.html",
    "map.html",
    "timeline.html",
)
KNOWN, UNKNOWN = "@supports (color: light-dark(", "@supports (color: not-known("


def aged(route: Route) -> None:
    """A style sheet as such a browser takes it: it passes by what is asked for and not known."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(KNOWN, UNKNOWN))


@pytest.fixture
def old(browser: Browser) -> Iterator[Page]:
    """A page of an older browser on a system that is set to dark."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    context.add_init_script("CSS.supports = () => false")
    page = context.new_page()
    page.route("**/*.css", aged)
    yield page
    context.close()


def test_older_browsers_show_the_light_design(old: Page, address: str, node_packages: Path) -> None:
    for path in PAGES:
        assert violations(old, f"{address}{DEEP}{path}", node_packages) == []
        expect(old.locator("html")).to_have_css("background-color", LIGHT)
        expect(old.locator("html")).to_have_css("color-scheme", "light")
        expect(old.locator("[data-colours-button]")).to_be_hidden()


def test_drawings_keep_their_colours(old: Page, address: str) -> None:
    old.goto(f"{address}{DEEP}map.html")
    grey = re.compile(r"rgb\(2\d\d, 2\d\d, 2\d\d\)")
    expect(old.locator("svg.map:visible")).to_have_css("background-color", grey)
    expect(old.locator(".map .land").first).to_have_css("fill", grey)
    expect(old.locator(".map .disc").first).to_have_css("fill", "rgb(27, 79, 134)")
