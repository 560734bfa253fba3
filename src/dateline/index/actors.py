"""One entry per actor: roles, accusations, statements, and who it appears with."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from dateline.index.cited import Named
from dateline.index.entries import ActorEntry, ClaimRow, IncidentEntry, Mention
from dateline.index.mentions import Mentions
from dateline.index.ties import ActorIncident, RoleCount, Together
from dateline.kept import KeptParts
from dateline.model import Actor, Briefing, Corpus, Record
from dateline.model.names import all_names
from dateline.vocabulary import Vocabulary

_SIGNS = re.compile(r"^\W+")
_COMPANY = 30  # so many others are listed at most


def actor_entries(
    corpus: Corpus,
    named: Mapping[str, Named],
    mentions: Mentions,
    incidents: Mapping[str, IncidentEntry],
    claims: Mapping[str, Sequence[ClaimRow]],
    shared: Mapping[str, tuple[str, ...]],
    vocabulary: Vocabulary,
    kept: KeptParts,
) -> dict[str, ActorEntry]:
    """Entries by id, by name."""
    newest = sorted(named, key=lambda key: (corpus.briefings[key].data.date, key), reverse=True)
    naming: dict[str, list[_Naming]] = defaultdict(list)
    for key in newest:
        one = kept.of(_Naming, corpus.briefings[key], named[key])
        for actor in named[key].actors:
            naming[actor].append(one)
    roles = _roles(incidents, kept)
    accusations, statements = _claims_by_actor(newest, claims)
    entries = [
        kept.of(
            _entry,
            record,
            kept.row(naming[key]),
            mentions.get(("actor", key), ()),
            kept.row(roles[key]),
            kept.row(accusations[key]),
            kept.row(statements[key]),
            shared,
            vocabulary,
        )
        for key, record in corpus.actors.items()
    ]
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: (entry.sort_name, entry.id))}


@dataclass(frozen=True)
class _Naming:
    """A briefing, and the records that it names."""

    record: Record[Briefing]
    named: Named


@dataclass(frozen=True)
class _Part:
    """An incident in which an actor has a role."""

    actor: str
    role: str
    incident: ActorIncident


def _entry(
    record: Record[Actor],
    naming: Sequence[_Naming],
    mentions: tuple[Mention, ...],
    parts: Sequence[_Part],
    accusations: tuple[ClaimRow, ...],
    statements: tuple[ClaimRow, ...],
    shared: Mapping[str, tuple[str, ...]],
    vocabulary: Vocabulary,
) -> ActorEntry:
    key, actor = record.stem, record.data
    roles: dict[str, list[ActorIncident]] = defaultdict(list)
    for part in parts:
        roles[part.role].append(part.incident)
    own = {role: tuple(roles[role]) for role in vocabulary["roles"] if role in roles}
    dates = [one.record.data.date for one in naming]
    return ActorEntry(
        id=key,
        url=f"actors/{key}.html",
        name=actor.name,
        sort_name=sort_name(actor.name),
        actor=actor,
        body=record.body,
        path=record.path,
        briefings=tuple(one.record.stem for one in naming),
        mentions=mentions,
        roles=own,
        role_counts=tuple(RoleCount(role, len(items)) for role, items in own.items()),
        accusations=accusations,
        statements=statements,
        appears_with=_company(key, naming),
        collisions=_collisions(key, actor, shared),
        first_seen=min(dates, default=""),
        last_seen=max(dates, default=""),
    )


@lru_cache(maxsize=100_000)
def sort_name(name: str) -> str:
    """What a list sorts by: Latin letters without accents or case, no leading article, mark or sign."""
    return _SIGNS.sub("", anyascii(name).casefold()).removeprefix("the ").strip()


def _roles(incidents: Mapping[str, IncidentEntry], kept: KeptParts) -> Mapping[str, Sequence[_Part]]:
    found: dict[str, list[_Part]] = defaultdict(list)
    for entry in incidents.values():
        for part in kept.of(_parts, entry):
            found[part.actor].append(part)
    return found


def _parts(entry: IncidentEntry) -> tuple[_Part, ...]:
    return tuple(_Part(part.actor, part.role, ActorIncident(entry.id, part.reports)) for part in entry.participants)


def _claims_by_actor(
    newest: Sequence[str], claims: Mapping[str, Sequence[ClaimRow]]
) -> tuple[dict[str, list[ClaimRow]], dict[str, list[ClaimRow]]]:
    accusations: dict[str, list[ClaimRow]] = defaultdict(list)
    statements: dict[str, list[ClaimRow]] = defaultdict(list)
    rows = [row for key in newest for row in claims[key] if not row.withdrawn]
    accused = {_point(row) for row in rows if row.claim.stance in ("asserts", "reports", "retracts")}
    for row in rows:
        if row.claim.about.actor and row.statement.is_on_blame and _point(row) in accused:
            accusations[row.claim.about.actor].append(row)
        if row.claimant_actor:
            statements[row.claimant_actor].append(row)
    return accusations, statements


def _point(row: ClaimRow) -> tuple[str | None, str | None]:
    """Of what somebody is accused: a denial without an accusation is none."""
    return row.claim.incident, row.claim.about.actor


def _company(key: str, naming: Sequence[_Naming]) -> tuple[Together, ...]:
    together: dict[str, list[str]] = defaultdict(list)
    for one in naming:
        for other in one.named.actors:
            together[other].append(one.record.stem)
    together.pop(key, None)
    best = sorted(together, key=lambda other: (-len(together[other]), other))[:_COMPANY]
    return tuple(Together(other, tuple(together[other])) for other in best)


def _collisions(key: str, actor: Actor, shared: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(all_names(actor))
    return {name: tuple(other for other in shared[name] if other != key) for name in names if name in shared}
