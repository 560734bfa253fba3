"""Lists of incidents: the table of all, or of the latest, and a page for each type, status, year and country."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.index.entries import IncidentEntry
from dateline.index.locations import country_of
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.facets import Facet, FacetedList, Heading, ValuePage, faceted, value_url
from dateline.render.planned import Planned, planned
from dateline.render.rows import incident_row
from dateline.render.site import Here, Site
from dateline.render.views import IncidentRow, Link

_LATEST = 50
NO_DATE, NO_PLACE, NO_COUNTRY = "no-date", "no-place", "no-country"
_UNKNOWN = {NO_DATE: "No date", NO_PLACE: "No place", NO_COUNTRY: "No country"}


def _year(_: Site, entry: IncidentEntry) -> str:
    return entry.year or NO_DATE


def _country(site: Site, entry: IncidentEntry) -> str:
    place = site.index.locations.get(entry.location or "")
    country = country_of(place)
    unknown = NO_COUNTRY if place else NO_PLACE
    return country if country in site.index.locations else unknown


def _year_words(_: Site, value: str) -> str:
    return _UNKNOWN.get(value, value)


def _country_words(site: Site, value: str) -> str:
    return _UNKNOWN.get(value) or site.index.locations[value].name


def _newest_year(_: Site, value: str) -> tuple[int, str]:
    return (0 if value == NO_DATE else -int(value)), value


def _by_list(site: Site, value: str) -> tuple[int, str]:
    statuses = list(site.vocabulary["statuses"])
    return (statuses.index(value) if value in statuses else len(statuses)), value


FACETS: tuple[Facet[IncidentEntry], ...] = (
    Facet("year", "Year", _year, _year_words, _newest_year),
    Facet(
        "type",
        "What happened",
        lambda _, entry: entry.type,
        lambda site, value: site.vocabulary.label("incident-types", value),
    ),
    Facet(
        "status",
        "Who did it",
        lambda _, entry: entry.status,
        lambda site, value: site.status(value).label,
        _by_list,
        lambda site, value: site.status(value).sign,
    ),
    Facet("country", "Country", _country, _country_words),
)


def pages(site: Site) -> Iterator[Planned]:
    """`incidents/index`, then `incidents/FACET/VALUE` for each value."""
    found = faceted(site, "incidents", site.index.incidents.values(), FACETS)
    here = Here(site, "incidents/index.md")
    entries = found.entries if found.is_whole else found.entries[:_LATEST]
    words = "What happened, over all reports, newest first by the date of the event."
    yield _page(here, found, entries, Heading("Incidents", words, len(found.entries)))
    yield from found.value_pages(lambda page: _value_page(found, page))


def year_link(here: Here, year: str) -> Link:
    """The list in which an incident of that year ("" for no date) stands."""
    value = year or NO_DATE
    return Link(here.to(value_url("incidents", "year", value)), _UNKNOWN.get(value, value))


def listed_incident(here: Here, entry: IncidentEntry) -> IncidentRow:
    """An incident as a row that a list can sort and narrow."""
    counts = entry.fatalities
    bounds = [bound for bound in (counts.low, counts.best, counts.high) if bound is not None] if counts else []
    return replace(
        incident_row(here, entry),
        values=tuple((facet.key, facet.value(here.site, entry)) for facet in FACETS),
        day=str(entry.date.first or entry.date.last or "") if entry.date else "",
        killed=str(min(bounds)) if bounds else "",
    )


def _value_page(found: FacetedList[IncidentEntry], page: ValuePage[IncidentEntry]) -> Planned:
    words = (
        f"{plural(page.total, 'incident')}. {page.facet.label}: {page.title}. Newest first by the date of the event."
    )
    heading = Heading(f"Incidents: {page.title}", words, page.total, page.pager, page.current)
    return _page(page.here, found, page.entries, heading)


@planned
def _page(here: Here, found: FacetedList[IncidentEntry], entries: Sequence[IncidentEntry], heading: Heading) -> Page:
    return here.site.page(
        here,
        "incidents",
        title=heading.title,
        description=heading.description,
        facets=found.bar(here, heading.current),
        rows=[listed_incident(here, entry) for entry in entries],
        is_whole=len(entries) == heading.total,
        shown=f"{len(entries):,}",
        total=plural(heading.total, "incident"),
        pager=heading.pager,
        back=Link(here.to("incidents/index.html"), "Incidents") if heading.current[0] else None,
    )
