"""Lists of places: by country on one page, or those with most incidents, and a page for each country and kind."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from dateline.index.entries import LocationEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.facets import Facet, FacetedList, Heading, ValuePage, faceted
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site
from dateline.render.views import Group, Link, PlaceRow

_NO_COUNTRY = "no-country"
_MOST_REPORTED = 40


def _country(site: Site, entry: LocationEntry) -> str:
    own = entry.id if entry.location.kind == "country" else _NO_COUNTRY
    country = entry.location.country or own
    return country if country in site.index.locations else own


def _country_words(site: Site, value: str) -> str:
    entry = site.index.locations.get(value)
    return entry.name if entry else "No country"


def _by_name(site: Site, value: str) -> tuple[int, str]:
    entry = site.index.locations.get(value)
    return (0, entry.sort_name) if entry else (1, value)


FACETS: tuple[Facet[LocationEntry], ...] = (
    Facet("country", "Country", _country, _country_words, _by_name),
    Facet(
        "kind",
        "Kind",
        lambda _, entry: entry.location.kind,
        lambda site, value: site.vocabulary.label("place-kinds", value),
    ),
)


def pages(site: Site) -> Iterator[Planned]:
    """`locations/index`, then `locations/FACET/VALUE` for each value."""
    found = faceted(site, "locations", _sorted(site), FACETS)
    here = Here(site, "locations/index.md")
    groups = partial(_groups if found.is_whole else _most_reported, here, found.entries)
    yield _page(here, found, groups, Heading("Places", "Places that briefings name, by country.", len(found.entries)))
    yield from found.value_pages(lambda page: _value_page(found, page))


def place_row(here: Here, entry: LocationEntry) -> PlaceRow:
    """A place as a row of a list."""
    link = here.location(entry.id, full=False)
    return PlaceRow(link, link.note, len(entry.incidents), len(entry.briefings))


def _value_page(found: FacetedList[LocationEntry], page: ValuePage[LocationEntry]) -> Planned:
    words = f"{plural(page.total, 'place')}. {page.facet.label}: {page.title}."
    heading = Heading(f"Places: {page.title}", words, page.total, page.pager, page.current)
    return _page(page.here, found, partial(_groups, page.here, page.entries), heading)


@planned
def _page(here: Here, found: FacetedList[LocationEntry], grouped: Callable[[], list[Group]], heading: Heading) -> Page:
    groups = grouped()
    shown = sum(len(group.rows) for group in groups)
    return here.site.page(
        here,
        "locations",
        title=heading.title,
        description=heading.description,
        facets=found.bar(here, heading.current),
        groups=groups,
        is_whole=shown == heading.total,
        shown=f"{shown:,}",
        total=plural(heading.total, "place"),
        pager=heading.pager,
        back=Link(here.to("locations/index.html"), "Places") if heading.current[0] else None,
    )


def _sorted(site: Site) -> list[LocationEntry]:
    """By the country's name, the country itself first; places without one last."""

    def order(entry: LocationEntry) -> tuple[int, str, str, bool, str]:
        country = _country(site, entry)
        return (*_by_name(site, country), country, entry.id != country, entry.sort_name)

    return sorted(site.index.locations.values(), key=order)


def _groups(here: Here, entries: Sequence[LocationEntry]) -> list[Group]:
    countries: dict[str, list[LocationEntry]] = defaultdict(list)
    for entry in entries:
        countries[_country(here.site, entry)].append(entry)
    return [
        Group(key, _country_words(here.site, key), _rows(here, found), len(found)) for key, found in countries.items()
    ]


def _most_reported(here: Here, entries: Sequence[LocationEntry]) -> list[Group]:
    most = sorted(entries, key=lambda entry: (-len(entry.incidents), -len(entry.briefings), entry.sort_name, entry.id))[
        :_MOST_REPORTED
    ]
    return [Group("most-reported", "With most incidents", _rows(here, most), len(most))]


def _rows(here: Here, entries: Sequence[LocationEntry]) -> tuple[PlaceRow, ...]:
    return tuple(
        replace(place_row(here, entry), values=tuple((facet.key, facet.value(here.site, entry)) for facet in FACETS))
        for entry in entries
    )
