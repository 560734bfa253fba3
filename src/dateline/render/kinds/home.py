"""The home page: the latest, the contested, the most named, and what is not known."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from dateline.export import changed
from dateline.index.cited import cited_in
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.dates import day_words, month_words
from dateline.render.figures import incident_map
from dateline.render.kinds.gaps import gap_counts
from dateline.render.planned import Planned, planned
from dateline.render.rows import briefing_row, incident_row
from dateline.render.site import Here, Site
from dateline.render.views import Link

_LARGE, _SMALL, _CONTESTED, _INCIDENTS, _NAMED, _GAPS, _SINCE = 3, 7, 5, 10, 12, 6, 40


@dataclass(frozen=True)
class Wanted:
    """Something that a reader may know: the open question, the record, and where to put the answer."""

    words: str
    record: Link
    edit: Link | None


@dataclass(frozen=True)
class Seen:
    """A briefing that a returning reader may not have seen; changed: the day of the report or its latest update."""

    id: str
    title: Link
    changed: str
    day: str


def pages(site: Site) -> Iterator[Planned]:
    """`index`."""
    yield _page(Here(site, "index.md"))


@planned
def _page(here: Here) -> Page:
    site = here.site
    keys = list(site.index.briefings)
    month, named = _most_named(here, site)
    intro = site.corpus.pages.get("index")
    return site.page(
        here,
        "home",
        title=site.project.name,
        description=str(site.project.site.get("site_description") or "Annotated briefings, each fact with its source."),
        tagline=str(site.project.site.get("site_description") or ""),
        intro=here.own_text(intro.body, intro.path) if intro else "",
        large=[briefing_row(here, key) for key in keys[:_LARGE]],
        small=[briefing_row(here, key) for key in keys[_LARGE : _LARGE + _SMALL]],
        contested=[(incident_row(here, site.index.incidents[key]), day_words(day)) for key, day in _contested(site)],
        incidents_map=incident_map(here, "map", list(site.index.incidents.values())[:_INCIDENTS]),
        incidents_rows=[incident_row(here, entry) for entry in list(site.index.incidents.values())[:_INCIDENTS]],
        since=[_seen(here, key) for key in _lately_changed(site)],
        month=month,
        named=named,
        wanted=_wanted(here, site),
        gaps=gap_counts(here),
        totals=[
            (Link(here.to("briefings/index.html"), "Briefings"), len(site.index.briefings)),
            (Link(here.to("incidents/index.html"), "Incidents"), len(site.index.incidents)),
            (Link(here.to("actors/index.html"), "Actors"), len(site.index.actors)),
            (Link(here.to("locations/index.html"), "Places"), len(site.index.locations)),
            (Link(here.to("sources/index.html"), "Sources"), len(site.index.sources)),
        ],
        about=Link(here.to("about.html"), "How it is made") if "about" in site.corpus.pages else None,
    )


def _contested(site: Site) -> list[tuple[str, str]]:
    """Contested incidents with the day of their newest report, the newest first."""
    contested = [entry for entry in site.index.incidents.values() if entry.status == "contested"]
    newest = {
        entry.id: max(site.index.briefings[item.briefing].briefing.date for item in entry.reports)
        for entry in contested
        if entry.reports
    }
    return sorted(newest.items(), key=lambda item: (item[1], item[0]), reverse=True)[:_CONTESTED]


def _lately_changed(site: Site) -> list[str]:
    """The briefings with the newest report or update first."""
    days = {key: changed(entry) for key, entry in site.index.briefings.items()}
    return nlargest(_SINCE, days, key=lambda key: (days[key], key))


def _seen(here: Here, key: str) -> Seen:
    day = changed(here.site.index.briefings[key])
    return Seen(key, here.briefing(key), day, day_words(day))


def _most_named(here: Here, site: Site) -> tuple[str, list[tuple[Link, str]]]:
    """The newest month with reports, and who is named in most of its briefings."""
    entries = list(site.index.briefings.values())
    if not entries:
        return "", []
    month = entries[0].month
    counts: Counter[str] = Counter()
    for entry in entries:
        if entry.month != month:
            break
        counts.update(key for key in cited_in(entry.briefing).actors if key in site.index.actors)
    best = sorted(counts, key=lambda key: (-counts[key], site.index.actors[key].sort_name))[:_NAMED]
    return month_words(month), [(here.actor(key), plural(counts[key], "briefing")) for key in best]


def _wanted(here: Here, site: Site) -> list[Wanted]:
    """Open questions of the newest briefings, one a briefing."""
    found: list[Wanted] = []
    for entry in site.index.briefings.values():
        gaps = [gap for gap in entry.gaps if gap.kind != "second-source"] or list(entry.gaps)
        if gaps:
            actions = here.actions(entry.path)
            found.append(Wanted(gaps[0].words, here.briefing(entry.id), actions[0] if actions else None))
        if len(found) == _GAPS:
            break
    return found
