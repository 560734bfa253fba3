"""The status of an incident is computed from its claims, case by case."""

from dataclasses import replace
from pathlib import Path

import pytest
from casefiles import read_cases
from hypothesis import given
from hypothesis import strategies as st

from dateline.index.claims import incident_status
from dateline.index.entries import ClaimRow
from dateline.model import About, Claim, Claimant, Count, Source

CASES = list(read_cases(Path(__file__).parent.parent / "cases" / "statuses.txt"))


def row(number: int, line: str) -> ClaimRow:
    claimant, stance, about = line.rsplit(" ", 2)
    is_report = claimant.startswith("report:")
    named = claimant.startswith('"')
    speaker = Claimant(source="s1") if is_report else Claimant(name=claimant) if named else Claimant(actor=claimant)
    what = {"unclear": About(role="perpetrator", unclear=True), "deaths": About(fatalities=Count(low=1))}
    claim = Claim(
        id=f"c{number}",
        claimant=speaker,
        stance=stance,
        about=what.get(about) or named_as(about),
    )
    source = Source(id="s1", publisher=claimant.removeprefix("report:")) if is_report else None
    actor = None if is_report or named else claimant
    return ClaimRow(f"b{number}", claim, claimant, actor, is_report, source, None, f"2031-01-{number:02}")


def named_as(about: str) -> About:
    text = about.removeprefix("text:")
    return About(text=text, role="perpetrator") if text != about else About(actor=about, role="perpetrator")


@pytest.mark.parametrize(("lines", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_status(lines: str, expected: str) -> None:
    rows = [row(number, line) for number, line in enumerate(lines.splitlines(), 1)]
    assert incident_status(rows, has_perpetrator=True) == expected


def test_a_member_speaks_for_its_group() -> None:
    spokesman = replace(row(1, "spokesman asserts rebels"), groups=("rebels",))
    assert incident_status([spokesman], has_perpetrator=True) == "declared"


def test_a_group_and_a_part_of_it_do_not_contradict_one_another() -> None:
    whole, part = row(1, "army asserts rebels"), replace(row(2, "police asserts brigade"), accused_groups=("rebels",))
    assert incident_status([whole, part], has_perpetrator=True) == "single-source"
    assert incident_status([whole, replace(part, accused_groups=())], has_perpetrator=True) == "contested"


def test_a_withdrawn_admission_declares_nothing() -> None:
    said = replace(row(1, "rebels asserts rebels"), withdrawn=True)
    assert incident_status([said, row(2, "army asserts rebels")], has_perpetrator=True) == "single-source"


def test_type_without_perpetrator() -> None:
    assert incident_status([row(1, "army asserts deaths")], has_perpetrator=False) == "not-applicable"


@given(
    st.permutations(["army asserts rebels", "rebels denies rebels", '"w" reports union', "report:P reports unclear"])
)
def test_order_of_claims_does_not_matter(lines: list[str]) -> None:
    """A dispute stays a dispute, whoever speaks first."""
    rows = [row(number, line) for number, line in enumerate(lines, 1)]
    assert incident_status(rows, has_perpetrator=True) == "contested"
