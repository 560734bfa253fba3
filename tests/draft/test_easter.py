"""Easter, by an algorithm that knows nothing of the years below."""

import pytest

from dateline.extract.feasts import easter


# From the tables of the United States Census Bureau (1600 to 2099).
@pytest.mark.parametrize(
    "day",
    ["1961-04-02", "1990-04-15", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2024-03-31", "2038-04-25"],
)
def test_easter(day: str) -> None:
    assert str(easter(int(day[:4]))) == day


def test_easter_is_a_sunday_from_22_march_to_25_april() -> None:
    days = [easter(year) for year in range(1600, 2400)]
    assert {day.weekday() for day in days} == {6}
    assert all((3, 22) <= (day.month, day.day) <= (4, 25) for day in days)
