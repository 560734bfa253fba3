"""Claims as rows of a board, and the status that they add up to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.index.entries import ClaimRow
from dateline.model import Actor, Briefing, Claim, Record, Source

PERPETRATOR_ROLES = frozenset({"perpetrator", "alleged-perpetrator"})


def claim_rows(briefing: Briefing, actors: Mapping[str, Record[Actor]]) -> tuple[ClaimRow, ...]:
    """The briefing's claims: on who did it first, then on people harmed, then others; else as in its front matter.

    actors: at least those that are named in it, by id
    """
    sources = {source.id: source for source in briefing.sources}
    return tuple(_row(claim, briefing, sources, actors) for claim in sorted(briefing.claims, key=claim_topic))


def claim_topic(claim: Claim) -> int:
    """Where a board shows the claim: 0 on who did it, 1 on people killed, 2 on people injured, 3 on anything else."""
    about = claim.about
    if about.role in PERPETRATOR_ROLES:
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
    )


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

    A retraction takes back what the same claimant said of the same actor. Claimants contradict one another
    where one denies what another says, or where two name only different actors. A report that merely passes
    on what is said ("reportedly") does not corroborate. What stands in withdrawn briefings alone is retracted.
    """
    ever_said = [row for row in rows if row.claim.about.role in PERPETRATOR_ROLES]
    about_role = [row for row in ever_said if not row.withdrawn]
    if not about_role:
        unsaid = "unattributed" if has_perpetrator else "not-applicable"
        return "retracted" if any(_accused(row) for row in ever_said) else unsaid
    retracted = {_voice(row) for row in about_role if row.claim.stance == "retracts"}
    saying = [row for row in about_role if row.claim.stance in ("asserts", "reports") and _accused(row)]
    standing = [row for row in saying if _voice(row) not in retracted]
    if not standing:
        return "retracted" if retracted else "unattributed"
    if _contradictory(standing, about_role):
        return "contested"
    if any(row.claimant_actor == row.claim.about.actor and row.claim.stance == "asserts" for row in standing):
        return "declared"
    return "corroborated" if _agreeing(standing) else "single-source"


def _voice(row: ClaimRow) -> tuple[str, str | None]:
    return claimant_key(row), _accused(row)


def _accused(row: ClaimRow) -> str | None:
    """Who is said to have done it: an actor, or in words someone without a record."""
    about = row.claim.about
    return about.actor or (f"text:{about.text.casefold()}" if about.text else None)


def claimant_key(row: ClaimRow) -> str:
    """What tells one claimant from another: the actor, the publisher of the report, or the name as given."""
    if row.claimant_actor:
        return f"actor:{row.claimant_actor}"
    if row.is_report:
        source = row.source
        return f"report:{(source and (source.publisher or source.seed or source.url)) or row.briefing}"
    return f"name:{row.claimant.casefold()}"


def _contradictory(standing: Sequence[ClaimRow], rows: Sequence[ClaimRow]) -> bool:
    named: dict[str, set[str]] = defaultdict(set)
    for row in standing:
        named[claimant_key(row)].add(str(_accused(row)))
    denied = {_accused(row) for row in rows if row.claim.stance == "denies"}
    accused = set().union(*named.values())
    answers = list(named.values())
    apart = any(one.isdisjoint(other) for number, one in enumerate(answers) for other in answers[:number])
    return apart or bool(denied & accused)


def _agreeing(standing: Sequence[ClaimRow]) -> bool:
    voices: dict[str, set[str]] = defaultdict(set)
    for row in standing:
        if row.claim.stance == "asserts" or not row.is_report:
            voices[str(_accused(row))].add(claimant_key(row))
    return any(len(claimants) > 1 for claimants in voices.values())
