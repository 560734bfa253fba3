"""The map of all incidents, and the table of places that it is drawn from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.index.entries import IncidentEntry, LocationEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.figures import incident_map
from dateline.render.figures.placing import BOUNDLESS, Placed, placed, precision_of
from dateline.render.places import precision_words
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site
from dateline.render.split import ROWS
from dateline.render.views import Link


@dataclass(frozen=True)
class Row:
    """A place, or a country as a whole: how exactly it is known, what is drawn of it, and how many incidents."""

    place: Link
    exactness: str
    count: int
    latest: Link


@dataclass(frozen=True)
class Nation:
    """The rows of one country under its anchor."""

    key: str
    name: Link
    count: int
    rows: tuple[Row, ...]


def pages(site: Site) -> Iterator[Planned]:
    """`map`."""
    yield _page(Here(site, "map.md"))


@planned
def _page(here: Here) -> Page:
    site = here.site
    entries = list(site.index.incidents.values())
    found = placed(site, entries)
    nations = _nations(here, found)
    return site.page(
        here,
        "map",
        title="Map",
        description="Where it happened, as exactly as it is known.",
        total=plural(len(entries), "incident"),
        map=incident_map(here, "map", entries, wide=True, table="map.html"),
        nations=nations,
        by_place=sum(len(nation.rows) for nation in nations) <= ROWS,
        nowhere=_elsewhere(here, found.nowhere),
        nowhere_count=len(found.nowhere),
    )


def _nations(here: Here, found: Placed) -> list[Nation]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for place, _, entries in found.countries:
        rows[place.id].append(_row(here, place, "country level only", entries))
    for place, precision, entries in found.spots:
        words = precision_words(here.site.vocabulary["geo-precision"].get(precision))
        rows[place.location.country or "other"].append(_row(here, place, words, entries))
    nations = [
        Nation(key, _name(here, key), sum(row.count for row in items), tuple(sorted(items, key=lambda row: -row.count)))
        for key, items in rows.items()
    ]
    return sorted(nations, key=lambda nation: (-nation.count, nation.key))


def _name(here: Here, key: str) -> Link:
    return here.location(key) if key in here.site.index.locations else Link("", "Country not recorded")


def _row(here: Here, place: LocationEntry, words: str, entries: Sequence[IncidentEntry]) -> Row:
    return Row(here.location(place.id, full=False), words, len(entries), here.incident(entries[0].id))


def _elsewhere(here: Here, entries: Sequence[IncidentEntry]) -> list[Row]:
    """What is not drawn: by its place, or the lack of one."""
    groups: dict[str | None, list[IncidentEntry]] = defaultdict(list)
    for entry in entries:
        groups[entry.location if entry.location in here.site.index.locations else None].append(entry)
    rows = []
    for key, items in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0] or "")):
        place = here.site.index.locations.get(key or "")
        precision = precision_of(items[0], place)
        known = precision_words(here.site.vocabulary["geo-precision"].get(precision)) if precision in BOUNDLESS else ""
        words = known or ("no coordinates recorded" if place else "no place told")
        name = here.location(key) if place else Link(here.to("gaps.html"), "No place")
        rows.append(Row(name, words, len(items), here.incident(items[0].id)))
    return rows[:60]
