"""Claims of a draft."""

from collections.abc import Mapping, Sequence

from dateline.draft.compose.records import Records
from dateline.draft.extraction import Extraction, FoundClaim, Span
from dateline.model import About, Claim, Claimant


def claims_of(
    extraction: Extraction, incidents: Sequence[str], records: Records, quote: Mapping[Span, str], source: str
) -> tuple[Claim, ...]:
    """The claims as records, `c1`, `c2`, … in text order."""
    return tuple(
        Claim(
            id=f"c{number}",
            incident=incidents[claim.incident] if claim.incident is not None else None,
            claimant=_claimant(claim, records, source),
            stance=claim.stance,
            about=_about(claim, records),
            quote=quote[claim.span],
        )
        for number, claim in enumerate(extraction.claims, start=1)
    )


def _claimant(claim: FoundClaim, records: Records, source: str) -> Claimant:
    if isinstance(claim.claimant, int):
        return Claimant(actor=records.actor_ids[claim.claimant])
    return Claimant(name=claim.claimant) if claim.claimant else Claimant(source=source)


def _about(claim: FoundClaim, records: Records) -> About:
    return About(
        actor=records.actor_ids[claim.subject] if claim.subject is not None else None,
        role=claim.role or None,
        unclear=claim.unclear,
        fatalities=claim.fatalities,
        injured=claim.injured,
        text=claim.text,
    )
