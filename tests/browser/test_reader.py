"""What a reader does, in a real browser, on the real seed's site and on the cross-linked one below a deep path."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DEEP = "a/deep/path/"


def briefing_of(sites: Path) -> str:
    """The newest briefing of the real site, as its path."""
    return max((sites / "real" / "briefings").glob("2???-??-??-*.html"), key=lambda page: page.name).name


def test_from_the_home_page_to_a_briefing_to_an_actor(page: Page, address: str, sites: Path) -> None:
    page.goto(f"{address}real/index.html")
    page.locator(f"a[href$='{briefing_of(sites)}']").first.click()
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_text("contested").first).to_be_visible()
    link = page.locator("article p a.name[href*='/actors/']").first
    name = link.get_attribute("href") or ""
    link.click()
    expect(page).to_have_url(re.compile(re.escape(name.removeprefix("../"))))
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("heading", name="Briefings")).to_be_visible()


def test_search_filter_and_find_the_incident(page: Page, address: str, asked: list[str]) -> None:
    """The slash goes to the search box; the state stands in the address; nothing leaves this machine."""
    page.goto(f"{address}real/index.html")
    page.keyboard.press("/")
    page.keyboard.type("Baghdad")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search\.html\?q=Baghdad"))
    results = page.locator("#search-results > li")
    expect(results.first).to_be_visible()
    found = results.count()
    page.get_by_role("checkbox", name=re.compile("Incident")).check()
    expect(results).to_have_count(1)
    assert found > 1
    expect(page).to_have_url(re.compile("kind="))
    shared = page.url
    page.goto(f"{address}real/index.html")
    page.goto(shared)
    expect(results).to_have_count(1)
    results.first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/incidents/"))
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()
    assert [url for url in asked if not url.startswith(address)] == []


@pytest.mark.parametrize("chosen", ["type=Air+strike", "status=contested", "year=2024"])
def test_filter_in_the_address_is_applied(page: Page, address: str, chosen: str) -> None:
    page.goto(f"{address}real/search.html?{chosen}")
    expect(page.locator("#search-results > li").first).to_be_visible()
    expect(page.locator("#search-facets input:checked")).to_have_count(1)


@pytest.mark.parametrize("facet", ["Kind", "What happened", "Who did it", "Year", "Place", "Actor"])
def test_facet_has_values_with_counts(page: Page, address: str, facet: str) -> None:
    page.goto(f"{address}real/search.html")
    group = page.locator("#search-facets.drawn details").filter(has=page.locator("summary", has_text=facet))
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    expect(group.locator("label").first).to_have_text(re.compile(r"\w.*[1-9]"))


def test_name_in_another_script_is_found(page: Page, address: str) -> None:
    page.goto(f"{address}{DEEP}search.html?q=Vardania")
    expect(page.locator("#search-results > li").first).to_be_visible()


def test_quote_leads_to_its_words_and_to_the_source(page: Page, address: str, sites: Path) -> None:
    page.goto(f"{address}real/briefings/{briefing_of(sites)}")
    jump = page.locator("table a.to-words, .board a.to-words").first
    target = (jump.get_attribute("href") or "").removeprefix("#")
    jump.click()
    assert page.locator(f"[id='{target}'] + mark").count() == 1
    page.get_by_role("region", name="Sources").or_(page.locator(".sources")).get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/sources/"))
    expect(page.locator("mark").first).to_be_visible()


def test_note_stands_in_the_margin_on_a_wide_screen_and_below_on_a_phone(page: Page, address: str, sites: Path) -> None:
    page.goto(f"{address}real/briefings/{briefing_of(sites)}")
    paragraph, note = page.locator("article p:has(mark.claim)").first, page.locator(".margin .note").first
    wide = paragraph.bounding_box(), note.bounding_box()
    assert wide[0]
    assert wide[1]
    assert wide[1]["x"] >= wide[0]["x"] + wide[0]["width"]
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".note-ref a").first.click()
    narrow = paragraph.bounding_box(), note.bounding_box()
    assert narrow[0]
    assert narrow[1]
    assert narrow[1]["y"] >= narrow[0]["y"] + narrow[0]["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    "path", ["index.html", "search.html", "incidents/index.html", "actors/index.html", "about.html"]
)
def test_no_page_is_wider_than_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for site in ("real/", DEEP):
        page.goto(f"{address}{site}{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), site


def test_reads_without_scripts(browser: Browser, address: str, sites: Path) -> None:
    """Everything but search is there, and search says where else to look."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}real/briefings/{briefing_of(sites)}")
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()
    expect(page.locator("mark.claim").first).to_be_visible()
    page.goto(f"{address}real/search.html")
    expect(page.locator("#search a[href='briefings/index.html']")).to_be_visible()
    context.close()


def test_opens_from_a_folder(page: Page, sites: Path) -> None:
    """Links lead to files, and search says why it cannot work there."""
    page.goto(f"file://{sites}/a/deep/path/index.html")
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Actors").click()
    expect(page).to_have_url(re.compile(r"actors/index\.html$"))
    page.locator("article a[href$='.html']").last.click()
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"file://{sites}/a/deep/path/search.html")
    expect(page.locator("#search a[href='briefings/index.html']")).to_be_visible()


def test_nothing_is_asked_of_another_host(page: Page, address: str, sites: Path, asked: list[str]) -> None:
    for path in sorted((sites / "real").rglob("*.html")):
        page.goto(f"{address}real/{path.relative_to(sites / 'real').as_posix()}")
    assert [url for url in asked if not url.startswith(address)] == []
