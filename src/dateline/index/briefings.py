"""One entry per briefing."""

from collections.abc import Mapping, Sequence

from dateline.index.entries import BriefingEntry, ClaimRow, Gap, IncidentEntry, SourceEntry
from dateline.index.ties import Related
from dateline.model import Briefing, Corpus, Record


def briefing_entries(
    corpus: Corpus,
    claims: Mapping[str, tuple[ClaimRow, ...]],
    incidents: Mapping[str, IncidentEntry],
    related: Mapping[str, tuple[Related, ...]],
    sources: Mapping[str, SourceEntry],
) -> dict[str, BriefingEntry]:
    """Entries by id, newest report first."""
    by_seed = {entry.seed.ref: entry.id for entry in sources.values()}
    newest = sorted(corpus.briefings, key=lambda key: (corpus.briefings[key].data.date, key), reverse=True)
    return {key: _entry(key, corpus.briefings[key], claims[key], incidents, related[key], by_seed) for key in newest}


def _entry(
    key: str,
    record: Record[Briefing],
    claims: tuple[ClaimRow, ...],
    incidents: Mapping[str, IncidentEntry],
    related: tuple[Related, ...],
    by_seed: Mapping[str, str],
) -> BriefingEntry:
    briefing = record.data
    ids = tuple(dict.fromkeys(report.id for report in briefing.incidents if report.id in incidents))
    statuses = tuple(dict.fromkeys(incidents[incident].status for incident in ids))
    return BriefingEntry(
        id=key,
        url=f"briefings/{key}.html",
        title=briefing.title,
        briefing=briefing,
        body=record.body,
        path=record.path,
        claims=claims,
        incidents=ids,
        main_incident=ids[0] if ids else None,
        sources=tuple(by_seed.get(source.seed) for source in briefing.sources),
        gaps=_gaps(briefing, ids, incidents),
        related=related,
        status=statuses[0] if statuses else "not-applicable",
        statuses=statuses,
    )


def _gaps(briefing: Briefing, ids: Sequence[str], incidents: Mapping[str, IncidentEntry]) -> tuple[Gap, ...]:
    found = [gap for key in ids for gap in incidents[key].gaps]
    if briefing.location is None:
        found.append(Gap("place", None, "Where the report was filed from is not stated."))
    return tuple(found)
