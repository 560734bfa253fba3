"""What a page costs its reader, as a first visit transfers it, and whom it asks."""

from pathlib import Path

import pytest
from page_kinds import page_kinds
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

KILOBYTE = 1000
HOME, BRIEFING, SEARCH, OTHER = 250 * KILOBYTE, 150 * KILOBYTE, 170 * KILOBYTE, 300 * KILOBYTE


def allowed(path: str) -> int:
    """Bytes that a page of this kind may transfer with all it asks for."""
    if path == "index.html":
        return HOME
    if path.startswith("search.html"):
        return SEARCH
    return BRIEFING if path.startswith("briefings/2") else OTHER


@pytest.mark.parametrize("name", ["real", "a/deep/path"])
def test_pages_are_light_and_ask_nobody_else(browser: Browser, address: str, sites: Path, name: str) -> None:
    for path in page_kinds(sites / name):
        context = browser.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: list[float] = []
        session.on("Network.loadingFinished", lambda event, sizes=sizes: sizes.append(event["encodedDataLength"]))
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        missing: list[str] = []
        page.on("response", lambda answer, missing=missing: answer.ok or missing.append(answer.url))
        page.goto(f"{address}{name}/{path}")
        page.wait_for_load_state("networkidle")
        context.close()
        assert [url for url in asked if not url.startswith((address, "data:"))] == [], path
        assert path == "404.html" or missing == [], path  # its addresses hold at the site's root alone
        assert 0 < sum(sizes) <= allowed(path), f"{path}: {sum(sizes):.0f} bytes"


def test_scripts_of_ours_stay_small(sites: Path) -> None:
    ours = list((sites / "real" / "assets").glob("*.js"))
    assert 0 < sum(script.stat().st_size for script in ours) <= 25 * 1024
