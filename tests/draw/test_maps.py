"""Maps: whatever is told of places, nothing falls off the sheet, is counted twice or is lost."""

import math
import re
from xml.etree import ElementTree as ET

import pytest
from fuzzing import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.draw.clusters import Cluster, Spot, clusters
from dateline.draw.maps import Hatched, draw_map
from dateline.draw.measures import graticule
from dateline.draw.outlines import country_named, land_path, outlines
from dateline.draw.view import Area, fit

LON, LAT = st.floats(-180, 180), st.floats(-55, 80)
STATUSES = ("declared", "corroborated", "single-source", "contested", "unattributed", "retracted", "not-applicable")


@st.composite
def spots(draw: st.DrawFn) -> list[Spot]:
    many = draw(st.lists(st.tuples(LON, LAT, st.sampled_from([None, 0.5, 5, 25, 100, 150])), min_size=1, max_size=40))
    counts = draw(st.lists(st.integers(1, 90), min_size=len(many), max_size=len(many)))
    return [
        Spot(
            f"s{number}",
            f"Town <{number}>",
            f"t/{number}.html",
            f"{number} & more",
            lon,
            lat,
            km,
            count,
            count // 2,
            "declared",
        )
        for number, ((lon, lat, km), count) in enumerate(zip(many, counts, strict=True))
    ]


def together(mark: Cluster) -> tuple[str, str]:
    return "#c", f"{len(mark.spots)} places"


def drawn(found: list[Spot], width: int = 416, height: int = 280) -> tuple[ET.Element, int, int]:
    view = fit([Area(one.lon, one.lat, one.km or 0) for one in found], width, height, least=6)
    drawing = draw_map("m", view, found, together=together)
    return ET.fromstring(drawing.svg), drawing.marks, drawing.shown


FAR_NORTH = [
    Spot(f"s{number}", "Town", "t/0.html", "Town", lon, lat, None, 1, 0, "declared")
    for number, (lon, lat) in enumerate([(0.0, 63.0), (133.0, 80.0)])
]


@given(spots())
@example(FAR_NORTH)
@settings(max_examples=examples(60))
def test_every_incident_is_on_the_sheet_once(found: list[Spot]) -> None:
    svg, marks, shown = drawn(found)
    assert shown == sum(one.count for one in found)
    links = list(svg.iter("a"))
    assert len(links) == marks
    assert all(link.get("href") and link.findtext("title") and link.get("tabindex") == "-1" for link in links)
    width, height = map(float, svg.get("viewBox", "").split()[2:])
    for circle in svg.iter("circle"):
        assert 0 <= float(circle.get("cx", "-1")) <= width
        assert 0 <= float(circle.get("cy", "-1")) <= height


@given(spots())
@settings(max_examples=examples(60))
def test_no_mark_covers_another(found: list[Spot]) -> None:
    view = fit([Area(one.lon, one.lat) for one in found], 416, 280, least=6)
    marks = clusters(found, view)
    for number, one in enumerate(marks):
        assert all(math.dist(one.at, other.at) >= one.r + other.r for other in marks[:number])


@given(spots())
@settings(max_examples=examples(30))
def test_the_order_of_the_input_does_not_matter(found: list[Spot]) -> None:
    view = fit([Area(one.lon, one.lat) for one in found], 416, 280, least=6)
    one, other = (draw_map("m", view, items, together=together).svg for items in (found, found[::-1]))
    assert one == other


def test_a_circle_is_as_large_as_its_kilometres() -> None:
    place = Spot("a", "A", "a", "a", 44.0, 33.0, 100.0, 1, 0, "declared")
    svg, _, _ = drawn([place])
    ellipse = next(svg.iter("ellipse"))
    view = fit([Area(44.0, 33.0, 100.0)], 416, 280, least=6)
    assert float(ellipse.get("ry", "0")) == pytest.approx(100 / 111.2 * view.scale, abs=0.1)
    assert float(ellipse.get("rx", "0")) == pytest.approx(float(ellipse.get("ry", "0")), rel=0.01)


