"""Lists of briefings: all or the latest, and a page for each month, year and state of review."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.index.entries import BriefingEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.dates import month_words
from dateline.render.facets import Facet, FacetedList, Heading, ValuePage, faceted
from dateline.render.planned import Planned, planned
from dateline.render.rows import briefing_row
from dateline.render.site import Here, Site
from dateline.render.split import TOLD_ROWS, parts
from dateline.render.views import BriefingRow, Link, YearView

_LATEST = 30
Months = Mapping[str, Sequence[BriefingEntry]]


def _by_list(site: Site, value: str) -> tuple[int, str]:
    states = list(site.vocabulary["review"])
    return (states.index(value) if value in states else len(states)), value


FACETS: tuple[Facet[BriefingEntry], ...] = (
    Facet(
        "year",
        "Year of the report",
        lambda _, entry: entry.briefing.date[:4],
        lambda _, value: value,
        lambda _, value: (-int(value), value),
    ),
    Facet(
        "review",
        "Review",
        lambda _, entry: entry.briefing.review,
        lambda site, value: site.vocabulary.label("review", value),
        _by_list,
    ),
)


def pages(site: Site) -> Iterator[Planned]:
    """`briefings/index`, `briefings/YYYY-MM` for each month with a report, `briefings/FACET/VALUE` for each value."""
    found = faceted(site, "briefings", site.index.briefings.values(), FACETS)
    months = _months(found.entries)
    entries = found.entries if found.is_whole else found.entries[:_LATEST]
    words = "All briefings, newest first, by the day of the report."
    here = Here(site, "briefings/index.md")
    yield _page(here, found, months, entries, Heading("Briefings", words, len(found.entries)))
    for month in months:
        yield from _month_pages(found, months, month)
    yield from found.value_pages(lambda page: _value_page(found, months, page), TOLD_ROWS)


def _month_pages(found: FacetedList[BriefingEntry], months: Months, month: str) -> Iterator[Planned]:
    entries, words = months[month], month_words(month)
    for here, chunk, pager in parts(found.site, f"briefings/{month}.md", entries, TOLD_ROWS):
        description = f"{plural(len(entries), 'briefing')} reported in {words}, newest first."
        heading = Heading(f"Briefings of {words}", description, len(entries), pager, part=month)
        yield _page(here, found, months, chunk, heading)


def _value_page(found: FacetedList[BriefingEntry], months: Months, page: ValuePage[BriefingEntry]) -> Planned:
    words = f"{plural(page.total, 'briefing')}. {page.facet.label}: {page.title}. Newest first."
    heading = Heading(f"Briefings: {page.title}", words, page.total, page.pager, page.current)
    return _page(page.here, found, months, page.entries, heading)


def _months(entries: Sequence[BriefingEntry]) -> Months:
    months: dict[str, list[BriefingEntry]] = defaultdict(list)
    for entry in entries:
        months[entry.month].append(entry)
    return months


@planned
def _page(
    here: Here, found: FacetedList[BriefingEntry], months: Months, entries: Sequence[BriefingEntry], heading: Heading
) -> Page:
    is_index = here.path == "briefings/index.md"
    return here.site.page(
        here,
        "briefings",
        title=heading.title,
        description=heading.description,
        facets=found.bar(here, heading.current),
        calendar=_calendar(here, found, months, heading),
        rows=[_row(here, entry) for entry in entries],
        is_whole=len(entries) == heading.total,
        shown=f"{len(entries):,}",
        total=plural(heading.total, "briefing"),
        pager=heading.pager,
        back=None if is_index else Link(here.to("briefings/index.html"), "Briefings"),
    )


def _row(here: Here, entry: BriefingEntry) -> BriefingRow:
    values = tuple((facet.key, facet.value(here.site, entry)) for facet in FACETS)
    return replace(briefing_row(here, entry.id), values=values)


def _calendar(here: Here, found: FacetedList[BriefingEntry], months: Months, heading: Heading) -> list[YearView]:
    """The months of every year on the first page, of the page's own year on others."""
    own = heading.current[1] or heading.part[:4]
    years: dict[str, list[Link]] = defaultdict(list)
    for month in sorted(months):
        if month.startswith(own):
            href = "" if month == heading.part else here.to(f"briefings/{month}.html")
            years[month[:4]].append(Link(href, month_words(month).partition(" ")[0], f"{len(months[month]):,}"))
    newest = sorted(years, reverse=True)
    return [YearView(found.link(here, found.facets[0], year), tuple(years[year])) for year in newest]
