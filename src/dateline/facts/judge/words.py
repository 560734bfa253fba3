"""Whether the report's own words prove an accusation, an admission or a conviction; whatever an extractor says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.facts.extraction import (
    ActorAt,
    FoundActor,
    FoundClaim,
    FoundIncident,
    FoundPart,
    IncidentAt,
    by_position,
)
from dateline.facts.judge.statements import ACCUSED_ROLES, ALLEGED, PERPETRATOR, statement_of
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span


@cache
def _pattern(*keys: str) -> re.Pattern[str]:
    listed = [words("admissions")[key] for key in keys]
    choices = "|".join(item for given in listed for item in ([given] if isinstance(given, str) else given))
    return re.compile(rf"(?<!\w)(?:{choices.replace(' ', chr(92) + 's+')})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Bench:
    """The report's words and who is mentioned where: by these alone it is judged."""

    text: str
    actors: Sequence[FoundActor]

    def names(self, actor: ActorAt, span: Span) -> bool:
        """True where the words name the actor."""
        return any(span.holds(mention) for mention in self.actors[actor].mentions)

    def admits(self, actor: ActorAt, span: Span) -> bool:
        """True where the words are the actor's own admission: nobody else is named between it and him."""
        if not self._is_plain(span):
            return False
        own = _pattern("persons") if self.actors[actor].kind == "person" else _pattern("groups", "persons")
        after = _pattern("by") if self.actors[actor].kind != "person" else None
        active = any(self._before(span, match.start()) == actor for match in own.finditer(self.text, *_ends(span)))
        passive = after and any(
            self._after(span, match.end()) == actor for match in after.finditer(self.text, *_ends(span))
        )
        return active or bool(passive)

    def is_convicted(self, actor: ActorAt, span: Span) -> bool:
        """True where the words say that a court found the actor guilty."""
        if not self._is_plain(span):
            return False
        matches = list(_pattern("court").finditer(self.text, *_ends(span)))
        return any(
            actor in (self._before(span, match.start()), self._after(span, match.end())) and len(self._named(span)) == 1
            for match in matches
        )

    def _is_plain(self, span: Span) -> bool:
        """Neither negated nor hedged."""
        tokens = set(re.findall(r"[a-z]+", span.of(self.text).lower().replace("n't", " not").replace("n’t", " not")))
        hedges = word_set("attribution", "hedges") - {"said"}
        return not tokens & (word_set("admissions", "never") | hedges)

    def _named(self, span: Span) -> set[ActorAt]:
        return {n for n, actor in by_position(self.actors) for mention in actor.mentions if span.holds(mention)}

    def _before(self, span: Span, at: int) -> ActorAt | None:
        found = [
            (mention.end, n)
            for n, actor in by_position(self.actors)
            for mention in actor.mentions
            if span.start <= mention.start and mention.end <= at
        ]
        return max(found)[1] if found else None

    def _after(self, span: Span, at: int) -> ActorAt | None:
        found = [
            (mention.start, n)
            for n, actor in by_position(self.actors)
            for mention in actor.mentions
            if at <= mention.start and mention.end <= span.end
        ]
        return min(found)[1] if found else None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def judged_claim(claim: FoundClaim, bench: Bench) -> FoundClaim | None:
    """The claim, as one on the perpetrator where it accuses; None where its words do not prove the accusation.

    An admission must be one by its own words; whoever speaks of another must name him.
    """
    if claim.role not in ACCUSED_ROLES:
        return claim
    judged = replace(claim, role=PERPETRATOR)
    if judged.subject is None:
        return judged
    if statement_of(judged).admits():
        return judged if bench.admits(judged.subject, judged.span) else None
    own = judged.claimant == judged.subject
    return judged if own or bench.names(judged.subject, judged.span) else None


def judged_incident(
    number: IncidentAt, incident: FoundIncident, claims: Iterable[FoundClaim], bench: Bench
) -> FoundIncident:
    """Its doers alleged ones, save who admits it or was found guilty; none whom the quote does not name."""
    own = {claim.claimant for claim in claims if claim.incident == number and statement_of(claim).admits()}
    parts = [_judged(part, bench, admits=part.actor in own) for part in incident.parts]
    return replace(incident, parts=tuple(part for part in parts if part))


def _judged(part: FoundPart, bench: Bench, *, admits: bool) -> FoundPart | None:
    if part.role not in ACCUSED_ROLES:
        return part
    if not bench.names(part.actor, part.span):
        return None
    guilty = admits or bench.is_convicted(part.actor, part.span)
    return replace(part, role=PERPETRATOR if guilty and part.role == PERPETRATOR else ALLEGED)
