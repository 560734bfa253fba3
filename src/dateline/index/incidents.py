"""One entry per incident from all the briefings that report it and from its own file."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.index.claims import claim_topic, claimant_key, incident_status
from dateline.index.differences import differences_between
from dateline.index.entries import ClaimRow, IncidentEntry
from dateline.index.gaps import incident_gaps
from dateline.index.ties import ActorRole, ReportOf
from dateline.kept import KeptParts
from dateline.model import Corpus, Count, Edtf, Incident, Location, Record
from dateline.vocabulary import Vocabulary

_PRECISION = ("exact", "near", "adm2", "adm1", "area", "country", "region", "sea-air")


def incident_entries(
    corpus: Corpus, claims: Mapping[str, Sequence[ClaimRow]], vocabulary: Vocabulary, kept: KeptParts
) -> dict[str, IncidentEntry]:
    """Entries by id, newest first; those without a date last."""
    reports: dict[str, list[ReportOf]] = defaultdict(list)
    for _, record in sorted(corpus.briefings.items(), key=lambda item: (item[1].data.date, item[0])):
        for report in record.data.incidents:
            reports[report.id].append(kept.of(ReportOf, record.stem, report, record.data.review == "withdrawn"))
    about: dict[str, list[ClaimRow]] = defaultdict(list)
    for rows in claims.values():
        for row in rows:
            if row.claim.incident:
                about[row.claim.incident].append(row)
    entries: list[IncidentEntry] = []
    for key in sorted({*reports, *corpus.incidents}):
        own, told = corpus.incidents.get(key), kept.row(reports[key])
        place = corpus.locations.get(_place(_pinned(key, own), _standing(told) or told)[0] or "")
        entry = kept.of(_entry, key, own, told, kept.row(about[key]), place, vocabulary)
        entries += [entry] if entry else []
    return {entry.id: entry for entry in sorted(entries, key=_newest_first, reverse=True)}


def _newest_first(entry: IncidentEntry) -> tuple[str, str]:
    return (str(entry.date.first or "") if entry.date else ""), entry.id


def _entry(
    key: str,
    record: Record[Incident] | None,
    reports: Sequence[ReportOf],
    rows: Sequence[ClaimRow],
    place: Record[Location] | None,
    vocabulary: Vocabulary,
) -> IncidentEntry | None:
    """place: the record of where it was, or None where there is none such."""
    pinned = _pinned(key, record)
    kind = pinned.type or _most_common([item.report.type for item in reports])
    if not kind:
        return None
    standing = _standing(reports)
    location, precision = _place(pinned, standing or reports)
    entry_type = vocabulary["incident-types"].get(kind)
    has_perpetrator = bool(entry_type and entry_type["has_perpetrator"])
    ordered = tuple(sorted(rows, key=_board_order))
    entry = IncidentEntry(
        id=key,
        url=f"incidents/{key}.html",
        title=_title(pinned, reports, kind, place, vocabulary),
        type=kind,
        category=str(entry_type["category"]) if entry_type else "other",
        date=_date(pinned, standing or reports),
        location=location,
        geo_precision=precision,
        fatalities=pinned.fatalities or _range([item.report.fatalities for item in standing]),
        injured=pinned.injured or _range([item.report.injured for item in standing]),
        status=incident_status(ordered, has_perpetrator=has_perpetrator),
        summary=pinned.summary,
        record=record.data if record else None,
        path=record.path if record else None,
        body=record.body if record else "",
        reports=tuple(reversed(reports)),
        claims=ordered,
        participants=_participants(standing, vocabulary),
        accused=_accused(ordered),
        differences=differences_between(standing, [row for row in ordered if not row.withdrawn]),
        gaps=(),
    )
    return replace(entry, gaps=incident_gaps(entry))


def _standing(reports: Sequence[ReportOf]) -> Sequence[ReportOf]:
    """Those of briefings that were not withdrawn: nobody is accused, and nothing counted, by what was taken back."""
    return [item for item in reports if not item.withdrawn]


def _pinned(key: str, record: Record[Incident] | None) -> Incident:
    return record.data if record else Incident(id=key)


def _board_order(row: ClaimRow) -> tuple[int, str, str, str, str]:
    return claim_topic(row.claim), row.report_date, row.briefing, claimant_key(row), row.claim.id


def _most_common(values: Sequence[str]) -> str:
    return max(sorted(set(values)), key=lambda value: (values.count(value), -values.index(value))) if values else ""


def _date(pinned: Incident, reports: Sequence[ReportOf]) -> Edtf | None:
    given = [pinned.date] if pinned.date else [item.report.date for item in reports]
    dates = [date for text in given if text and (date := Edtf.parse(text))]
    return min(dates, key=_span) if dates else None


def _span(date: Edtf) -> tuple[int, int]:
    days = (date.last - date.first).days if date.first and date.last else 10**6
    return days, int(date.approximate) + int(date.uncertain)


def _place(pinned: Incident, reports: Sequence[ReportOf]) -> tuple[str | None, str | None]:
    if pinned.location:
        return pinned.location, pinned.geo_precision
    placed = [item.report for item in reports if item.report.location]
    if not placed:
        return None, pinned.geo_precision
    best = min(
        placed,
        key=lambda report: _PRECISION.index(report.geo_precision) if report.geo_precision in _PRECISION else 9,
    )
    return best.location, pinned.geo_precision or best.geo_precision


def _range(counts: Sequence[Count | None]) -> Count | None:
    bounds = [bound for count in counts if count for bound in (count.low, count.best, count.high) if bound is not None]
    if not bounds:
        return None
    given = [count for count in counts if count]
    if len(given) == 1:
        return given[0]
    only_at_least = all(count.best is None and count.high is None for count in given)
    return Count(low=min(bounds), high=None if only_at_least else max(bounds))


def _title(
    pinned: Incident,
    reports: Sequence[ReportOf],
    kind: str,
    place: Record[Location] | None,
    vocabulary: Vocabulary,
) -> str:
    given = [pinned.title, *(item.report.title for item in reports)]
    if any(given):
        return next(title for title in given if title)
    label = vocabulary.label("incident-types", kind)
    return f"{label} in {place.data.name}" if place else label


def _participants(reports: Sequence[ReportOf], vocabulary: Vocabulary) -> tuple[ActorRole, ...]:
    found: dict[tuple[str, str], list[tuple[str, str | None]]] = defaultdict(list)
    for item in reports:
        for part in item.report.participants:
            found[(part.role, part.actor)].append((item.briefing, part.quote))
    order = {role: number for number, role in enumerate(vocabulary["roles"])}
    keys = sorted(found, key=lambda key: (order.get(key[0], len(order)), key[1]))
    return tuple(ActorRole(actor, role, tuple(found[(role, actor)])) for role, actor in keys)


def _accused(rows: Sequence[ClaimRow]) -> tuple[str, ...]:
    named = [
        row.claim.about.actor for row in rows if not row.withdrawn and row.claim.about.actor and row.statement.accuses
    ]
    return tuple(dict.fromkeys(named))
