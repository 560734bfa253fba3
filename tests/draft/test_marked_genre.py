"""The kind of report by marks alone, as an extractor without a parser has it."""

from pathlib import Path

import pytest
from casefiles import read_cases

from dateline.extract.marked_genre import UNKNOWN, lines_of, marked_genre
from dateline.extract.opening import read_opening
from dateline.text.notices import around_prose, without

CASES = list(read_cases(Path(__file__).parent / "cases" / "genres.txt"))


def marked(text: str, title: str = "") -> str:
    around = around_prose(text)
    return marked_genre(lines_of(title, text, read_opening(without(text, around)), around))


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, told, id=title) for title, text, told in CASES])
def test_it_is_what_the_rules_tell_or_is_not_told(text: str, expected: str) -> None:
    assert marked(text) in (UNKNOWN, expected.splitlines()[0])


def test_marks_tell_most_of_these_kinds() -> None:
    told = [marked(text) for _, text, _ in CASES]
    assert len(set(told) - {UNKNOWN}) >= 6


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Opinion: Roads need repair", "Roads in Arlen are bad.", "opinion"),
        ("", "ARLEN, Jan. 4 -- A bridge fell on Tuesday, police said.", "news-report"),
        ("", "A bridge fell on Tuesday, police said.", UNKNOWN),
        ("Storm in Arlen – live", "ARLEN, Jan. 4 -- A storm reached the town.", "live-blog"),
    ],
)
def test_a_mark_comes_before_a_dateline_and_without_one_nothing_is_told(title: str, text: str, expected: str) -> None:
    assert marked(text, title) == expected
