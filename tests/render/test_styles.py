"""Style sheets: what a browser of 2021 does not know stands where it passes it by, and has a plain value before it."""

import re
from collections.abc import Iterator

import pytest
from folders import ROOT

SHEETS = sorted((ROOT / "templates" / "assets" / "css").glob("*.css"))
NEW_COLOURS = ("light-dark(", "color-mix(")
ASKED = "@supports (color: light-dark("


def declarations(sheet: str) -> Iterator[tuple[str, str, str]]:
    """The at-rules and selectors that a declaration stands in, its property and its value."""
    within: list[str] = []
    for words, sign in re.findall(r"([^{};]*)([{};])", re.sub(r"/\*.*?\*/|url\('.*?'\)", "", sheet, flags=re.DOTALL)):
        name, _, value = words.strip().partition(":")
        if sign == "{":
            within.append(words.strip())
            continue
        if value:
            yield " ".join(within), name.strip(), value.strip()
        if sign == "}":
            within.pop()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_new_colours_are_asked_for_and_have_a_plain_value(path: object) -> None:
    found = list(declarations(path.read_text(encoding="utf-8")))
    assert found
    plain = {name for within, name, _ in found if ASKED not in within}
    for within, name, value in found:
        if any(new in value for new in NEW_COLOURS):
            assert ASKED in within, f"{name} of {within} has no value for older browsers"
            assert name in plain, f"{name} is set for new browsers alone"


def test_nested_rules_are_read() -> None:
    sheet = "a { b: c; /* d: e; */ } @supports (color: light-dark(#000, #fff)) { a { --b: light-dark(red, blue) } }"
    assert list(declarations(sheet)) == [
        ("a", "b", "c"),
        ("@supports (color: light-dark(#000, #fff)) a", "--b", "light-dark(red, blue)"),
    ]
