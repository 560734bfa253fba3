"""Claims as rows of a board, and the status that they add up to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.facts.judge import statement_of
from dateline.index.entries import ClaimRow
from dateline.model import Actor, Briefing, Claim, Record, Source


def claim_rows(briefing: Briefing, actors: Mapping[str, Record[Actor]]) -> tuple[ClaimRow, ...]:
    """The briefing's claims: on who did it first, then on people harmed, then others; else as in its front matter.

    actors: at least those that are named in it, by id
    """
    sources = {source.id: source for source in briefing.sources}
    return tuple(_row(claim, briefing, sources, actors) for claim in sorted(briefing.claims, key=claim_topic))


def claim_topic(claim: Claim) -> int:
    """Where a board shows the claim: 0 on who did it, 1 on people killed, 2 on people injured, 3 on anything else."""
    about = claim.about
    if statement_of(claim).is_on_blame:
        return 0
    return 1 if about.fatalities else 2 if about.injured else 3


def _row(
    claim: Claim, briefing: Briefing, sources: Mapping[str, Source], actors: Mapping[str, Record[Actor]]
) -> ClaimRow:
    quote = briefing.quotes.get(claim.quote) if claim.quote else None
    speaker = claim.claimant
    cited = speaker.source or (quote.source if quote else briefing.sources[0].id)
    return ClaimRow(
        briefing=briefing.id,
        claim=claim,
        claimant=_claimant_name(claim, sources, actors),
        claimant_actor=speaker.actor,
        is_report=speaker.source is not None,
        source=sources.get(cited),
        quote=quote,
        report_date=briefing.date,
        withdrawn=briefing.review == "withdrawn",
        groups=_groups(speaker.actor, actors),
        accused_groups=_groups(claim.about.actor, actors),
    )


def _groups(actor: str | None, actors: Mapping[str, Record[Actor]]) -> tuple[str, ...]:
    record = actors.get(actor or "")
    return (*record.data.member_of, *record.data.part_of) if record else ()


def _claimant_name(claim: Claim, sources: Mapping[str, Source], actors: Mapping[str, Record[Actor]]) -> str:
    speaker = claim.claimant
    if speaker.actor:
        record = actors.get(speaker.actor)
        return record.data.name if record else speaker.actor
    if speaker.source:
        source = sources.get(speaker.source)
        return source.publisher if source and source.publisher else "the report"
    return speaker.name


def incident_status(rows: Sequence[ClaimRow], *, has_perpetrator: bool) -> str:
    """One of the statuses (VOCABULARY), from all claims on who did it.

    Only claims that name a record count: “gunmen” identify nobody, and neither agree with a name nor contradict it. A
    retraction takes back what the same claimant said of the same actor. Claimants contradict one another where one
    denies what another says, or where two name only different actors. A report that merely passes on what is said
    ("reportedly") does not corroborate. What stands in withdrawn briefings alone is retracted.
    """
    accusing = [row for row in rows if row.statement.accuses_record]
    said = [row for row in rows if not row.withdrawn and row.statement.is_on_blame]
    taken_back = {_voice(row) for row in said if row.claim.stance == "retracts"}
    standing = [row for row in accusing if not row.withdrawn and _voice(row) not in taken_back]
    if not standing:
        if accusing or any(row.claim.about.actor for row in said if row.claim.stance == "retracts"):
            return "retracted"
        return "unattributed" if has_perpetrator else "not-applicable"
    if _contradictory(standing, said):
        return "contested"
    if any(row.statement.admits(row.groups) for row in standing):
        return "declared"
    return "corroborated" if _agreeing(standing) else "single-source"


def _voice(row: ClaimRow) -> tuple[str, str | None]:
    return claimant_key(row), row.claim.about.actor


def claimant_key(row: ClaimRow) -> str:
    """What tells one claimant from another: the actor, the publisher of the report, or the name as given."""
    if row.claimant_actor:
        return f"actor:{row.claimant_actor}"
    if row.is_report:
        source = row.source
        return f"report:{(source and (source.publisher or source.seed or source.url)) or row.briefing}"
    return f"name:{row.claimant.casefold()}"


def _contradictory(standing: Sequence[ClaimRow], said: Sequence[ClaimRow]) -> bool:
    """A denial of what another says, or two voices neither of which names whom the other names, or its group."""
    named: dict[str, set[str]] = defaultdict(set)
    wider: dict[str, set[str]] = defaultdict(set)
    for row in standing:
        accused = str(row.claim.about.actor)
        named[claimant_key(row)].add(accused)
        wider[claimant_key(row)] |= {accused, *row.accused_groups}
    denied = {row.claim.about.actor for row in said if row.statement.denies}
    voices = list(named)
    apart = any(
        named[one].isdisjoint(wider[two]) and named[two].isdisjoint(wider[one])
        for number, one in enumerate(voices)
        for two in voices[:number]
    )
    return apart or not denied.isdisjoint(set().union(*named.values()))


def _agreeing(standing: Sequence[ClaimRow]) -> bool:
    voices: dict[str, set[str]] = defaultdict(set)
    for row in standing:
        if row.claim.stance == "asserts" or not row.is_report:
            voices[str(row.claim.about.actor)].add(claimant_key(row))
    return any(len(claimants) > 1 for claimants in voices.values())
