"""Datelines and days, case by case."""

from pathlib import Path

import pytest
from casefiles import read_cases

from dateline.read.datelines import find_dateline, parse_dateline
from dateline.read.dates import day_in_name, published_day, whole_day

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize(("title", "line", "expected"), list(read_cases(CASES / "datelines.txt")))
def test_dateline(title: str, line: str, expected: str) -> None:
    found = parse_dateline(line)
    shown = f"{found.place} | {found.day} | {found.agency}" if found else "none"
    assert " ".join(shown.split()) == " ".join(expected.split()), title


@pytest.mark.parametrize(("title", "text", "expected"), list(read_cases(CASES / "days.txt")))
def test_day(title: str, text: str, expected: str) -> None:
    assert (whole_day(text) or "none") == expected, title


def test_dateline_that_fills_its_line_belongs_to_the_text_below() -> None:
    assert find_dateline("ORLEN, Vardania (AP) --\nGunmen opened fire.").place == "ORLEN, Vardania"


def test_dateline_in_the_midst_of_a_report_is_none() -> None:
    report = "A shed burned in the northern town of Orlen on Tuesday, the fire brigade said, " * 2
    assert not find_dateline(f"{report}\n\nTARVENOR (AP) — A mill burned.").place


@pytest.mark.parametrize(
    "line",
    [
        "Posted: Tue, 4 March 2031",
        "By Ruan Vosk | March 4, 2031 10:30 pm",
        "March 4, 2031",
        "(Published on 4 March 2031)",
    ],
)
def test_line_about_publication_dates_the_report(line: str) -> None:
    assert published_day(f"{line}\n\nA shed burned.") == "2031-03-04"
    assert published_day(f"A shed burned.\n\n{line}") == "2031-03-04"


@pytest.mark.parametrize(
    "line", ["A shed burned on March 4, 2031.", "Updated 4 March 2031", "4 March", "Truce to start on 4 March 2031"]
)
def test_day_of_something_else_does_not(line: str) -> None:
    assert not published_day(f"{line}\n\nIt is gone.")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2031-03-04-shed", "2031-03-04"),
        ("wire_20310304", "2031-03-04"),
        ("https://news.example/2031/03/04/shed", "2031-03-04"),
        ("000_23321d89cd196d14", ""),
        ("a20310304", ""),
        ("2031-02-30", ""),
        ("2031-03", ""),
    ],
)
def test_day_in_a_name(name: str, day: str) -> None:
    assert day_in_name(name) == day
