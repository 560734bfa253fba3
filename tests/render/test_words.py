"""Dates, counts, places and claims in words, as their case files say."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from dateline.index.differences import parse_count
from dateline.model import About, Edtf
from dateline.render.claims import capitalized, claim_said, claim_words
from dateline.render.counts import casualty_words, count_words, listed, plural
from dateline.render.dates import date_words, day_words, month_words
from dateline.render.figures.timelines import cut_words
from dateline.render.places import place_words, precision_words
from dateline.vocabulary import load_vocabulary

CASES = Path(__file__).parent / "cases"
WORDS = load_vocabulary()


def cases(name: str) -> list[tuple[str, str]]:
    return list(read(name))


def read(name: str) -> Iterator[tuple[str, str]]:
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            given, _, expected = line.partition(" => ")
            yield given, expected


@pytest.mark.parametrize(("given", "words"), cases("dates.txt"))
def test_dates(given: str, words: str) -> None:
    assert date_words(None if given == "-" else Edtf.parse(given)) == words


@pytest.mark.parametrize(("given", "words"), cases("counts.txt"))
def test_counts(given: str, words: str) -> None:
    assert count_words(None if given == "-" else parse_count(given), "killed") == words


@pytest.mark.parametrize(("given", "words"), cases("places.txt"))
def test_places(given: str, words: str) -> None:
    name, _, precision = given.partition("|")
    found = place_words(name.strip(), WORDS["geo-precision"].get(precision.strip()))
    assert found.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(("given", "words"), cases("claims.txt"))
def test_claims(given: str, words: str) -> None:
    claimant, stance, about = (part.strip() for part in given.split("|", 2))
    content = yaml.safe_load(about)
    named = content.pop("actor", "") if isinstance(content, dict) else ""
    claimed = About.model_validate({**content, "actor": "someone"} if named else content)
    said = claim_said(stance, claimed, named, WORDS, itself=claimant == named)
    assert claim_words(claimant, said) == words


def test_days_and_months() -> None:
    assert (day_words("2024-01-04"), month_words("2024-01")) == ("Thu 4 January 2024", "January 2024")


def test_casualties_of_a_strip() -> None:
    assert casualty_words(None, None) == ("not reported",)
    assert casualty_words(None, parse_count("2//2")) == ("killed: not reported", "2 injured")
    assert casualty_words(parse_count("1//1"), None) == ("1 killed",)


def test_precision_is_stated_or_said_not_to_be() -> None:
    assert precision_words(WORDS["geo-precision"]["adm1"]) == "within\N{NO-BREAK SPACE}100\N{NO-BREAK SPACE}km"
    assert precision_words(WORDS["geo-precision"]["exact"]) == "exact"
    assert precision_words(None) == "precision not stated"


def test_numbers_and_rows_of_words() -> None:
    assert [plural(1, "source"), plural(1200, "source")] == ["1 source", "1,200 sources"]
    assert [listed(list("abc"[:n])) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert capitalized("eBay officials") == "EBay officials"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (date(1962, 5, 1), date(2031, 1, 3), "from 1963 to 2030"),
        (date(2029, 5, 1), date(2031, 1, 3), "in 2030"),
        (date(2031, 2, 1), date(2031, 11, 5), "between 1 February 2031 and 5 November 2031"),
    ],
)
def test_where_an_axis_is_cut_is_told_in_words(before: date, after: date, words: str) -> None:
    assert cut_words([(before, after)]) == f" The axis is cut where it would be empty: {words}."
    assert cut_words([]) == ""
