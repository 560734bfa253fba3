"""The link "Report an error": it takes along the page's address and the words that a reader marked."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from folders import ROOT
from playwright.sync_api import Browser
from render.small_project import small_pages

pytestmark = pytest.mark.browser


def link() -> str:
    """The link as a page has it, with its address."""
    pages = (text for path, text in small_pages().items() if path.startswith("briefings/2"))
    return next(found[0] for text in pages if (found := re.search(r"<a [^>]*data-report[^>]*>[^<]*</a>", text)))


@pytest.mark.parametrize("marked", ["forty-six names", ""])
def test_a_report_takes_the_marked_words_along(browser: Browser, marked: str) -> None:
    target = unescape(re.search(r'href="([^"]+)"', link())[1])  # type: ignore[index]
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body="<title>A form</title>", content_type="text/html"))
    page.goto("https://news.example/site/briefings/a.html")
    page.set_content(f"<main><p>There were <b>forty-six names</b> on it.</p>{link()}</main>")
    page.add_script_tag(path=ROOT / "templates" / "assets" / "site.js")
    if marked:
        page.locator("b").dblclick()
        page.evaluate("getSelection().selectAllChildren(document.querySelector('b'))")
    page.locator("a[data-report]").click()
    page.wait_for_url("**/issues/new**")
    filled = {key: value for key, (value,) in parse_qs(urlsplit(page.url).query, keep_blank_values=True).items()}
    page.close()
    assert page.url.split("?")[0] == target.split("?")[0]
    assert filled["quote"] == marked
    assert filled["page"] == "https://news.example/site/briefings/a.html"
    assert filled["template"] == "report-an-error.yml"
    assert filled["title"].startswith("Error: ")
