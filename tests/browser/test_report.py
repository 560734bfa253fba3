"""What stands on the names and claims of a report: cards, notes, jumps; by mouse, keyboard, finger and on paper."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

BRIEFING = "a/deep/path/briefings/2031-04-08-union-imposes-sanctions-over-vardania.html"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """The briefing on a phone with a touch screen."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(address + BRIEFING)
    yield page
    context.close()


def test_card_opens_by_keyboard_and_escape_closes_it(page: Page, address: str) -> None:
    page.goto(address + BRIEFING)
    page.locator("#report").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")
    card, name = page.get_by_role("tooltip"), page.locator("a.name").first
    for _ in range(3):
        page.keyboard.press("Tab")
        if name.evaluate("link => link === document.activeElement"):
            break
    expect(name).to_be_focused()
    expect(card).to_contain_text("Seven Rivers Union")
    expect(card).to_contain_text(re.compile(r"in \d+ briefing"))
    expect(name).to_have_attribute("aria-describedby", "card")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(name).to_be_focused()


def test_card_stays_while_the_mouse_is_on_it(page: Page, address: str) -> None:
    page.goto(address + BRIEFING)
    page.locator("a.name").first.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_first_tap_opens_the_card_and_the_second_goes(phone: Page) -> None:
    name = phone.locator("a.name").first
    name.tap()
    expect(phone.get_by_role("tooltip")).to_be_visible()
    assert phone.url.endswith(BRIEFING)
    name.tap()
    expect(phone).to_have_url(re.compile("/actors/"))


def test_letter_opens_its_note_in_place_on_a_phone(phone: Page) -> None:
    letter, note = phone.locator(".note-ref a").first, phone.locator(".note").first
    expect(note).to_be_hidden()
    letter.tap()
    expect(note).to_be_visible()
    expect(letter).to_have_attribute("aria-expanded", "true")
    letter.tap()
    expect(note).to_be_hidden()


# The boxes of notes, and of the words of each block of the text.
BOXES = """() => {
    const box = (one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        return { left, top, right, bottom };
    };
    const all = (selector) => [...document.querySelectorAll(selector)].map(box);
    const blocks = all('.report > :not(.margin)').filter((one) => one.bottom > one.top);
    return { notes: all('.report .note'), blocks };
}"""
WIDEST = 40  # pixels between two paragraphs, of which 22 are as everywhere


def cover(one: dict[str, float], other: dict[str, float]) -> bool:
    beside = one["right"] <= other["left"] + 1 or other["right"] <= one["left"] + 1
    return not (beside or one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1)


@pytest.mark.parametrize("width", [1280, 1600])
@pytest.mark.parametrize("scripts", [True, False])
def test_notes_cover_nothing_and_do_not_tear_the_text(
    browser: Browser, address: str, sites: Path, width: int, *, scripts: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    page = context.new_page()
    notes = 0
    for path in sorted(
        [*sites.glob("a/deep/path/briefings/2???-??-??-*.html"), *sites.glob("real/briefings/2???-??-??-*.html")]
    ):
        page.goto(address + path.relative_to(sites).as_posix())
        found = page.evaluate(BOXES)
        notes += len(found["notes"])
        for number, note in enumerate(found["notes"]):
            assert not any(cover(note, other) for other in [*found["notes"][:number], *found["blocks"]]), path.name
        for above, below in pairwise(found["blocks"]):
            assert below["top"] - above["bottom"] <= WIDEST, path.name
    assert notes > 50
    context.close()


def test_claim_leads_to_its_note_to_its_row_and_back_to_its_words(page: Page, address: str) -> None:
    page.goto(address + BRIEFING)
    page.locator(".note-ref a").first.click()
    note = page.locator(".note:target")
    expect(note).to_have_count(1)
    note.get_by_role("link", name="among who says what").click()
    row = page.locator("tr:target")
    expect(row).to_have_count(1)
    row.get_by_role("link", name="show these words in the report").click()
    expect(page.locator(".anchor:target + mark.lit")).to_have_count(1)


def test_citation_holds_the_address_of_the_page(page: Page, address: str) -> None:
    page.goto(address + BRIEFING)
    page.get_by_text("Cite", exact=True).click()
    expect(page.locator(".cite pre").nth(1)).to_contain_text(f"url = {{{address}{BRIEFING}}}")


def test_notes_come_after_the_text_on_paper(page: Page, address: str) -> None:
    page.goto(address + BRIEFING)
    page.emulate_media(media="print")
    last = page.locator(".report > p").last.bounding_box()
    first = page.locator(".report .note").first.bounding_box()
    assert last
    assert first
    assert first["y"] >= last["y"] + last["height"]
    expect(page.locator(".masthead")).to_be_hidden()
