"""A part of the world on a sheet: longitude and latitude to pixels.

The projection is equirectangular, true to scale along the middle parallel: shapes near the middle look as they are.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.draw.svg import Point

KM_PER_DEGREE = 111.2
_WORLD = 220  # degrees of longitude from which all of them are shown
_NORTH, _SOUTH = 84.0, -58.0  # what is beyond is sea and ice


@dataclass(frozen=True)
class Area:
    """A point with a radius in km, all of which is to be in view."""

    lon: float
    lat: float
    km: float = 0.0


@dataclass(frozen=True)
class View:
    """lon, lat: the middle; scale: pixels for a degree of latitude; width, height: of the sheet, in pixels."""

    lon: float
    lat: float
    scale: float
    width: int
    height: int

    @property
    def across(self) -> float:
        """Pixels for a degree of longitude."""
        return self.scale * math.cos(math.radians(self.lat))

    def xy(self, lon: float, lat: float) -> Point:
        """Where a point lies, by the shorter way around the globe."""
        return self.flat((lon - self.lon + 540) % 360 - 180 + self.lon, lat)

    def flat(self, lon: float, lat: float) -> Point:
        """Where a point lies, with longitudes counted on past 180."""
        return (lon - self.lon) * self.across + self.width / 2, (self.lat - lat) * self.scale + self.height / 2

    def holds(self, point: Point) -> bool:
        """True where a point of the sheet is on it."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height

    def radii(self, lat: float, km: float) -> Point:
        """The half axes, in pixels, of a circle of so many km about a place at that latitude."""
        tall = km / KM_PER_DEGREE * self.scale
        return tall * math.cos(math.radians(self.lat)) / max(0.1, math.cos(math.radians(lat))), tall


def fit(areas: Sequence[Area], width: int, height: int, *, least: float, pad: float = 0.12) -> View:
    """The view that shows all areas with room about them.

    least  degrees of latitude that it spans at least, so that a single place is seen with its surroundings
    pad    share of the sheet that stays free on each side
    The sheet is lower than asked where the world is.
    """
    west, east = _reach(areas)
    south = min((area.lat - area.km / KM_PER_DEGREE for area in areas), default=_SOUTH)
    north = max((area.lat + area.km / KM_PER_DEGREE for area in areas), default=_NORTH)
    south, north = max(south, _SOUTH), min(north, _NORTH)
    lat = (south + north) / 2
    squeeze = math.cos(math.radians(20.0 if east - west > _WORLD else lat))
    room = 1 - 2 * pad
    scales = [height / least]
    if north > south:
        scales.append(height * room / (north - south))
    if east - west > _WORLD:
        west, east, lat = west - (360 - east + west) / 2, east + (360 - east + west) / 2, 20.0
    if east > west:
        scales.append(width * (room if east - west < 360 else 1) / ((east - west) * squeeze))
    scale = max(min(scales), width / (360 * squeeze))
    tall, held = _within_the_world(lat, scale, height)
    share = room if east - west < 360 else 1
    while east > west and scale * (east - west) * math.cos(math.radians(held)) > width * (share + pad):
        scale *= 0.98  # nearer to the equator, where the world's end keeps the sheet, degrees are wider
        tall, held = _within_the_world(lat, scale, height)
    return View(round((west + east) / 2, 2), round(held, 2), round(scale, 3), width, tall)


def _within_the_world(lat: float, scale: float, height: int) -> tuple[int, float]:
    """The height of the sheet, lower where the world ends, and the latitude of its middle."""
    tall = min(height, int((_NORTH - _SOUTH) * scale))
    half = tall / scale / 2
    return tall, min(max(lat, _SOUTH + half), _NORTH - half)


def _reach(areas: Sequence[Area]) -> tuple[float, float]:
    """The narrowest band of longitudes that holds all areas; its end may lie past 180."""
    if not areas:
        return -180.0, 180.0
    bands = []
    for area in areas:
        half = area.km / KM_PER_DEGREE / max(0.1, math.cos(math.radians(area.lat)))
        bands.append(((area.lon - half) % 360, 2 * half))
    bands.sort()
    start, end = bands[0][0], bands[0][0] + bands[0][1]
    gap, west = 0.0, start
    for left, length in bands[1:]:
        if left - end > gap:
            gap, west = left - end, left
        end = max(end, left + length)
    last = start + 360 - end
    if last >= gap:
        gap, west = last, start
    if gap <= 0:
        return -180.0, 180.0
    west = (west + 180) % 360 - 180
    return west, west + 360 - gap
