"""Places by country: on one page, or one page a country where they are many."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.index.entries import LocationEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.site import Here, Site
from dateline.render.split import ROWS, parts
from dateline.render.views import Group, Link, PlaceRow

_NO_COUNTRY = "no-country"
_MOST_REPORTED = 40


def pages(site: Site) -> Iterator[Page]:
    """`locations/index`, and `locations/country/ID` where the whole list would be too long for one page."""
    countries = _by_country(site)
    split = len(site.index.locations) > ROWS
    here = Here(site, "locations/index.md")
    yield site.page(
        here,
        "locations",
        title="Places",
        description="Places that briefings name, by country.",
        total=plural(len(site.index.locations), "place"),
        countries=[_link(here, key, len(found), split=split) for key, found in countries.items()],
        groups=_most_reported(here, site)
        if split
        else [Group(key, _label(site, key), _rows(here, found), len(found)) for key, found in countries.items()],
        pager=(),
        back=None,
    )
    for key, found in countries.items() if split else ():
        for place, chunk, pager in parts(site, f"locations/country/{key}.md", found):
            yield site.page(
                place,
                "locations",
                title=f"Places: {_label(site, key)}",
                description=f"{plural(len(found), 'place')}: {_label(site, key)}.",
                total=plural(len(found), "place"),
                countries=[],
                groups=[Group(key, _label(site, key), _rows(place, chunk), len(found))],
                pager=pager,
                back=Link(place.to("locations/index.html"), "Places"),
            )


def place_row(here: Here, entry: LocationEntry) -> PlaceRow:
    """A place as a row of a list."""
    link = here.location(entry.id, full=False)
    return PlaceRow(link, link.note, len(entry.incidents), len(entry.briefings))


def _most_reported(here: Here, site: Site) -> list[Group]:
    places = sorted(
        site.index.locations.values(),
        key=lambda entry: (-len(entry.incidents), -len(entry.briefings), entry.sort_name, entry.id),
    )
    most = places[:_MOST_REPORTED]
    return [Group("most-reported", "With most incidents", _rows(here, most), len(most))]


def _by_country(site: Site) -> dict[str, list[LocationEntry]]:
    """Country id -> its places, the country itself first; by the country's name, those without one last."""
    found: dict[str, list[LocationEntry]] = defaultdict(list)
    for entry in site.index.locations.values():
        own = entry.id if entry.location.kind == "country" else _NO_COUNTRY
        country = entry.location.country or own
        found[country if country in site.index.locations else own].append(entry)
    ordered = sorted(found, key=lambda key: (key == _NO_COUNTRY, _sort_name(site, key)))
    return {key: sorted(found[key], key=lambda entry: (entry.id != key, entry.sort_name)) for key in ordered}


def _sort_name(site: Site, key: str) -> str:
    entry = site.index.locations.get(key)
    return entry.sort_name if entry else key


def _label(site: Site, key: str) -> str:
    entry = site.index.locations.get(key)
    return entry.name if entry else "No country"


def _link(here: Here, key: str, count: int, *, split: bool) -> Link:
    target = here.to(f"locations/country/{key}.html") if split else f"#{key}"
    return Link(target, _label(here.site, key), str(count))


def _rows(here: Here, entries: Sequence[LocationEntry]) -> tuple[PlaceRow, ...]:
    return tuple(place_row(here, entry) for entry in entries)