def test_a_country_is_hatched_and_has_no_pin() -> None:
    country = country_named(["Iraq"])
    assert country
    view = fit([Area(44, 33, 500)], 416, 280, least=6)
    drawing = draw_map("m", view, [], [Hatched(country, "iraq.html", "Iraq", 4)], together=together)
    assert 'fill="url(#m-hatch)"' in drawing.svg
    assert "<circle" not in drawing.svg
    assert (drawing.marks, drawing.shown) == (1, 4)


def test_two_thousand_incidents_stay_small() -> None:
    """On a map of the world at 800 places: under 150 KB, with marks that can be told from each other."""
    found = [
        Spot(
            f"s{n}",
            f"Town {n}",
            f"locations/town-{n}.html",
            f"Town {n}: 3 incidents",
            n * 137.5 % 340 - 170,
            n * 61.8 % 110 - 45,
            5,
            3,
        )
        for n in range(800)
    ]
    view = fit([Area(one.lon, one.lat) for one in found], 960, 500, least=7)
    drawing = draw_map("m", view, found, together=together)
    assert drawing.shown == 2400
    assert len(drawing.svg.encode()) < 150_000


@pytest.mark.parametrize("lon", [179.9, -179.9, 0.0])
def test_places_on_both_sides_of_the_date_line_are_near_each_other(lon: float) -> None:
    view = fit([Area(lon - 1, 10), Area(lon + 1, 10)], 416, 280, least=6)
    left, right = view.xy(lon - 1, 10), view.xy(lon + 1, 10)
    assert 0 < right[0] - left[0] < 200


@given(LON, LAT, st.floats(2, 60))
@settings(max_examples=examples(60))
def test_outlines_stay_on_the_sheet_and_its_margin(lon: float, lat: float, least: float) -> None:
    view = fit([Area(lon, lat)], 416, 280, least=least)
    for line in filter(None, land_path(view).split("M")):
        x, y, *steps = map(float, re.findall(r"-?\d*\.?\d+", line))
        assert -7 < x < 423
        assert -7 < y < 287
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            assert -7 < x < 423
            assert -7 < y < 287


def test_every_country_has_a_name_of_its_own() -> None:
    names = [country.names[0] for country in outlines().countries]
    assert len(names) == len(set(names))
    assert country_named(["The Gambia"])
    assert country_named(["nowhere", "United States"]) == country_named(["united states of america"])


@given(LON, LAT, st.floats(0.5, 100), st.sampled_from([(416, 280), (960, 500)]))
@settings(max_examples=examples(60))
def test_the_bar_is_as_long_as_it_says_and_stands_clear_of_marks(
    lon: float, lat: float, least: float, sheet: tuple[int, int]
) -> None:
    one = Spot("s", "Town", "t.html", "Town", lon, lat, 0.5, 1, 0, "declared")
    view = fit([Area(lon, lat)], *sheet, least=least)
    svg = ET.fromstring(draw_map("m", view, [one], together=together).svg)
    bars, words = svg.findall("path[@class='bar']"), svg.findall("text[@class='km']")
    assert len(bars) == len(words) == (view.height / view.scale <= 60)
    for bar, text in zip(bars, words, strict=True):
        x, y, length = map(float, re.findall(r"M([\d.]+) ([\d.]+)v4h([\d.]+)v-4", bar.get("d") or "")[0])
        km = int((text.text or "").removesuffix(" km").replace(",", ""))
        assert length == pytest.approx(km / 111.2 * view.scale, abs=0.06)
        assert re.fullmatch("[125]0*", str(km))
        assert x + length <= view.width
        at = view.xy(lon, lat)
        assert not (x - 6 <= at[0] <= x + length + 6 and y - 16 <= at[1] <= y + 10)


def test_lines_stand_at_round_degrees_and_few() -> None:
    for least in (2, 8, 30, 90, 142):
        view = fit([Area(44, 33)], 416, 280, least=least)
        upright = [float(x) for x in re.findall(r"M([-\d.]+) 0v", graticule(view))]
        degrees = [(x - view.width / 2) / view.across + view.lon for x in upright]
        assert 1 <= len(upright) <= 13
        assert all(one == pytest.approx(round(one), abs=0.05) for one in degrees)
