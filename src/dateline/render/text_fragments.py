"""Addresses that lead to words in a publisher's own page (text fragments, https://wicg.github.io/scroll-to-text-fragment)."""

from urllib.parse import quote

_WHOLE = 12  # so many words are given in full; of more the first and the last
_ENDS = 5


def fragment_address(url: str, words: str) -> str:
    """The address with a fragment at which a browser looks for the words."""
    found = words.split()
    if len(found) <= _WHOLE and "\n" not in words.strip():
        text = _encoded(found)
    else:
        ends = max(min(_ENDS, len(found) // 2), 1)  # the two may not overlap
        text = f"{_encoded(found[:ends])},{_encoded(found[-ends:])}"
    return f"{url}{'' if '#' in url else '#'}:~:text={text}"


def _encoded(words: list[str]) -> str:
    """Hyphens and commas mean something in a fragment."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
