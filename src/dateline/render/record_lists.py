"""The lists that several kinds of records have: claims, and briefings with the sentence that names the record."""

from collections.abc import Sequence

from dateline.index.entries import ClaimRow, Mention
from dateline.render.long_lists import LongList
from dateline.render.rows import briefing_row, claim_view, incident_row, mention_row, topic_of
from dateline.render.site import Here
from dateline.render.split import OPEN, OPEN_CLAIMS


def claim_list(name: str, title: str, claims: Sequence[ClaimRow], *, by_topic: bool = False) -> LongList:
    """Claims, each with its briefing and incident, newest first or by what they are about."""
    return LongList(
        name,
        title,
        "claim",
        "claims",
        claims,
        lambda here, items: [claim_view(here, row) for row in items],
        lambda _, row: topic_of(row) if by_topic else row.report_date[:4],
        each=by_topic,
        open=OPEN_CLAIMS if by_topic else OPEN,
    )


def mention_list(title: str, briefings: Sequence[str], mentions: Sequence[Mention]) -> LongList:
    """Briefings about a record, newest first."""
    sentences = {mention.briefing: mention for mention in mentions}
    return LongList(
        "briefings",
        title,
        "briefing",
        "mentions",
        briefings,
        lambda here, items: [mention_row(here, key, sentences.get(key)) for key in items],
        _year_of_briefing,
    )


def incident_list(title: str, incidents: Sequence[str]) -> LongList:
    """Incidents by id, in the order given."""
    return LongList(
        "incidents",
        title,
        "incident",
        "incidents",
        incidents,
        lambda here, items: [incident_row(here, here.site.index.incidents[key]) for key in items],
        year_of_incident,
    )


def briefing_list(title: str, briefings: Sequence[str]) -> LongList:
    """Briefings by id, in the order given."""
    return LongList(
        "briefings",
        title,
        "briefing",
        "briefings",
        briefings,
        lambda here, items: [briefing_row(here, key) for key in items],
        _year_of_briefing,
    )


def _year_of_briefing(here: Here, key: str) -> str:
    return here.site.index.briefings[key].briefing.date[:4]


def year_of_incident(here: Here, key: str) -> str:
    """The year of the event in words."""
    return here.site.index.incidents[key].year or "No date"
