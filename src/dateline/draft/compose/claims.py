"""Claims of a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.draft.compose.records import Records
from dateline.facts.extraction import Extraction, FoundClaim
from dateline.model import About, Claim, Claimant
from dateline.text.lexicon import pattern
from dateline.text.span import Span
from dateline.text.title import shortened

_MOST_SAYINGS = 6
_LONGEST = 200  # characters in a row of “who says what”; the quote beside it holds the rest


def with_main_claims(extraction: Extraction) -> Extraction:
    """Without what a page has no room for: of mere sayings the main ones stay, those on incidents and by name first."""
    sayings = [claim for claim in extraction.claims if _is_saying(claim)]
    sayings.sort(key=lambda claim: (claim.incident is None, not isinstance(claim.claimant, int), claim.span))
    main: dict[tuple[object, ...], FoundClaim] = {}
    for claim in sayings:
        if not claim.loose:
            main.setdefault((claim.span, claim.claimant), claim)
    kept = list(main.values())[:_MOST_SAYINGS]
    claims = tuple(claim for claim in extraction.claims if not _is_saying(claim) or claim in kept)
    return replace(extraction, claims=claims)


def _is_saying(claim: FoundClaim) -> bool:
    return not (claim.role or claim.fatalities or claim.injured or claim.stance == "no-comment")


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
        text=_fitting(claim.text),
    )


def _fitting(text: str) -> str:
    """Cut where it is too long, with a sign of it; whole where what is left out turns or limits what is said."""
    short = shortened(text, _LONGEST)
    return text if pattern("writing", "turns").search(text[len(short) - 2 :]) else short
