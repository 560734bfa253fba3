"""The timeline of all incidents, by year where they are many, and the table that it is drawn from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.index.entries import IncidentEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.dates import month_words
from dateline.render.figures import incident_timeline
from dateline.render.planned import Planned, planned
from dateline.render.rows import incident_row
from dateline.render.site import Here, Site
from dateline.render.split import ROWS, parts
from dateline.render.views import IncidentRow, Link


@dataclass(frozen=True)
class Month:
    """The rows of one month under its anchor."""

    key: str
    title: str
    rows: tuple[IncidentRow, ...]


def pages(site: Site) -> Iterator[Planned]:
    """`timeline`, and `timeline/YYYY` where one page could not hold all incidents."""
    entries = list(site.index.incidents.values())
    years: dict[str, list[IncidentEntry]] = defaultdict(list)
    for entry in entries:
        years[entry.year].append(entry)
    split = len(entries) > ROWS
    yield _page(Here(site, "timeline.md"), entries, years, split=split)
    for year, found in years.items() if split else ():
        for here, chunk, pager in parts(site, f"timeline/{_key(year)}.md", found):
            yield _year(here, year, len(found), chunk, pager)


@planned
def _page(
    here: Here, entries: Sequence[IncidentEntry], years: Mapping[str, list[IncidentEntry]], *, split: bool
) -> Page:
    return here.site.page(
        here,
        "timeline",
        title="Timeline",
        description="When it happened, as exactly as it is known.",
        total=plural(len(entries), "incident"),
        back=None,
        timeline=incident_timeline(here, entries, wide=True),
        years=[
            Link(here.to(f"timeline/{_key(year)}.html"), _label(year), str(len(found))) for year, found in years.items()
        ]
        if split
        else [],
        months=[] if split else _months(here, entries),
        pager=(),
    )


@planned
def _year(here: Here, year: str, total: int, entries: Sequence[IncidentEntry], pager: tuple[Link, ...]) -> Page:
    return here.site.page(
        here,
        "timeline",
        title=f"Timeline: {_label(year)}",
        description=f"What happened: {_label(year)}.",
        total=plural(total, "incident"),
        back=Link(here.to("timeline.html"), "Timeline"),
        timeline=incident_timeline(here, entries, wide=True) if year else None,
        years=[],
        months=_months(here, entries),
        pager=pager,
    )


def _months(here: Here, entries: Sequence[IncidentEntry]) -> list[Month]:
    """By the month in which each begins, newest first; of a year what has no month after those that have one."""
    ordered = sorted(entries, key=_month, reverse=True)
    return [Month(_anchor(key), _title(key), _rows(here, tuple(found))) for key, found in groupby(ordered, key=_month)]


def _month(entry: IncidentEntry) -> str:
    """`YYYY-MM`; `YYYY` where the year alone is told; "" without a date."""
    if not entry.date or not entry.date.first:
        return ""
    first = entry.date.first
    return f"{first.year:04}" if entry.date.precision == "year" else f"{first.year:04}-{first.month:02}"


def _anchor(key: str) -> str:
    return f"m-{key}" if key else "no-date"


def _title(key: str) -> str:
    if not key:
        return "No date"
    return month_words(key) if "-" in key else f"{key}, no month told"


def _rows(here: Here, entries: Sequence[IncidentEntry]) -> tuple[IncidentRow, ...]:
    return tuple(incident_row(here, entry) for entry in entries)


def _key(year: str) -> str:
    return f"{int(year):04}" if year else "no-date"


def _label(year: str) -> str:
    return year or "No date"
