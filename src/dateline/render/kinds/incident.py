"""An incident's page: facts, who says what over all reports, how they differ, who took part, the reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.index.differences import parse_count
from dateline.index.entries import Difference, IncidentEntry
from dateline.index.ties import ActorRole
from dateline.model import Edtf, Page
from dateline.render.apart import told_apart
from dateline.render.counts import count_words, plural
from dateline.render.dates import date_words
from dateline.render.facts import incident_facts
from dateline.render.figures import incident_map, reporting_timeline
from dateline.render.filters import incident_found
from dateline.render.kinds.incident_lists import year_link
from dateline.render.kinds.source_lists import source_rows
from dateline.render.linked_data import incident_data
from dateline.render.long_lists import LongList, list_pages
from dateline.render.planned import Planned, planned
from dateline.render.record_lists import briefing_list, claim_list
from dateline.render.site import Here, Site
from dateline.render.views import Link

_QUOTES = 3

_POINTS = {
    "date": "When it happened",
    "location": "Where it happened",
    "type": "What happened",
    "fatalities": "Killed",
    "injured": "Injured",
    "perpetrator": "Said to be responsible",
}


@dataclass(frozen=True)
class DifferenceView:
    """A point on which reports differ: each value with the briefings that give it."""

    point: str
    values: tuple[tuple[Link, tuple[Link, ...], int], ...]


@dataclass(frozen=True)
class Words:
    """Exact words, where they stand and in which briefing."""

    exact: str
    href: str
    briefing: Link


@dataclass(frozen=True)
class PartView:
    """An actor's part in the incident and the words that say so, of `more` further reports not shown."""

    role: str
    actor: Link
    words: tuple[Words, ...]
    more: int


def pages(site: Site) -> Iterator[Planned]:
    """One page per incident, and further pages for its long lists."""
    for entry in site.index.incidents.values():
        lists = _lists(entry)
        yield _page(Here(site, f"incidents/{entry.id}.md"), entry, lists)
        yield from list_pages(site, "incidents", entry.id, list(lists.values()))


def _lists(entry: IncidentEntry) -> dict[str, LongList]:
    reports = tuple(dict.fromkeys(item.briefing for item in entry.reports))
    return {
        "claims": claim_list("claims", f"Who says what: {entry.title}", entry.claims, by_topic=True),
        "briefings": briefing_list(f"Reports of {entry.title}", reports),
    }


@planned
def _page(here: Here, entry: IncidentEntry, lists: dict[str, LongList]) -> Page:
    site = here.site
    label = site.vocabulary.label("incident-types", entry.type)
    when = date_words(entry.date)
    return site.page(
        here,
        "incident",
        title=entry.title,
        description=entry.summary or f"{label}; date: {when}; {plural(len(entry.reports), 'report')}.",
        type=label,
        when=when if entry.date else "no date",
        year=year_link(here, entry.year),
        summary=entry.summary,
        facts=incident_facts(here, entry),
        drawings=[incident_map(here, "map", [entry]), reporting_timeline(here, entry)],
        status=site.status(entry.status),
        others=told_apart(here, "incidents", entry.id, entry.record.not_same_as if entry.record else ()),
        text=here.own_text(entry.body, entry.path or ""),
        lists={name: item.section(here) for name, item in lists.items()},
        differences=[_difference(here, item) for item in entry.differences],
        participants=_participants(here, entry),
        gaps=list(dict.fromkeys(gap.words for gap in entry.gaps)),
        sources=source_rows(here, _sources(site, entry)),
        pinned=entry.path is not None,
        actions=here.actions(entry.path),
        data=here.data(),
        report=here.report(entry.title),
        linked=incident_data(here, entry),
        source_path=entry.path or "",
        report_actions=here.actions(site.index.briefings[entry.reports[0].briefing].path) if entry.reports else (),
        found=incident_found(site, entry),
    )


def _sources(site: Site, entry: IncidentEntry) -> list[str]:
    briefings = [site.index.briefings[item.briefing] for item in entry.reports]
    return list(dict.fromkeys(key for briefing in briefings for key in briefing.sources if key))[:60]


def _participants(here: Here, entry: IncidentEntry) -> list[PartView]:
    return [_part(here, part) for part in entry.participants]


def _part(here: Here, part: ActorRole) -> PartView:
    quoted = list(dict.fromkeys((key, quote) for key, quote in part.reports if quote))
    role = here.site.vocabulary.label("roles", part.role)
    words = tuple(_words(here, key, quote) for key, quote in quoted[:_QUOTES])
    return PartView(role, here.actor(part.actor), words, len(quoted) - len(words))


def _words(here: Here, key: str, quote: str) -> Words:
    found = here.site.index.briefings[key].briefing.quotes.get(quote)
    return Words(found.exact if found else "", here.briefing(key, f"q-{quote}").href, here.briefing(key))


def _difference(here: Here, item: Difference) -> DifferenceView:
    return DifferenceView(
        _POINTS[item.kind],
        tuple(
            (
                _value(here, item.kind, value),
                tuple(here.briefing(key) for key in briefings[:_QUOTES]),
                max(len(briefings) - _QUOTES, 0),
            )
            for value, briefings in item.values
        ),
    )


def _value(here: Here, kind: str, value: str) -> Link:
    if kind == "date":
        return Link("", date_words(Edtf.parse(value)))
    if kind == "location":
        return here.location(value)
    if kind == "perpetrator":
        return here.actor(value)
    if kind == "type":
        return Link("", here.site.vocabulary.label("incident-types", value))
    return Link("", count_words(parse_count(value), "killed" if kind == "fatalities" else "injured"))
