"""Numbers as whole phrases: what is written in words or figures is read back, and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.lexicon import words
from dateline.text.numbers import find_numbers

_WORDS = dict(words("numbers")["words"])
_SMALL = [word for word, value in _WORDS.items() if value < 20]
_TENS = [word for word, value in _WORDS.items() if value >= 20]
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"), (100, "hundred"))
_PIECES = [
    "a",
    "an",
    "and",
    "half",
    "of",
    "one",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "dozen",
    "dozens",
    "12",
    "1.5",
    "to",
]
_NUMBERS = st.integers(0, 3_000_000_000) | st.integers(0, 3000)


def _in_words(number: int, *, link: str, hyphen: str) -> str:
    """A number as English writes it. link: “and” before what is below a hundred, or nothing."""
    for scale, word in _SCALES:
        if number >= scale:
            many, rest = divmod(number, scale)
            head = f"{_in_words(many, link=link, hyphen=hyphen)} {word}"
            joined = f" {link}" if rest < 100 and link else ""
            return f"{head}{joined} {_in_words(rest, link=link, hyphen=hyphen)}" if rest else head
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"{hyphen}{_SMALL[ones]}" if ones else "")


def _bounds(text: str) -> list[tuple[int | None, int | None]]:
    return [(found.low, found.high) for found in find_numbers(text)]


@given(_NUMBERS, st.sampled_from(["and", ""]), st.sampled_from(["-", " "]))
def test_a_number_in_words_is_read_back(number: int, link: str, hyphen: str) -> None:
    assert _bounds(f"It took {_in_words(number, link=link, hyphen=hyphen)} people.") == [(number, number)]


@given(_NUMBERS, st.sampled_from(["", ",", " ", "\u00a0", "\u2009", "\u202f"]))
def test_a_number_in_figures_is_read_back(number: int, mark: str) -> None:
    assert _bounds(f"It took {number:,} people.".replace(",", mark)) == [(number, number)]


@given(st.integers(1, 999_999), st.integers(1, 999_999), st.sampled_from(["{} to {}", "between {} and {}", "{}–{}"]))
def test_a_range_is_read_as_one(one: int, two: int, shape: str) -> None:
    low, high = sorted((one, two))
    assert _bounds(f"It took {shape.format(f'{low:,}', f'{high:,}')} people.") == [(low, high)]


@given(
    st.text(alphabet="0123456789 ,.-–()", max_size=40)
    | st.lists(
        st.sampled_from(_PIECES),
        max_size=12,
    ).map(" ".join)
)
def test_phrases_are_apart_and_in_order_whatever_the_text(text: str) -> None:
    found = find_numbers(text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    assert all(one.low is None or one.high is None or one.low <= one.high for one in found)


@pytest.mark.parametrize(
    "text", ["twelve hundred hundred", "two three", "hundred thousand hundred", "dozen dozen million"]
)
def test_a_row_that_makes_no_number_is_not_read_in_part(text: str) -> None:
    assert len(find_numbers(text)) == 1
