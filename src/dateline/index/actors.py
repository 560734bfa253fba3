"""One entry per actor: roles, accusations, statements, and who it appears with."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from anyascii import anyascii

from dateline.index.cited import Cited
from dateline.index.claims import PERPETRATOR_ROLES
from dateline.index.entries import ActorEntry, ActorIncident, ClaimRow, IncidentEntry, RoleCount, Together
from dateline.index.mentions import Mentions
from dateline.model import Corpus
from dateline.model.names import all_names
from dateline.vocabulary import Vocabulary

_SIGNS = re.compile(r"^\W+")
_COMPANY = 30  # so many others are listed at most


def actor_entries(
    corpus: Corpus,
    cited: Mapping[str, Cited],
    mentions: Mentions,
    incidents: Mapping[str, IncidentEntry],
    claims: Mapping[str, Sequence[ClaimRow]],
    shared: Mapping[str, tuple[str, ...]],
    vocabulary: Vocabulary,
) -> dict[str, ActorEntry]:
    """Entries by id, by name."""
    newest = sorted(cited, key=lambda key: (corpus.briefings[key].data.date, key), reverse=True)
    briefings: dict[str, list[str]] = defaultdict(list)
    for key in newest:
        for actor in cited[key].actors:
            briefings[actor].append(key)
    roles = _roles(incidents)
    accusations, statements = _claims_by_actor(newest, claims)
    entries = []
    for key, record in corpus.actors.items():
        own = {role: tuple(roles[key][role]) for role in vocabulary["roles"] if role in roles[key]}
        dates = [corpus.briefings[briefing].data.date for briefing in briefings[key]]
        entries.append(
            ActorEntry(
                id=key,
                url=f"actors/{key}.html",
                name=record.data.name,
                sort_name=sort_name(record.data.name),
                actor=record.data,
                body=record.body,
                path=record.path,
                briefings=tuple(briefings[key]),
                mentions=mentions.get(("actor", key), ()),
                roles=own,
                role_counts=tuple(RoleCount(role, len(items)) for role, items in own.items()),
                accusations=tuple(accusations[key]),
                statements=tuple(statements[key]),
                appears_with=_company(key, briefings[key], cited, corpus),
                collisions=_collisions(key, corpus, shared),
                first_seen=min(dates, default=""),
                last_seen=max(dates, default=""),
            )
        )
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: (entry.sort_name, entry.id))}


@lru_cache(maxsize=100_000)
def sort_name(name: str) -> str:
    """What a list sorts by: Latin letters without accents or case, no leading article, mark or sign."""
    return _SIGNS.sub("", anyascii(name).casefold()).removeprefix("the ").strip()


def _roles(incidents: Mapping[str, IncidentEntry]) -> dict[str, dict[str, list[ActorIncident]]]:
    found: dict[str, dict[str, list[ActorIncident]]] = defaultdict(lambda: defaultdict(list))
    for key, entry in incidents.items():
        for part in entry.participants:
            found[part.actor][part.role].append(ActorIncident(key, part.reports))
    return found


def _claims_by_actor(
    newest: Sequence[str], claims: Mapping[str, Sequence[ClaimRow]]
) -> tuple[dict[str, list[ClaimRow]], dict[str, list[ClaimRow]]]:
    accusations: dict[str, list[ClaimRow]] = defaultdict(list)
    statements: dict[str, list[ClaimRow]] = defaultdict(list)
    rows = [row for key in newest for row in claims[key] if not row.withdrawn]
    accused = {_point(row) for row in rows if row.claim.stance in ("asserts", "reports", "retracts")}
    for row in rows:
        if row.claim.about.actor and row.claim.about.role in PERPETRATOR_ROLES and _point(row) in accused:
            accusations[row.claim.about.actor].append(row)
        if row.claimant_actor:
            statements[row.claimant_actor].append(row)
    return accusations, statements


def _point(row: ClaimRow) -> tuple[str | None, str | None]:
    """Of what somebody is accused: a denial without an accusation is none."""
    return row.claim.incident, row.claim.about.actor


def _company(key: str, briefings: Sequence[str], cited: Mapping[str, Cited], corpus: Corpus) -> tuple[Together, ...]:
    together: dict[str, list[str]] = defaultdict(list)
    for briefing in briefings:
        for other in cited[briefing].actors:
            together[other].append(briefing)
    together = {other: found for other, found in together.items() if other != key and other in corpus.actors}
    best = sorted(together, key=lambda other: (-len(together[other]), other))[:_COMPANY]
    return tuple(Together(other, tuple(together[other])) for other in best)


def _collisions(key: str, corpus: Corpus, shared: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(all_names(corpus.actors[key].data))
    return {name: tuple(other for other in shared[name] if other != key) for name in names if name in shared}
