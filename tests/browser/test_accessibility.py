"""No page breaks WCAG 2.2 AA or axe's best practice: each kind, light and dark, phone and desktop."""

from pathlib import Path

import pytest
from browser.axe import broken, violations
from page_kinds import page_kinds
from pages_host import hosted
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCREENS = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", ["real", "a/deep/path"])
def test_no_violation(
    browser: Browser, sites: Path, node_packages: Path, *, name: str, screen: str, colours: str
) -> None:
    width, height = SCREENS[screen]
    size = {"width": width, "height": height}
    context = browser.new_context(viewport=size, color_scheme=colours, reduced_motion="reduce")
    page = context.new_page()
    with hosted(sites / name) as address:
        found = [
            fault for path in page_kinds(sites / name) for fault in violations(page, f"{address}{path}", node_packages)
        ]
    context.close()
    assert found == []


def test_axe_finds_a_fault(page: Page, node_packages: Path) -> None:
    """The measure itself works: a picture without words is found."""
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><img src='data:,'></main>")
    assert "image-alt" in [rule for rule, _ in broken(page, node_packages)]
