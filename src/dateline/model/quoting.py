"""Finding exact words in a text: the verification that every quote must pass."""

import re

from dateline.model.briefing import Quote

_SPACES = re.compile(r"\s+")


def find_quote(quote: Quote, text: str) -> list[tuple[int, int]]:
    """Every [start, end) in code points where the quote stands, its prefix before and its suffix after it."""
    whole = quote.prefix + quote.exact + quote.suffix
    found: list[tuple[int, int]] = []
    at = text.find(whole)
    while at >= 0:
        start = at + len(quote.prefix)
        found.append((start, start + len(quote.exact)))
        at = text.find(whole, at + 1)
    return found


def nearest_words(exact: str, text: str) -> str:
    """The words of the text that differ from the quote in spacing, quotes marks, case or dashes alone, or ""."""
    pattern = r"\s+".join(_loose(word) for word in exact.split())
    match = re.search(pattern, text, re.IGNORECASE) if pattern else None
    return _SPACES.sub(" ", match[0]) if match else ""


def longest_beginning(exact: str, text: str) -> str:
    """The longest run of the quote's first words that stands in the text: where it goes wrong is right after it."""
    words = exact.split(" ")
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if " ".join(words[:middle]) in text:
            low = middle
        else:
            high = middle - 1
    return " ".join(words[:low])


def _loose(word: str) -> str:
    classes = {
        "'": "['’‘]",
        "’": "['’‘]",
        '"': '["“”]',
        "“": '["“”]',
        "”": '["“”]',
        "-": "[-–—]",
        "–": "[-–—]",
    }
    return "".join(classes.get(character, re.escape(character)) for character in word)
