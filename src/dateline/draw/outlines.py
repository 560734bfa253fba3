"""Land, borders and countries within a view, from the outlines that come with the package (Natural Earth)."""

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dateline.draw import svg
from dateline.draw.svg import Point
from dateline.draw.view import View

_MARGIN = 6  # pixels that shapes go on beyond the sheet, so that their cut edges are not seen
_STEP, _WORLD_STEP = 0.9, 2.0  # pixels between two points of a line, at least; of maps of half the world or more
_SPECK = 2.0  # square pixels below which a shape is left out


@dataclass(frozen=True)
class Country:
    """names: as they may be written; at: of its label; wide: degrees of its main part; rings: lists of arcs."""

    names: tuple[str, ...]
    at: Point
    wide: float
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Outlines:
    """Arcs of longitudes and latitudes, with the box (west, south, east, north) of each.

    Rings name their arcs by number; ~n is arc n from its end to its start.
    """

    arcs: tuple[tuple[Point, ...], ...]
    boxes: tuple[tuple[float, float, float, float], ...]
    land: tuple[tuple[int, ...], ...]
    borders: tuple[int, ...]
    countries: tuple[Country, ...]


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """Read once."""
    data = json.loads((files("dateline.draw") / "data" / "outlines.json").read_text(encoding="utf-8"))
    arcs = tuple(_line(numbers, data["steps"]) for numbers in data["arcs"])
    return Outlines(
        arcs=arcs,
        boxes=tuple(
            (min(x for x, _ in arc), min(y for _, y in arc), max(x for x, _ in arc), max(y for _, y in arc))
            for arc in arcs
        ),
        land=tuple(tuple(ring) for polygon in data["land"] for ring in polygon),
        borders=tuple(data["borders"]),
        countries=tuple(
            Country(tuple(one["names"]), (one["at"][0], one["at"][1]), one["wide"], tuple(map(tuple, one["rings"])))
            for one in data["countries"]
        ),
    )


def _line(numbers: Sequence[int], steps: int) -> tuple[Point, ...]:
    x = y = 0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / steps, y / steps))
    return tuple(points)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Country]:
    return {name.casefold(): country for country in outlines().countries for name in country.names}


def country_named(names: Sequence[str]) -> Country | None:
    """The country that carries one of the names."""
    found = (_by_name().get(name.casefold().removeprefix("the ")) for name in names)
    return next((country for country in found if country), None)


@lru_cache(maxsize=256)
def land_path(view: View) -> str:
    """The `d` of all land in view."""
    return svg.path(list(_shapes(outlines().land, view)), closed=True)


@lru_cache(maxsize=256)
def border_path(view: View) -> str:
    """The `d` of the borders in view."""
    lines: list[list[Point]] = []
    for shift in _shifts(view):
        for number in outlines().borders:
            if _near(outlines().boxes[number], view, shift):
                lines.extend(_inside(_projected(number, view, shift), view))
    return svg.path(lines, closed=False)


def country_path(country: Country, view: View) -> str:
    """The `d` of one country, as much as is in view."""
    return svg.path(list(_shapes(country.rings, view)), closed=True)


def _shapes(rings: Sequence[Sequence[int]], view: View) -> Iterator[list[Point]]:
    for shift in _shifts(view):
        for ring in rings:
            turns = _turns(tuple(ring))
            if _near(_ring_box(tuple(ring)), view, shift):
                shape = _clipped(_ring(ring, turns, view, shift), view)
                if len(shape) > 2 and abs(_area(shape)) > _SPECK:
                    yield shape


@cache
def _turns(ring: tuple[int, ...]) -> tuple[int, ...]:
    """By how many degrees each arc of a ring is moved, so that it begins where the last one ends."""
    found: list[int] = []
    end: float | None = None
    for number in ring:
        arc = outlines().arcs[max(number, ~number)]
        start, stop = (arc[0][0], arc[-1][0]) if number >= 0 else (arc[-1][0], arc[0][0])
        turn = 0 if end is None else round((end - start) / 360) * 360
        found.append(turn)
        end = stop + turn
    return tuple(found)


