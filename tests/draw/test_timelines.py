"""Timelines and networks: every moment counts once, and nothing falls off the sheet."""

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.draw.axis import axis
from dateline.draw.labels import text_width, wrapped
from dateline.draw.networks import Neighbour, Tie, draw_network
from dateline.draw.timelines import Moment, draw_timeline

DAYS = st.dates(date(1200, 1, 1), date(2100, 12, 31))
NEAR = st.dates(date(2031, 1, 1), date(2031, 6, 30))


@st.composite
def moments(draw: st.DrawFn) -> list[Moment]:
    days = draw(st.sampled_from([DAYS, NEAR]))
    pairs = draw(st.lists(st.tuples(days, days, st.sampled_from("ddsoe")), min_size=1, max_size=60))
    found = []
    for number, (one, other, kind) in enumerate(pairs):
        first, last = min(one, other), max(one, other)
        ends = {"d": (first, first), "s": (first, last), "o": (first, None), "e": (None, last)}[kind]
        found.append(Moment(f"i/{number}.html", f"<{number}>", *ends, "contested", loose=number % 3 == 0))
    return found


def period(start: date, end: date, count: int) -> tuple[str, str]:
    return f"#{start}-{end}", str(count)


@given(moments(), st.sampled_from([416, 960]))
@settings(max_examples=examples(120))
def test_every_moment_counts_once(found: list[Moment], width: int) -> None:
    drawing = draw_timeline(found, width, period=period)
    svg = ET.fromstring(drawing.svg)
    links = list(svg.iter("a"))
    assert len(links) == drawing.marks
    assert drawing.shown == len(found)
    if any("column" in (rect.get("class") or "") for rect in svg.iter("rect")):
        assert sum(int(link.findtext("title") or "") for link in links) == len(found)
    else:
        assert len(links) == len(found)


@given(moments(), st.sampled_from([416, 960]))
@settings(max_examples=examples(120))
def test_marks_stay_on_the_sheet(found: list[Moment], width: int) -> None:
    svg = ET.fromstring(draw_timeline(found, width, period=period).svg)
    height = float(svg.get("viewBox", "").split()[3])
    for circle in svg.iter("circle"):
        assert 0 <= float(circle.get("cx", "-1")) <= width
        assert 0 <= float(circle.get("cy", "-1")) <= height
    for rect in svg.iter("rect"):
        assert float(rect.get("x", "-1")) >= 0
        assert float(rect.get("x", "0")) + float(rect.get("width", "0")) <= width + 0.2
        assert float(rect.get("y", "-1")) >= 0


def test_nothing_is_drawn_without_a_date() -> None:
    assert draw_timeline([Moment("a", "a", None, None, "declared")], 416, period=period).svg == ""


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=20))
@settings(max_examples=examples(60))
def test_network_has_a_link_for_each_neighbour_up_to_twelve(names: list[str]) -> None:
    printable = ["".join(sign for sign in name if sign.isprintable()) or "x" for name in names]
    neighbours = [Neighbour(f"a/{n}.html", name, name, n + 1) for n, name in enumerate(printable)]
    svg = ET.fromstring(draw_network(neighbours, [Tie(0, len(names) - 1, 1)]))
    links = list(svg.iter("a"))
    assert len(links) == min(12, len(names))
    rows = sorted((float(link.find("circle").get("cy", "0")), number % 2) for number, link in enumerate(links))  # type: ignore[union-attr]
    assert all(b[0] - a[0] >= 30 for a, b in zip(rows, rows[2:], strict=False))


def test_lines_of_one_briefing_stay_thin_where_all_share_just_one() -> None:
    svg = ET.fromstring(draw_network([Neighbour("a", name, name, 1) for name in "abc"], [Tie(0, 1, 1)]))
    drawn = {path.get("class"): float(path.get("stroke-width", "0")) for path in svg.iter("path")}
    assert drawn["tie"] < drawn["shared"] < 2


