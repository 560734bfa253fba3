"""States, provinces and counties of countries with their middle points, as they come with the package."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Division:
    """A part of a country.

    names    as written, the main one first
    country  ISO code; admin1: code of the first-level division that it is or lies in
    level    1 or 2, of GeoNames
    lat, lon the mean of its towns, degrees; people: in these towns
    """

    names: tuple[str, ...]
    country: str
    admin1: str
    level: int
    lat: float
    lon: float
    people: int


def divisions() -> Iterator[Division]:
    """All of the package's file, in its order."""
    source = files("dateline.places").joinpath("data", "divisions.tsv").read_text(encoding="utf-8")
    for line in source.splitlines():
        names, country, admin1, level, lat, lon, people = line.split("\t")
        yield Division(tuple(names.split("|")), country, admin1, int(level), float(lat), float(lon), int(people))
