"""Lists of incidents: on one page, or one page a year where they are many; "no date" is a value."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.index.entries import IncidentEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.rows import incident_row
from dateline.render.site import Here, Site
from dateline.render.split import ROWS, parts
from dateline.render.views import Group, IncidentRow, Link

_LATEST = 50


def pages(site: Site) -> Iterator[Page]:
    """`incidents/index`, and `incidents/year/YYYY` where the whole list would be too long for one page."""
    years: dict[str, list[IncidentEntry]] = defaultdict(list)
    for entry in site.index.incidents.values():
        years[entry.year].append(entry)
    split = _is_split(site)
    here = Here(site, "incidents/index.md")
    latest = list(site.index.incidents.values())[:_LATEST]
    yield site.page(
        here,
        "incidents",
        title="Incidents",
        description="What happened, over all reports, by the date of the event.",
        total=plural(len(site.index.incidents), "incident"),
        years=[_year(here, year, len(entries)) for year, entries in years.items()],
        groups=[Group("latest", "Latest", _rows(here, latest), len(latest))]
        if split
        else [Group(_key(year), _label(year), _rows(here, entries), len(entries)) for year, entries in years.items()],
    )
    for year, entries in years.items() if split else ():
        for place, chunk, pager in parts(site, f"incidents/year/{_key(year)}.md", entries):
            yield site.page(
                place,
                "incidents_year",
                title=f"Incidents: {_label(year)}",
                description=f"{plural(len(entries), 'incident')}: {_label(year)}.",
                total=plural(len(entries), "incident"),
                rows=_rows(place, chunk),
                pager=pager,
            )


def year_link(here: Here, year: str) -> Link:
    """The list in which an incident of that year ("" for no date) stands."""
    if _is_split(here.site):
        return Link(here.to(f"incidents/year/{_key(year)}.html"), _label(year))
    anchor = f"#{_key(year)}"
    return Link(anchor if here.path == "incidents/index.md" else here.to("incidents/index.html") + anchor, _label(year))


def _year(here: Here, year: str, count: int) -> Link:
    link = year_link(here, year)
    return Link(link.href, link.text, str(count))


def _is_split(site: Site) -> bool:
    return len(site.index.incidents) > ROWS


def _rows(here: Here, entries: Sequence[IncidentEntry]) -> tuple[IncidentRow, ...]:
    return tuple(incident_row(here, entry) for entry in entries)


def _key(year: str) -> str:
    return year or "no-date"


def _label(year: str) -> str:
    return year or "No date"
