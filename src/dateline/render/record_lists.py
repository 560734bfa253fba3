"""The lists that several kinds of records have: claims, and briefings with the sentence that names the record."""

from collections.abc import Sequence

from dateline.index.entries import ClaimRow, Mention
from dateline.render.long_lists import LongList
from dateline.render.rows import briefing_row, claim_view, incident_row, mention_row


def claim_list(name: str, title: str, claims: Sequence[ClaimRow]) -> LongList:
    """Claims, each with its briefing and incident."""
    return LongList(
        name, title, "claim", "claims", claims, lambda here, items: [claim_view(here, row) for row in items]
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
    )
