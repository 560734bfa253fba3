"""When incidents happened, and when they were reported."""

from collections.abc import Sequence
from datetime import date

from dateline.draw.timelines import Moment, TimelineDrawing, draw_timeline
from dateline.index.entries import IncidentEntry
from dateline.render.counts import plural
from dateline.render.dates import date_words, day_words, plain_day, short_day
from dateline.render.figures.maps import signs_of
from dateline.render.figures.placing import incident_title
from dateline.render.site import Here
from dateline.render.split import ROWS
from dateline.render.views import Drawing

MINI, WIDE = 358, 960  # pixels; a mini one is as wide as the text on a phone


def incident_timeline(here: Here, entries: Sequence[IncidentEntry], *, wide: bool = False) -> Drawing | None:
    """When these incidents happened; None where no date is known, or where a mini one would show a single day."""
    moments = [_moment(here, entry) for entry in entries if entry.date]
    if not moments or (not wide and len({(one.first, one.last) for one in moments}) < 2):
        return None

    def drawn(width: int) -> TimelineDrawing:
        return draw_timeline(moments, width, period=lambda start, end, count: _period(here, start, end, count))

    small = drawn(MINI)
    undated = len(entries) - len(moments)
    caption = f"{plural(len(moments), 'incident')} by the date of the event"
    caption += f"; {undated:,} with no date {'is' if undated == 1 else 'are'} not drawn." if undated else "."
    caption += cut_words(small.cuts)
    if not wide:
        return Drawing(small.svg, caption, "Timeline of incidents")
    large = drawn(WIDE)
    statuses = [one.status for one in moments] if len(moments) in (large.marks, small.marks) else []
    signs = signs_of(here.site, statuses)
    return Drawing(large.svg, caption, "Timeline of incidents", "wide", small.svg, signs)


def reporting_timeline(here: Here, entry: IncidentEntry) -> Drawing | None:
    """The event and the reports of it; None where all is of one day."""
    briefings = here.site.index.briefings
    keys = dict.fromkeys(item.briefing for item in entry.reports)
    moments = [_moment(here, entry)] if entry.date else []
    for key in keys:
        link = here.briefing(key)
        day = date.fromisoformat(briefings[key].briefing.date)
        moments.append(Moment(link.href, f"Reported {day_words(str(day))}: {link.text}", day, day, "report"))
    if len({(one.first, one.last) for one in moments}) < 2:
        return None
    drawing = draw_timeline(
        moments,
        MINI,
        period=lambda start, _, count: (here.to(entry.url) + "#reports", f"{short_day(str(start))}: {count}"),
    )
    event = f"Happened: {date_words(entry.date)}. " if entry.date else ""
    caption = f"{event}{plural(len(keys), 'report')} (diamonds), by their dates.{cut_words(drawing.cuts)}"
    return Drawing(drawing.svg, caption, "Timeline")


def cut_words(cuts: Sequence[tuple[date, date]]) -> str:
    """What the marks of a cut axis mean: the days or the years between which nothing is told."""
    if not cuts:
        return ""
    empty = " and ".join(_empty(before, after) for before, after in cuts)
    return f" The axis is cut where it would be empty: {empty}."


def _empty(before: date, after: date) -> str:
    """Whole years where there are any."""
    first, last = before.year + 1, after.year - 1
    if first > last:
        return f"between {plain_day(before)} and {plain_day(after)}"
    return f"in {first}" if first == last else f"from {first} to {last}"


def _moment(here: Here, entry: IncidentEntry) -> Moment:
    when = entry.date
    return Moment(
        href=here.to(entry.url),
        title=incident_title(here, entry),
        first=when.first if when else None,
        last=when.last if when else None,
        status=entry.status,
        loose=bool(when and (when.approximate or when.uncertain)),
    )


def _period(here: Here, start: date, end: date, count: int) -> tuple[str, str]:
    """A column leads to the part of the timeline's table in which its incidents begin."""
    words = str(start.year) if (end - start).days > 31 else f"from {short_day(str(start))}"
    return timeline_address(here, start), f"{plural(count, 'incident')}, {words}"


def timeline_address(here: Here, day: date) -> str:
    """Where the timeline's table holds the incidents of a month."""
    month = f"m-{day.year:04}-{day.month:02}"
    if len(here.site.index.incidents) <= ROWS:
        return here.to(f"timeline.html#{month}")
    return here.to(f"timeline/{day.year:04}.html")
