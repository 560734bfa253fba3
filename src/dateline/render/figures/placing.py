"""Where on a map incidents belong: a mark with its radius, a hatched country, or nowhere."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.draw.clusters import Spot
from dateline.draw.maps import Hatched
from dateline.draw.outlines import Country, country_named
from dateline.index.entries import IncidentEntry, LocationEntry
from dateline.render.counts import plural
from dateline.render.dates import date_words
from dateline.render.places import place_words
from dateline.render.site import Here, Site

# No mark stands for these: an ocean, a continent.
BOUNDLESS = ("sea-air", "region")


@dataclass(frozen=True)
class Placed:
    """Incidents by where they are drawn: at a place to one precision, in a country, or not at all."""

    spots: tuple[tuple[LocationEntry, str, tuple[IncidentEntry, ...]], ...]
    countries: tuple[tuple[LocationEntry, Country, tuple[IncidentEntry, ...]], ...]
    nowhere: tuple[IncidentEntry, ...]


def placed(site: Site, entries: Iterable[IncidentEntry]) -> Placed:
    """Each incident in one of the three."""
    spots: dict[tuple[str, str], list[IncidentEntry]] = defaultdict(list)
    countries: dict[str, list[IncidentEntry]] = defaultdict(list)
    nowhere: list[IncidentEntry] = []
    for entry in entries:
        place = site.index.locations.get(entry.location or "")
        precision = precision_of(entry, place)
        if place is None or precision in BOUNDLESS:
            nowhere.append(entry)
        elif precision == "country":
            key = place.id if place.location.kind == "country" else place.location.country or place.id
            (countries[key] if outline_of(site, key) else nowhere).append(entry)
        elif place.location.lat is None:
            nowhere.append(entry)
        else:
            spots[place.id, precision].append(entry)
    index = site.index.locations
    return Placed(
        tuple((index[key], precision, tuple(found)) for (key, precision), found in sorted(spots.items())),
        tuple(
            (index[key], outline, tuple(found))
            for key, found in sorted(countries.items())
            if (outline := outline_of(site, key))
        ),
        tuple(nowhere),
    )


def precision_of(entry: IncidentEntry, place: LocationEntry | None) -> str:
    """How exactly the place is known: as the reports tell, else as its own record does; "" where neither does."""
    if entry.geo_precision:
        return entry.geo_precision
    if place is None:
        return ""
    return place.location.geo_precision or ("country" if place.location.kind == "country" else "")


def outline_of(site: Site, key: str) -> Country | None:
    """The outline of a country by its record."""
    entry = site.index.locations.get(key)
    if entry is None or entry.location.kind != "country":
        return None
    return country_named([entry.name, *(alias.name for alias in entry.location.aliases)])


def radius_of(site: Site, precision: str) -> float | None:
    """The radius in km that stands for a precision; None where none is stated."""
    term = site.vocabulary["geo-precision"].get(precision)
    radius = term["radius_km"] if term else None
    return float(radius) if radius else None


def spot(here: Here, place: LocationEntry, precision: str, entries: Sequence[IncidentEntry]) -> Spot:
    """A place's mark: it leads to its one incident, or to the place."""
    first = entries[0]
    single = len(entries) == 1
    term = here.site.vocabulary["geo-precision"].get(precision)
    where = place_words(place.full_name, term)
    statuses = {entry.status for entry in entries}
    return Spot(
        key=f"{place.id} {precision}",
        name=place.name,
        href=here.to(first.url if single else place.url),
        title=incident_title(here, first, where) if single else f"{where}: {_counted(entries)}",
        lon=place.location.lon or 0.0,
        lat=place.location.lat or 0.0,
        km=radius_of(here.site, precision),
        count=len(entries),
        contested=_contested(entries),
        status=statuses.pop() if len(statuses) == 1 else "",
    )


def hatched(here: Here, place: LocationEntry, outline: Country, entries: Sequence[IncidentEntry]) -> Hatched:
    """A country in which something happened, nobody says where."""
    title = f"{place.name}, at country level only: {_counted(entries)}"
    href = here.to(entries[0].url if len(entries) == 1 else place.url)
    return Hatched(outline, href, title, len(entries))


def incident_title(here: Here, entry: IncidentEntry, where: str = "") -> str:
    """What a mark of one incident says."""
    status = here.site.status(entry.status).label
    return " · ".join(part for part in (entry.title, date_words(entry.date), where, status) if part)


def _counted(entries: Sequence[IncidentEntry]) -> str:
    contested = _contested(entries)
    return plural(len(entries), "incident") + (f", {contested} contested" if contested else "")


def _contested(entries: Sequence[IncidentEntry]) -> int:
    return sum(entry.status == "contested" for entry in entries)
