"""Ids: the file's name, once each, and never reused."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.check.finding import Context, Finding
from dateline.model import Actor, Briefing, Edtf, Incident, Location, Record

AnyRecord = Record[Briefing] | Record[Actor] | Record[Location] | Record[Incident]


def _all(context: Context) -> Iterator[tuple[str, str, AnyRecord]]:
    kinds: Mapping[str, Mapping[str, AnyRecord]] = {
        "briefings": {**context.corpus.briefings},
        **context.profiles,
    }
    for kind, records in kinds.items():
        for key, record in records.items():
            yield kind, key, record


def id_is_file_name(context: Context) -> Iterator[Finding]:
    """A record's id is the stem of its file, so that a link is a path."""
    for _, key, record in _all(context):
        if record.data.id != key:
            yield Finding(
                record.path,
                record.line("id"),
                f"id must be the file's name '{key}', not '{record.data.id}'; change the id, or rename the file",
            )


def briefing_id_tells_its_day(context: Context) -> Iterator[Finding]:
    """The day in a briefing's id is that of its report."""
    for key, record in context.corpus.briefings.items():
        day, date = key[:10], record.data.date
        if Edtf.parse(day) and day != date and record.data.id == key:
            rename = f"dateline rename {key} {date}{key[10:]}"
            message = f"date should be the id's {day}, not {date}; correct it, or run '{rename}'"
            yield Finding(record.path, record.line("date"), message)


def ids_stand_once(context: Context) -> Iterator[Finding]:
    """Within a briefing each source, incident and claim has an id of its own."""
    for record in context.corpus.briefings.values():
        for keys, ids in (
            ("sources", [source.id for source in record.data.sources]),
            ("incidents", [report.id for report in record.data.incidents]),
            ("claims", [claim.id for claim in record.data.claims]),
        ):
            for number in _repeats(ids):
                yield Finding(
                    record.path,
                    record.line(keys, number, "id"),
                    f"{keys} must each have an id of their own, '{ids[number]}' stands twice; give one another id",
                )


def _repeats(ids: Sequence[str]) -> Iterator[int]:
    seen: set[str] = set()
    for number, key in enumerate(ids):
        if key in seen:
            yield number
        seen.add(key)


def former_id_free(context: Context) -> Iterator[Finding]:
    """A former id belongs to one record and to no living one, so that an old link has one answer."""
    owners: dict[tuple[str, str], str] = {}
    living: dict[str, set[str]] = defaultdict(set, incidents=set(context.incident_ids))
    for kind, key, _ in _all(context):
        living[kind].add(key)
    for kind, _, record in _all(context):
        for number, former in enumerate(record.data.former_ids):
            other = owners.setdefault((kind, former), record.path)
            taken = former in living[kind]
            if taken or other != record.path:
                holder = f"{kind} '{former}' still exists" if taken else f"{other} holds it too"
                message = f"former id '{former}' must lead to one record, but {holder}; remove it here or there"
                yield Finding(record.path, record.line("former_ids", number), message)
