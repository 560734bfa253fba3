"""Maps of incidents, and of one place."""

from collections.abc import Sequence

from dateline.draw.clusters import Cluster, Spot
from dateline.draw.glyphs import glyph
from dateline.draw.maps import Hatched, draw_map
from dateline.draw.outlines import Country, country_box
from dateline.draw.view import Area, fit
from dateline.index.entries import IncidentEntry, LocationEntry
from dateline.render.counts import plural
from dateline.render.figures.placing import BOUNDLESS, Placed, hatched, outline_of, placed, radius_of, spot
from dateline.render.places import place_words, precision_words
from dateline.render.site import Here, Site
from dateline.render.views import Drawing

# Pixels. A mini map is as wide as the text on a phone, one of a single place smaller.
SPOT = (240, 180)
MINI = (358, 250)
NARROW = (358, 400)
WIDE = (960, 500)
_CREDIT = "Outlines: Natural Earth, public domain; borders are drawn as there, which takes no side."
_NAMED = 3  # places that a mark of several names
_LIT = 3  # countries that stand out, at most
_LEAST, _LEAST_OF_SEVERAL = 10, 4  # degrees of latitude in view about a single place, and about several
_WHOLE = 25  # degrees of longitude up to which a country is shown as a whole


def incident_map(
    here: Here, key: str, entries: Sequence[IncidentEntry], *, wide: bool = False, table: str = ""
) -> Drawing | None:
    """Where these incidents happened; None where no place of theirs can be drawn.

    key    of the drawing on its page
    table  address of the table in which each country has its part, for marks that stand for several places
    """
    found = placed(here.site, entries)
    spots = [spot(here, *item) for item in found.spots]
    shaded = [hatched(here, *item) for item in found.countries]
    if not spots and not shaded:
        return None
    home = _home(here, found)
    areas = _areas(spots, shaded, home)

    def drawn(name: str, size: tuple[int, int], *, names: int, countries: int) -> str:
        return draw_map(
            name,
            fit(areas, *size, least=_LEAST if len(spots) == 1 else _LEAST_OF_SEVERAL, pad=0.08),
            spots,
            shaded,
            lit=home,
            together=lambda mark: _together(here, mark, table),
            names=names,
            countries=countries,
        ).svg

    caption = _caption(here, entries, found)
    if not wide:
        kind, size = ("spot", SPOT) if len(spots) + len(shaded) == 1 else ("mini", MINI)
        return Drawing(drawn(key, size, names=8, countries=8), caption, "Map of incidents", kind)
    statuses = [item.status for item in spots if item.count == 1 and item.status]
    return Drawing(
        drawn(key, WIDE, names=24, countries=40),
        f"{caption} {_CREDIT}",
        "Map of incidents",
        "wide",
        drawn(f"{key}-narrow", NARROW, names=12, countries=12),
        signs_of(here.site, statuses),
    )


def place_map(here: Here, entry: LocationEntry) -> Drawing | None:
    """Where a place lies and how exactly: a country hatched, another place with its radius."""
    place = entry.location
    outline = outline_of(here.site, entry.id)
    term = here.site.vocabulary["geo-precision"].get(place.geo_precision or "")
    words = precision_words(term)
    if outline:
        spots: list[Spot] = []
        shaded = [Hatched(outline, here.to(entry.url), entry.name, 1)]
    elif place.lat is not None and place.lon is not None and place.geo_precision not in ("country", *BOUNDLESS):
        km = radius_of(here.site, place.geo_precision or "")
        status = "declared" if km is not None and km <= 5 else "unattributed"
        href = here.to(entry.url)
        spots = [
            Spot(entry.id, entry.name, href, f"{entry.full_name}: {words}", place.lon, place.lat, km, 1, 0, status)
        ]
        shaded = []
    else:
        return None
    nation = None if outline else outline_of(here.site, place.country or "")
    home = [nation] if nation else []
    drawing = draw_map(
        "map",
        fit(_areas(spots, shaded, home), *SPOT, least=_LEAST, pad=0.08),
        spots,
        shaded,
        lit=home,
        together=lambda mark: (mark.spots[0].href, mark.spots[0].title),
    )
    caption = entry.name if outline else f"{entry.full_name} ({words})."
    return Drawing(drawing.svg, caption, "Map", "spot")


def signs_of(site: Site, statuses: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The key of the marks in use, in the order of the statuses' list."""
    used = [slug for slug in site.vocabulary["statuses"] if slug in statuses]
    frame = '<svg viewBox="0 0 14 14" aria-hidden="true">{}</svg>'
    return tuple((frame.format(glyph(slug, 7, 7)), site.status(slug).label) for slug in used)


def _home(here: Here, found: Placed) -> list[Country]:
    """The countries of the places with a mark; none where they are many, since then none stands out."""
    keys = dict.fromkeys(place.location.country for place, *_ in found.spots if place.location.country)
    outlines = [outline for key in keys if (outline := outline_of(here.site, key))]
    return outlines if len(outlines) <= _LIT else []


def _areas(spots: Sequence[Spot], shaded: Sequence[Hatched], home: Sequence[Country]) -> list[Area]:
    """What is to be in view: each mark, what is hatched, and the one country of all marks where it is not too wide."""
    areas = [Area(item.lon, item.lat, item.km or 0) for item in spots]
    for item in shaded:
        west, _, east, _ = country_box(item.country)
        if east - west > 60 and (spots or len(shaded) > 1):  # a country wider than that does not set the frame alone
            areas.append(Area(*item.country.at))
        else:
            areas += _corners(item.country)
    if len(home) == 1 and home[0].wide <= _WHOLE:
        areas += _corners(home[0])
    return areas


def _corners(country: Country) -> list[Area]:
    west, south, east, north = country_box(country)
    return [Area(west, south), Area(east, north), Area((west + east) / 2, north)]


def _together(here: Here, mark: Cluster, table: str) -> tuple[str, str]:
    """Where a mark of several places leads: to the country of the largest in the table, else to that place."""
    names = [f"{one.name} {one.count}" for one in mark.spots[:_NAMED]]
    others = len(mark.spots) - _NAMED
    listed = ", ".join(names) + (f" and {plural(others, 'other place')}" if others > 0 else "")
    key = mark.spots[0].key.partition(" ")[0]
    place = here.site.index.locations[key]
    href = f"{table}#c-{place.location.country or 'other'}" if table else here.to(place.url)
    contested = f", {mark.contested} contested" if mark.contested else ""
    return href, f"{plural(mark.count, 'incident')}{contested}: {listed}"


def _caption(here: Here, entries: Sequence[IncidentEntry], found: Placed) -> str:
    """What the map holds and what it does not."""
    at = sum(len(items) for *_, items in found.spots)
    within = sum(len(items) for *_, items in found.countries)
    if len(entries) == at == 1:
        place, precision, _ = found.spots[0]
        return place_words(place.full_name, here.site.vocabulary["geo-precision"].get(precision)) + "."
    if len(entries) == within == 1:
        return f"{found.countries[0][0].name}, at country level only (hatched)."
    told = plural(len(entries), "incident")
    where = f"at {plural(len({place.id for place, *_ in found.spots}), 'place')}"
    if len(entries) == at:
        return f"{told} {where}."
    parts = [f"{at:,} {where}"] if at else []
    if within:
        parts.append(f"{within:,} at country level only (hatched)")
    if found.nowhere:
        parts.append(f"{len(found.nowhere):,} not drawn, since no place on land is told")
    return f"{told}: {'; '.join(parts)}."
