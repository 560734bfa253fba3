"""A map: land and borders, countries lit or hatched, circles of uncertainty, marks or clusters, and sparse names."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.draw.clusters import Cluster, Spot, clusters
from dateline.draw.glyphs import glyph
from dateline.draw.labels import Sheet, around, text_width
from dateline.draw.measures import graticule, scale_bar
from dateline.draw.outlines import Country, border_path, country_path, land_path, outlines
from dateline.draw.svg import attributes, link, number, text_of
from dateline.draw.view import View

_SIZE = 12.0  # of letters, in pixels
_DRAWN = 5.0  # km up to which a place is firm: its circle is drawn where it is larger than its mark
_LEAST = 8.0  # pixels of radius that a wider circle has at least, so that it is seen about its mark


@dataclass(frozen=True)
class Hatched:
    """What happened somewhere in a country."""

    country: Country
    href: str
    title: str
    count: int


@dataclass(frozen=True)
class MapDrawing:
    """svg: the drawing; marks: how many links it has; shown: how many incidents they stand for."""

    svg: str
    marks: int
    shown: int


def draw_map(
    key: str,
    view: View,
    spots: Sequence[Spot],
    hatched: Sequence[Hatched] = (),
    *,
    lit: Sequence[Country] = (),
    together: Callable[[Cluster], tuple[str, str]],
    names: int = 24,
    countries: int = 40,
) -> MapDrawing:
    """Draw it.

    key       tells the drawing's ids from those of others on the page
    lit       countries that stand out from their neighbours
    together  (address, title) of a mark that stands for several spots
    names, countries  how many places and countries are named at most
    """
    marks = clusters(spots, view)
    sheet = Sheet(view.width, view.height)
    for mark in marks:
        x, y = mark.at
        sheet.take((x - mark.r, y - mark.r, x + mark.r, y + mark.r))
    shaded = [(one, d) for one in hatched if (d := country_path(one.country, view))]
    parts = [
        _pattern(key) if shaded else "",
        f'<path class="land" d="{land_path(view)}"/>',
        *(f'<path class="lit" d="{country_path(one, view)}"/>' for one in lit),
        f'<path class="border" d="{border_path(view)}"/>',
        f'<path class="grid" d="{graticule(view)}"/>',
        *(link(one.href, one.title, _hatching(key, d), "country") for one, d in shaded),
        *(_circle(spot, view) for mark in marks for spot in mark.spots if len(mark.spots) == 1),
        _place_names(marks, sheet, names),
        scale_bar(view, sheet),
        _country_names(view, sheet, countries),
        *(_mark(mark, together) for mark in marks),
    ]
    inside = "".join(parts)
    frame = attributes(class_="map", viewBox=f"0 0 {view.width} {view.height}", aria_hidden="true")
    shown = sum(mark.count for mark in marks) + sum(one.count for one, _ in shaded)
    return MapDrawing(f"<svg{frame}>{inside}</svg>", len(marks) + len(shaded), shown)


def _pattern(key: str) -> str:
    size = attributes(
        id=f"{key}-hatch", width=6, height=6, patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    return f'<defs><pattern{size}><path class="hatch" d="M0 0v6"/></pattern></defs>'


def _hatching(key: str, d: str) -> str:
    return f'<path class="hatched" fill="url(#{key}-hatch)" d="{d}"/>'


def _circle(spot: Spot, view: View) -> str:
    """The circle within which it happened; none where no precision is stated."""
    if spot.km is None:
        return ""
    rx, ry = view.radii(spot.lat, spot.km)
    if ry < _LEAST and spot.km <= _DRAWN:
        return ""
    if ry < _LEAST:
        rx, ry = _LEAST + 2, _LEAST + 2
    x, y = view.xy(spot.lon, spot.lat)
    kind = "radius" if spot.km <= _DRAWN else "radius wide"
    return f"<ellipse{attributes(class_=kind, cx=x, cy=y, rx=rx, ry=ry)}/>"


def _mark(mark: Cluster, together: Callable[[Cluster], tuple[str, str]]) -> str:
    x, y = mark.at
    first = mark.spots[0]
    href, title = (first.href, first.title) if len(mark.spots) == 1 else together(mark)
    inside = _pin(first, x, y, mark.r) if mark.count == 1 else _bubble(mark, x, y)
    return link(href, title, f'<g class="mk" style="transform-origin:{number(x)}px {number(y)}px">{inside}</g>')


def _pin(spot: Spot, x: float, y: float, r: float) -> str:
    """Where the place is exact, or near, its status; where it is not, the same mark without a firm rim."""
    touch = f'<circle class="touch"{attributes(cx=x, cy=y, r=12)}/>'
    firm = spot.km is not None and spot.km <= _DRAWN
    return touch + (glyph(spot.status, x, y, r) if firm else f'<g class="loose">{glyph(spot.status, x, y, r)}</g>')


def _bubble(mark: Cluster, x: float, y: float) -> str:
    """A disc with the number of incidents; the part of its rim that stands for contested ones is thick."""
    r = mark.r
    rim = ""
    if mark.contested:
        round_ = 2 * math.pi * r
        part = round_ * mark.contested / mark.count
        turn = f"rotate(-90 {number(x)} {number(y)})"
        dashes = f"{part:.1f} {round_:.1f}"
        rim = f'<circle class="rim"{attributes(cx=x, cy=y, r=r, stroke_dasharray=dashes, transform=turn)}/>'
    return (
        f'<circle class="disc"{attributes(cx=x, cy=y, r=r)}/>{rim}'
        f'<text class="n"{attributes(x=x, y=y + 3.8)}>{mark.count}</text>'
    )


def _place_names(marks: Sequence[Cluster], sheet: Sheet, most: int) -> str:
    """The names of the places with most incidents, where there is room."""
    found: list[str] = []
    for mark in marks:
        if len(found) >= most:
            break
        name = mark.spots[0].name if 2 * mark.spots[0].count >= mark.count else ""
        x, y = mark.at
        width = text_width(name, _SIZE)
        box = sheet.first_free(around(x, y, mark.r, width, _SIZE + 2)) if name else None
        if box:
            middle = (box[0] + box[2]) / 2
            found.append(f'<text class="place"{attributes(x=middle, y=box[3] - 3)}>{text_of(name)}</text>')
    return "".join(found)


def _country_names(view: View, sheet: Sheet, most: int) -> str:
    """The names of countries that have room for them."""
    found: list[str] = []
    for country in outlines().countries:
        x, y = view.xy(*country.at)
        name = country.names[0]
        width = text_width(name.upper(), _SIZE - 2) + 0.8 * len(name)
        if len(found) >= most or not view.holds((x, y)) or width > country.wide * view.across * 0.9:
            continue
        box = sheet.first_free([(x - width / 2, y - 6, x + width / 2, y + 6)])
        if box:
            found.append(f'<text class="nation"{attributes(x=x, y=y + 3)}>{text_of(name)}</text>')
    return "".join(found)