@cache
def _ring_box(ring: tuple[int, ...]) -> tuple[float, float, float, float]:
    boxes = [
        (box[0] + turn, box[1], box[2] + turn, box[3])
        for number, turn in zip(ring, _turns(ring), strict=True)
        for box in (outlines().boxes[max(number, ~number)],)
    ]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _shifts(view: View) -> list[int]:
    """By how many degrees the world is drawn moved, where the view goes past the 180th meridian."""
    half = (view.width / 2 + _MARGIN) / view.across
    return [shift for shift in (-360, 0, 360) if view.lon - half < 200 + shift and view.lon + half > -200 + shift]


def _near(box: tuple[float, float, float, float], view: View, shift: int) -> bool:
    wide, tall = (view.width / 2 + _MARGIN) / view.across, (view.height / 2 + _MARGIN) / view.scale
    west, south, east, north = box
    return (
        west + shift < view.lon + wide
        and east + shift > view.lon - wide
        and south < view.lat + tall
        and north > view.lat - tall
    )


def _ring(numbers: Sequence[int], turns: Sequence[int], view: View, shift: int) -> list[Point]:
    """A ring in pixels; of arcs out of view only the ends."""
    points: list[Point] = []
    for number, turn in zip(numbers, turns, strict=True):
        at, move = max(number, ~number), shift + turn
        if _near(outlines().boxes[at], view, move):
            line = _projected(at, view, move)
        else:
            line = [view.flat(x + move, y) for x, y in _corners(at)]
        points.extend(line if number >= 0 else line[::-1])
    return points


def _corners(number: int) -> tuple[Point, ...]:
    """What stands for an arc out of view: its ends, or its box where it is a ring by itself."""
    arc = outlines().arcs[number]
    if arc[0] != arc[-1]:
        return arc[0], arc[-1]
    west, south, east, north = outlines().boxes[number]
    return arc[0], (west, south), (west, north), (east, north), (east, south), arc[-1]


def _projected(number: int, view: View, shift: int) -> list[Point]:
    """An arc in pixels without points closer than a step; its ends stay, where its neighbours join it."""
    arc = outlines().arcs[number]
    step = _STEP if view.height / view.scale < 70 else _WORLD_STEP
    found = [view.flat(arc[0][0] + shift, arc[0][1])]
    for x, y in arc[1:-1]:
        point = view.flat(x + shift, y)
        if abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) >= step:
            found.append(point)
    found.append(view.flat(arc[-1][0] + shift, arc[-1][1]))
    return found


def _clipped(shape: list[Point], view: View) -> list[Point]:
    """The part of a polygon on the sheet and its margin (Sutherland, Hodgman)."""
    right, bottom = view.width + _MARGIN, view.height + _MARGIN
    for axis, limit, sign in ((0, -_MARGIN, 1), (0, right, -1), (1, -_MARGIN, 1), (1, bottom, -1)):
        cut: list[Point] = []
        for before, point in zip(shape[-1:] + shape[:-1], shape, strict=True):
            inside = (point[axis] - limit) * sign >= 0
            if inside != ((before[axis] - limit) * sign >= 0):
                share = (limit - before[axis]) / (point[axis] - before[axis])
                cut.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if inside:
                cut.append(point)
        shape = cut
    return shape


def _inside(line: Sequence[Point], view: View) -> Iterator[list[Point]]:
    """The pieces of a line of which some end is on the sheet."""
    piece: list[Point] = []
    for start, end in itertools.pairwise(line):
        if _on(start, view) or _on(end, view):
            piece = piece or [start]
            piece.append(end)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _on(point: Point, view: View) -> bool:
    return -_MARGIN <= point[0] <= view.width + _MARGIN and -_MARGIN <= point[1] <= view.height + _MARGIN


def _area(shape: Sequence[Point]) -> float:
    pairs = zip(shape, [*shape[1:], shape[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def country_box(country: Country) -> tuple[float, float, float, float]:
    """West, south, east and north of its main part."""
    return _ring_box(country.rings[0])
