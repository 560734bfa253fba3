"""No page breaks WCAG 2.2 AA or axe's best practice: each kind, light and dark, phone and desktop."""

from pathlib import Path

import pytest
from page_kinds import page_kinds
from pages_host import hosted
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {"desktop": (1280, 900), "phone": (390, 844)}
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", ["real", "a/deep/path"])
def test_no_violation(
    browser: Browser, sites: Path, node_packages: Path, *, name: str, screen: str, colours: str
) -> None:
    axe = node_packages / "axe-core" / "axe.min.js"
    width, height = SCREENS[screen]
    size = {"width": width, "height": height}
    context = browser.new_context(viewport=size, color_scheme=colours, reduced_motion="reduce")
    page = context.new_page()
    with hosted(sites / name) as address:
        found = [fault for path in page_kinds(sites / name) for fault in violations(page, f"{address}{path}", axe)]
    context.close()
    assert found == []


def violations(page: Page, address: str, axe: Path) -> list[str]:
    """What axe finds on a page that has come to rest, a line for each rule and element."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.add_script_tag(path=axe)
    result = page.evaluate(RUN, TAGS)
    return [f"{address}: {rule['id']}: {node['html'][:160]}" for rule in result["violations"] for node in rule["nodes"]]


def test_axe_finds_a_fault(page: Page, node_packages: Path) -> None:
    """The measure itself works: a picture without words is found."""
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><img src='data:,'></main>")
    page.add_script_tag(path=node_packages / "axe-core" / "axe.min.js")
    assert "image-alt" in [rule["id"] for rule in page.evaluate(RUN, TAGS)["violations"]]
