"""The facts strip: when, where, what, casualties, and who is said to be responsible."""

from dateline.index.entries import IncidentEntry
from dateline.model import Count, Edtf, IncidentReport
from dateline.render.counts import casualty_words, plural
from dateline.render.dates import date_words
from dateline.render.places import place_words, precision_words
from dateline.render.site import Here
from dateline.render.views import Fact, Link


def incident_facts(here: Here, entry: IncidentEntry) -> tuple[Fact, ...]:
    """The strip of an incident's page: its values over all reports."""
    return (
        _when(entry.date),
        _where(here, entry.location, entry.geo_precision),
        _what(here, entry, entry.type, own_page=True),
        _casualties(entry.fatalities, entry.injured, len(entry.reports)),
        *_responsible(here, entry),
    )


def report_facts(here: Here, report: IncidentReport, entry: IncidentEntry) -> tuple[Fact, ...]:
    """The strip of a briefing's page: what this report says; the status is that of all reports."""
    return (
        _when(Edtf.parse(report.date) if report.date else None),
        _where(here, report.location, report.geo_precision),
        _what(here, entry, report.type, own_page=False),
        _casualties(report.fatalities, report.injured, 1),
        *_responsible(here, entry),
    )


def _when(date: Edtf | None) -> Fact:
    precise = date is None or (date.precision == "day" and not date.approximate and not date.uncertain)
    return Fact("When", (Link("", date_words(date)),), "" if precise else "exact day not known")


def _where(here: Here, location: str | None, precision: str | None) -> Fact:
    place = here.location(location)
    if not location:
        return Fact("Where", (place,))
    entry = here.site.vocabulary["geo-precision"].get(precision or "")
    somewhere = place_words(place.text, entry) if entry and entry.label.startswith("somewhere") else place.text
    return Fact("Where", (Link(place.href, somewhere),), precision_words(entry))


def _what(here: Here, entry: IncidentEntry, kind: str, *, own_page: bool) -> Fact:
    label = here.site.vocabulary.label("incident-types", kind)
    others = len(entry.reports)
    reports = f"in {plural(others, 'report')}"
    return Fact("What", (Link("" if own_page else here.to(entry.url), label),), reports)


def _casualties(fatalities: Count | None, injured: Count | None, reports: int) -> Fact:
    lines = tuple(Link("", words) for words in casualty_words(fatalities, injured))
    told = fatalities is not None or injured is not None
    return Fact("Casualties", lines, ("as reported" if reports == 1 else "over all reports") if told else "")


def _responsible(here: Here, entry: IncidentEntry) -> tuple[Fact, ...]:
    if entry.status == "not-applicable":
        return ()
    about_role = [row for row in entry.claims if row.statement.is_on_blame]
    named = tuple(here.actor(key) for key in entry.accused) or (Link("", "nobody named"),)
    count = plural(len(about_role), "claim") if about_role else "no claim"
    return (Fact("Said to be responsible", named, count, here.site.status(entry.status)),)