def test_lines_are_as_strong_as_what_they_share() -> None:
    svg = ET.fromstring(draw_network([Neighbour("a", name, name, count) for name, count in (("a", 40), ("b", 1))], []))
    strong, weak = (float(path.get("stroke-width", "0")) for path in svg.iter("path"))
    assert strong > 2 * weak


@given(st.text(max_size=80), st.floats(40, 200))
def test_wrapped_words_fit_their_room(words: str, room: float) -> None:
    lines = wrapped(words, room, 12, 2)
    assert len(lines) <= 2
    assert all(text_width(line, 12) <= room for line in lines)


def on(*days: str) -> list[Moment]:
    return [Moment(f"#{day}", day, date.fromisoformat(day), date.fromisoformat(day), "declared") for day in days]


YEAR = [f"2031-{month:02}-{day:02}" for month in range(1, 13) for day in (3, 17)]


def places(svg: str) -> dict[str, float]:
    """Where the mark of each day stands."""
    links = ET.fromstring(svg).iter("a")
    return {link.findtext("title") or "": float(link.find("circle").get("cx", "")) for link in links}  # type: ignore[union-attr]


@pytest.mark.parametrize("width", [358, 960])
def test_a_far_day_does_not_press_the_others_together(width: int) -> None:
    drawing = draw_timeline(on("1962-05-01", *YEAR), width, period=period)
    assert drawing.cuts == ((date(1962, 5, 1), date(2031, 1, 3)),)
    at = places(drawing.svg)
    assert at["2031-12-17"] - at["2031-01-03"] > 0.6 * width
    assert at["1962-05-01"] < at["2031-01-03"] - 40
    svg = ET.fromstring(drawing.svg)
    assert svg.find("path[@class='cut']") is not None
    words = [text.text or "" for text in svg.findall("text[@class='when']")]
    assert any("1962" in one for one in words)
    assert any("2031" in one for one in words)


def test_far_days_at_both_ends_are_cut_off_each() -> None:
    drawing = draw_timeline(on("1962-05-01", *YEAR, "2090-01-01"), 960, period=period)
    assert drawing.cuts == ((date(1962, 5, 1), date(2031, 1, 3)), (date(2031, 12, 17), date(2090, 1, 1)))


@pytest.mark.parametrize(
    "days",
    [
        YEAR,
        [f"{year}-01-01" for year in range(1950, 2031, 5)],
        ["1962-05-01", "2031-01-03"],
        ["1962-05-01", "2031-01-03", "2031-01-03", "2031-01-03"],
        ["2031-01-03", "2031-01-04", "2031-01-05", "2031-03-20"],
    ],
    ids=["one year", "evenly", "two days", "one day many times", "less than a season"],
)
def test_an_axis_that_can_be_read_is_left_whole(days: list[str]) -> None:
    drawing = draw_timeline(on(*days), 960, period=period)
    assert drawing.cuts == ()
    assert 'class="cut"' not in drawing.svg


@given(moments(), st.sampled_from([358, 960]))
@settings(max_examples=examples(120))
def test_later_days_stand_further_right_and_none_in_a_cut(found: list[Moment], width: int) -> None:
    told = [(one.first or one.last, one.last or one.first) for one in found]
    scale = axis([(first, last) for first, last in told if first and last], 10, width - 10)
    days = sorted(day for first, last in told for day in (first, last) if day)
    at = [scale.x(day) for day in days]
    assert at == sorted(at)
    assert all(any(one.first <= day <= one.last for one in scale.stretches) for day in days)
    assert all(one.right < other.left and one.last < other.first for one, other in pairwise(scale.stretches))


@given(moments(), st.sampled_from([358, 960]))
@settings(max_examples=examples(120))
def test_words_of_the_axis_do_not_touch(found: list[Moment], width: int) -> None:
    svg = ET.fromstring(draw_timeline(found, width, period=period).svg)
    words = sorted((float(text.get("x", "")), text.text or "") for text in svg.findall("text[@class='when']"))
    assert words
    for (left, one), (right, other) in pairwise(words):
        assert right - left > 3.1 * (len(one) + len(other))
