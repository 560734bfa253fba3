"""Sentences hold every word of a text once, and none is longer than grammar can follow."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.sentences import sentences

LONGEST = 2500


@pytest.mark.parametrize(
    "text",
    [
        "word " * 4000,
        "x" * 9000,
        ", ".join(["Peter Karlov"] * 900),
        "ALPHA BRAVO\n" * 900,
        "J. R. R. " * 2000,
        "(" * 9000,
    ],
)
def test_an_endless_sentence_is_cut(text: str) -> None:
    found = sentences(text)
    assert max(span.end - span.start for span in found) <= LONGEST
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


def test_a_list_is_cut_behind_its_commas() -> None:
    text = ", ".join(["Peter Karlov"] * 900)
    assert all(span.of(text).endswith("Karlov,") for span in sentences(text)[:-1])


def test_a_sentence_of_prose_is_whole() -> None:
    text = "The army said, on Monday, that it had left the town. " * 3
    assert [span.of(text) for span in sentences(text)] == ["The army said, on Monday, that it had left the town."] * 3


@given(st.text(alphabet="aB1 .,;:\n\t!?-(“”", max_size=300).flatmap(lambda text: st.just(text * 40)))
def test_every_word_stands_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
