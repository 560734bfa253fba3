"""Who comes to be accused, or no longer is: what harms most if it is wrong."""

from collections.abc import Iterator

from dateline.compare.claims import claim_line, quoted, said
from dateline.compare.report import Change, Kind, in_order
from dateline.compare.side import Side
from dateline.facts.judge import ACCUSED_ROLES
from dateline.index.claims import claimant_key
from dateline.index.entries import ClaimRow, IncidentEntry
from dateline.index.ties import ActorRole

Key = tuple[str, ...]
_NOBODY = "no-record"  # stands for somebody whom a claim names in words alone


def accusations(base: Side, head: Side) -> tuple[Change, ...]:
    """Persons first, then groups and states, then those without a record."""
    before, after = dict(_all(base, "removed")), dict(_all(head, "added"))
    new = (change for key, change in after.items() if key not in before)
    gone = (change for key, change in before.items() if key not in after)
    return tuple(sorted(in_order((*new, *gone)), key=lambda change: _rank(change.id, head, base)))


def _rank(actor: str, *sides: Side) -> int:
    """By the kind that the actor has in the first of the sides that has it."""
    if actor == _NOBODY:
        return 2
    records = (side.corpus.actors[actor] for side in sides if actor in side.corpus.actors)
    record = next(records, None)
    return 0 if record and record.data.kind == "person" else 1


def _all(side: Side, kind: Kind) -> Iterator[tuple[Key, Change]]:
    for entry in side.incidents.values():
        for row in entry.claims:
            about = row.claim.about
            who = about.actor or about.text
            if who and row.statement.accuses:
                key = (entry.id, who, about.role or "", row.claim.stance, claimant_key(row))
                yield key, _claimed(side, entry, row, kind)
        for part in entry.participants:
            if part.role in ACCUSED_ROLES:
                yield (entry.id, part.actor, part.role), _stated(side, entry, part, kind)


def _claimed(side: Side, entry: IncidentEntry, row: ClaimRow, kind: Kind) -> Change:
    who = row.claim.about.actor
    words = (_introduced(side, who) if who else "") + said(side, row)
    path, line = claim_line(side, row)
    return Change(kind, who or _NOBODY, words, path, line, entry.url, (_where(entry), *quoted(row.quote)))


def _stated(side: Side, entry: IncidentEntry, part: ActorRole, kind: Kind) -> Change:
    briefing, quote = part.reports[0]
    record = side.corpus.briefings.get(briefing)
    path, line = (record.path, _line(side, entry, part)) if record else ("", 0)
    role = side.vocabulary.label("roles", part.role).lower()
    words = f"{_introduced(side, part.actor)}stands as {role} in the facts"
    exact = record.data.quotes.get(quote) if record and quote else None
    return Change(kind, part.actor, words, path, line, entry.url, (_where(entry), *quoted(exact)))


def _line(side: Side, entry: IncidentEntry, part: ActorRole) -> int:
    record = side.corpus.briefings[part.reports[0][0]]
    places = (
        ("incidents", number, "participants", place)
        for number, report in enumerate(record.data.incidents)
        for place, item in enumerate(report.participants)
        if (report.id, item.actor, item.role) == (entry.id, part.actor, part.role)
    )
    return record.line(*next(places, ("incidents",)))


def _introduced(side: Side, actor: str) -> str:
    kind = side.kind_of(actor)
    return f"{side.actor(actor)}{f' ({kind})' if kind else ''}: "


def _where(entry: IncidentEntry) -> str:
    return f"incident: {entry.title} ({entry.id})"
