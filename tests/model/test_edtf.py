"""Dates of events: what each may mean, and when two may be the same."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from casefiles import read_cases
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Edtf

CASES = list(read_cases(Path(__file__).parent.parent / "cases" / "dates.txt"))


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_reading(text: str, expected: str) -> None:
    found = Edtf.parse(text)
    marks = [name for name in ("approximate", "uncertain") if found and getattr(found, name)]
    assert (" ".join([str(found.first), str(found.last), found.precision, *marks]) if found else "invalid") == expected


@given(st.dates(), st.integers(0, 400), st.dates(), st.integers(0, 400))
def test_overlap_is_a_shared_day(start: date, length: int, other: date, span: int) -> None:
    try:
        ends = (start + timedelta(days=length), other + timedelta(days=span))
    except OverflowError:
        return
    one, two = Edtf.parse(f"{start}/{ends[0]}"), Edtf.parse(f"{other}/{ends[1]}")
    assert one
    assert two
    shared = max(start, other) <= min(ends)
    assert one.overlaps(two) is shared
    assert two.overlaps(one) is shared
