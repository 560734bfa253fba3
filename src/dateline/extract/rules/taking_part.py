"""Incidents beside the claims on them: who speaks for somebody takes part; whom no claim accuses is no doer."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.rules.deeds import PERPETRATOR, Testimony
from dateline.extract.rules.denials import speaks_for_others
from dateline.facts.extraction import FoundClaim, FoundIncident, FoundPart, by_position


def with_claimed_parts(testimony: Testimony, claims: Sequence[FoundClaim]) -> tuple[FoundIncident, ...]:
    """The incidents with spokespersons, and without doers whom no words accuse: “denied that X did it”."""
    found = []
    for number, incident in by_position(testimony.incidents):
        own = [claim for claim in claims if claim.incident == number]
        accused = {
            claim.subject for claim in own if claim.role == PERPETRATOR and claim.stance in ("asserts", "reports")
        }
        parts = [part for part in incident.parts if part.role != "alleged-perpetrator" or part.actor in accused]
        found.append(replace(incident, parts=(*parts, *_spokespersons(testimony, parts, own))))
    return tuple(found)


def _spokespersons(testimony: Testimony, parts: Sequence[FoundPart], claims: Sequence[FoundClaim]) -> list[FoundPart]:
    """Who is called a spokesman or the like and speaks of the incident."""
    known = {part.actor for part in parts}
    spoken = {
        claim.claimant: FoundPart(claim.claimant, "spokesperson", claim.span, "claims: called a spokesperson")
        for claim in reversed(claims)
        if isinstance(claim.claimant, int)
        and claim.claimant in testimony.scene.persons
        and claim.claimant not in known
        and speaks_for_others(testimony, claim.claimant)
    }
    return [spoken[key] for key in sorted(spoken)]
