"""A briefing's page: facts, key points, who says what, the report with its notes, what is not known, sources."""

import re
from collections.abc import Iterator

from dateline.index.entries import BriefingEntry
from dateline.model import Page
from dateline.render.cite import citations
from dateline.render.counts import plural
from dateline.render.dates import day_words, month_words
from dateline.render.facts import report_facts
from dateline.render.filters import briefing_found
from dateline.render.kinds.briefing_parts import Quoted, source_views
from dateline.render.kinds.briefing_prose import briefing_prose
from dateline.render.kinds.named import named_actors, named_places
from dateline.render.linked_data import briefing_data
from dateline.render.planned import Planned, planned
from dateline.render.rows import briefing_row, incident_row
from dateline.render.site import Here, Site
from dateline.render.views import Fact, Link
from dateline.text.languages import direction, language_name


def pages(site: Site) -> Iterator[Planned]:
    """One page per briefing."""
    return (_page(Here(site, f"briefings/{entry.id}.md"), entry) for entry in site.index.briefings.values())


@planned
def _page(here: Here, entry: BriefingEntry) -> Page:
    site = here.site
    briefing = entry.briefing
    prose = briefing_prose(here, entry)
    quoted = Quoted(here, entry, frozenset(re.findall(r'id="q-([a-z0-9-]+)"', prose)))
    return site.page(
        here,
        "briefing",
        title=entry.title,
        foreign=_foreign(briefing.language or ""),
        description=entry.summary or f"Report of {day_words(briefing.date)}",
        month=Link(here.to(f"briefings/{entry.month}.html"), month_words(entry.month)),
        standfirst=quoted.point(briefing.standfirst) if briefing.standfirst else None,
        facts=_facts(here, entry),
        state=_state(site, entry),
        review=briefing.review,
        review_reason=briefing.review_reason,
        key_points=[quoted.point(point) for point in briefing.key_points],
        claims=[quoted.claim(row) for row in entry.claims],
        prose=prose,
        incidents=[incident_row(here, site.index.incidents[key]) for key in entry.incidents],
        gaps=list(dict.fromkeys(gap.words for gap in entry.gaps)),
        actors=named_actors(here, entry),
        places=named_places(here, entry),
        sources=source_views(here, entry),
        elsewhere=quoted.elsewhere(),
        related=[briefing_row(here, item.briefing, item.reason) for item in entry.related],
        updates=[
            (day_words(item.date), site.vocabulary.label("update-kinds", item.kind), item.text)
            for item in briefing.updates
        ],
        cite=citations(entry.title, site.project.name, briefing.date, entry.id),
        actions=here.actions(entry.path),
        data=here.data(),
        report=here.report(entry.title),
        linked=briefing_data(here, entry),
        source_path=entry.path,
        found=briefing_found(site, entry),
    )


def _facts(here: Here, entry: BriefingEntry) -> tuple[Fact, ...]:
    """The main incident's as this report tells it; without an incident, the report's own day and place."""
    incident = here.site.index.incidents.get(entry.main_incident or "")
    language = entry.briefing.language
    own = (Fact("Language", (Link("", language_name(language)),)),) if language else ()
    if incident:
        report = next(report for report in entry.briefing.incidents if report.id == incident.id)
        return (*report_facts(here, report, incident), *own)
    reported = Fact("Reported", (Link("", day_words(entry.briefing.date)),))
    place = Fact("From", (here.location(entry.briefing.location),))
    return reported, place, Fact("What", (Link("", "no incident recorded"),)), *own


def _foreign(language: str) -> str:
    """Attributes for what stands in another language than English; "" for none."""
    return f' lang="{language}" dir="{direction(language)}"' if language else ""


def _state(site: Site, entry: BriefingEntry) -> tuple[str, ...]:
    briefing = entry.briefing
    review = site.vocabulary["review"].get(briefing.review)
    dates = [source.published for source in briefing.sources if source.published]
    return (
        str(review["sentence"] or review.label) if review else briefing.review,
        f"Information as of {_without_weekday(max(dates, default=briefing.date))}",
        plural(len(briefing.sources), "source"),
    )


def _without_weekday(day: str) -> str:
    return day_words(day).partition(" ")[2]
