"""Lists of briefings: the months, and one page a month."""

from collections import defaultdict
from collections.abc import Iterator

from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.dates import month_words
from dateline.render.rows import briefing_row
from dateline.render.site import Here, Site
from dateline.render.split import parts
from dateline.render.views import Link

_LATEST = 30


def pages(site: Site) -> Iterator[Page]:
    """`briefings/index`, then `briefings/YYYY-MM` for each month with a report."""
    months: dict[str, list[str]] = defaultdict(list)
    for key, entry in site.index.briefings.items():
        months[entry.month].append(key)
    here = Here(site, "briefings/index.md")
    yield site.page(
        here,
        "briefings",
        title="Briefings",
        description="All briefings by the month of the report.",
        months=[
            Link(here.to(f"briefings/{month}.html"), month_words(month), str(len(keys)))
            for month, keys in months.items()
        ],
        rows=[briefing_row(here, key) for key in list(site.index.briefings)[:_LATEST]],
        total=plural(len(site.index.briefings), "briefing"),
    )
    for month, keys in months.items():
        yield from _month(site, month, keys)


def _month(site: Site, month: str, keys: list[str]) -> Iterator[Page]:
    words = month_words(month)
    for here, chunk, pager in parts(site, f"briefings/{month}.md", keys):
        yield site.page(
            here,
            "briefings_month",
            title=f"Briefings of {words}",
            description=f"{plural(len(keys), 'briefing')} reported in {words}.",
            rows=[briefing_row(here, key) for key in chunk],
            total=plural(len(keys), "briefing"),
            pager=pager,
        )
