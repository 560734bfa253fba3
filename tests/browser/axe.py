"""What axe finds on a page."""

from pathlib import Path

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"


def violations(page: Page, address: str, packages: Path) -> list[str]:
    """A line for each rule and element that a page breaks once it has come to rest."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return [f"{address}: {rule}: {html[:160]}" for rule, html in broken(page, packages)]


def broken(page: Page, packages: Path) -> list[tuple[str, str]]:
    """Each rule that the open page breaks, with the element that does."""
    page.add_script_tag(path=packages / "axe-core" / "axe.min.js")
    found = page.evaluate(RUN, TAGS)["violations"]
    return [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]]
