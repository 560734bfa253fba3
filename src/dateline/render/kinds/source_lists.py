"""Sources by the month of publication: on one page, or one page a month where they are many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.index.entries import SourceEntry
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.dates import day_words, month_words
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site
from dateline.render.split import ROWS, parts
from dateline.render.views import Group, Link, SourceRow, YearView

_LATEST = 30


def pages(site: Site) -> Iterator[Planned]:
    """`sources/index`, and `sources/month/YYYY-MM` where the whole list would be too long for one page."""
    months: dict[str, list[str]] = defaultdict(list)
    for key, entry in site.index.sources.items():
        months[published(entry)[:7]].append(key)
    split = len(site.index.sources) > ROWS
    yield _page(Here(site, "sources/index.md"), months, split=split)
    for month, keys in months.items() if split else ():
        for here, chunk, pager in parts(site, f"sources/month/{_key(month)}.md", keys):
            yield _month(here, month, len(keys), chunk, pager)


@planned
def _page(here: Here, months: Mapping[str, list[str]], *, split: bool) -> Page:
    return here.site.page(
        here,
        "sources",
        title="Sources",
        description="The texts that briefings quote, as they were obtained.",
        total=plural(len(here.site.index.sources), "source"),
        calendar=_calendar(here, months, split=split),
        groups=[_latest(here)] if split else [_group(here, month, keys) for month, keys in months.items()],
    )


def _group(here: Here, month: str, keys: Sequence[str]) -> Group:
    return Group(_key(month), _label(month), source_rows(here, keys), len(keys))


def _latest(here: Here) -> Group:
    keys = list(here.site.index.sources)[:_LATEST]
    return Group("latest", "Published last", source_rows(here, keys), len(here.site.index.sources))


def _calendar(here: Here, months: Mapping[str, Sequence[str]], *, split: bool) -> list[YearView]:
    years: dict[str, list[Link]] = defaultdict(list)
    for month in sorted(months):
        years[month[:4]].append(_link(here, month, len(months[month]), split=split))
    newest = sorted(years, reverse=True)
    return [YearView(Link("", year or "No date"), tuple(years[year])) for year in newest]


@planned
def _month(here: Here, month: str, total: int, keys: Sequence[str], pager: tuple[Link, ...]) -> Page:
    return here.site.page(
        here,
        "sources_month",
        title=f"Sources: {_label(month)}",
        description=f"{plural(total, 'source')}: {_label(month)}.",
        total=plural(total, "source"),
        rows=source_rows(here, keys),
        pager=pager,
    )


def source_rows(here: Here, keys: Iterable[str]) -> tuple[SourceRow, ...]:
    """Sources as rows of a list."""
    return tuple(_row(here, here.site.index.sources[key]) for key in keys)


def published(entry: SourceEntry) -> str:
    """The day of publication that a briefing gives, or ""."""
    return next((source.published for source in entry.cited_as if source.published), "")


def _row(here: Here, entry: SourceEntry) -> SourceRow:
    day = published(entry)
    return SourceRow(
        date=day_words(day) if day else "date not stated",
        title=here.source(entry.id),
        publisher=next((source.publisher for source in entry.cited_as if source.publisher), ""),
        kind=here.site.vocabulary.label("source-types", entry.cited_as[0].type),
        briefings=len(entry.briefings),
    )


def _link(here: Here, month: str, count: int, *, split: bool) -> Link:
    target = here.to(f"sources/month/{_key(month)}.html") if split else f"#{_key(month)}"
    return Link(target, month_words(month).partition(" ")[0] if month else "not stated", f"{count:,}")


def _key(month: str) -> str:
    return month or "no-date"


def _label(month: str) -> str:
    return month_words(month) if month else "No date stated"
