"""Timelines and networks: every moment counts once, and nothing falls off the sheet."""

from datetime import date
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

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
@settings(max_examples=120, deadline=None)
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
@settings(max_examples=120, deadline=None)
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
@settings(max_examples=60, deadline=None)
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
