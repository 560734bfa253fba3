"""Verification of what an extractor returns: what has no words in the text is dropped and counted."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from dateline.facts.extraction import (
    ActorAt,
    Extraction,
    FoundActor,
    FoundAlias,
    FoundClaim,
    FoundDate,
    FoundIncident,
    FoundPart,
    FoundPlace,
    IncidentAt,
    PlaceAt,
    by_position,
)
from dateline.facts.judge import Bench, judged_claim, judged_incident
from dateline.model import Edtf
from dateline.text.span import Span
from dateline.vocabulary import Vocabulary, load_vocabulary


class _Quoted(Protocol):
    @property
    def span(self) -> Span: ...


Q = TypeVar("Q", bound=_Quoted)
# A position in one of the lists; and where what stood there has moved to.
At = TypeVar("At", ActorAt, PlaceAt, IncidentAt)
ActorMoves = Mapping[ActorAt, ActorAt]
PlaceMoves = Mapping[PlaceAt, PlaceAt]
IncidentMoves = Mapping[IncidentAt, IncidentAt]


@dataclass
class _Sieve:
    """What is checked against, and how much fell through."""

    text: str
    vocabulary: Vocabulary
    dropped: int = 0

    def stands(self, span: Span) -> bool:
        """True where the span lies in the text and holds a word; else it is counted."""
        good = 0 <= span.start < span.end <= len(self.text) and bool(span.of(self.text).strip())
        self.dropped += not good
        return good

    def quoted(self, items: Iterable[Q]) -> list[Q]:
        return [item for item in items if self.stands(item.span)]

    def knows(self, name: str, value: str) -> bool:
        known = value in self.vocabulary[name]
        self.dropped += not known
        return known


def verified(extraction: Extraction, text: str, vocabulary: Vocabulary | None = None) -> Extraction:
    """The extraction without what has no words in the text, no place in the vocabulary, or accuses without proof."""
    sieve = _Sieve(text, vocabulary or load_vocabulary())
    places, place_at = _places(sieve, extraction.places)
    actors, actor_at = _actors(sieve, extraction.actors, place_at)
    incidents, incident_at = _incidents(sieve, extraction.incidents, actor_at, place_at)
    claims, incidents = _judged(sieve, _claims(sieve, extraction.claims, actor_at, incident_at), incidents, actors)
    dates = tuple(date for date in sieve.quoted(extraction.dates) if _is_date(date))
    headline = extraction.headline
    return replace(
        extraction,
        actors=actors,
        places=places,
        dateline=_moved(extraction.dateline, place_at),
        dates=dates,
        incidents=incidents,
        claims=claims,
        suggestions=tuple(sieve.quoted(extraction.suggestions)),
        headline=headline if headline and sieve.stands(headline) else None,
        title=extraction.title if _is_made_of(extraction.title, text) else "",
        body_start=min(max(extraction.body_start, 0), len(text)),
        dropped=extraction.dropped + sieve.dropped,
    )


def _judged(
    sieve: _Sieve, claims: Iterable[FoundClaim], incidents: Sequence[FoundIncident], actors: Sequence[FoundActor]
) -> tuple[tuple[FoundClaim, ...], tuple[FoundIncident, ...]]:
    """Without accusations that the words do not prove; a perpetrator whom nothing establishes is an alleged one."""
    bench = Bench(sieve.text, actors)
    given = list(claims)
    proven = [judged for claim in given if (judged := judged_claim(claim, bench))]
    fair = [judged_incident(number, incident, proven, bench) for number, incident in by_position(incidents)]
    sieve.dropped += len(given) - len(proven)
    sieve.dropped += sum(len(one.parts) - len(two.parts) for one, two in zip(incidents, fair, strict=True))
    return tuple(proven), tuple(fair)


def _is_made_of(title: str, text: str) -> bool:
    """True where a title uses no word that the text has not."""
    return not Counter(_words(title)) - Counter(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _moved(position: At | None, at: Mapping[At, At]) -> At | None:
    return None if position is None else at.get(position)


def _is_date(date: FoundDate) -> bool:
    return Edtf.parse(date.value) is not None


def _spans(sieve: _Sieve, spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(span for span in spans if sieve.stands(span)))


def _aliases(sieve: _Sieve, aliases: Iterable[FoundAlias]) -> tuple[FoundAlias, ...]:
    """An alias must stand in its own words."""
    found = []
    for alias in sieve.quoted(aliases):
        stands = " ".join(alias.name.split()) in " ".join(alias.span.of(sieve.text).split())
        if stands and sieve.knows("alias-kinds", alias.kind):
            found.append(alias)
        sieve.dropped += not stands
    return tuple(found)


def _places(sieve: _Sieve, places: Sequence[FoundPlace]) -> tuple[tuple[FoundPlace, ...], PlaceMoves]:
    kept: list[FoundPlace] = []
    at: dict[PlaceAt, PlaceAt] = {}
    for number, place in by_position(places):
        mentions = _spans(sieve, place.mentions)
        if place.name.strip() and (mentions or not place.mentions):
            at[number] = PlaceAt(len(kept))
            kind = place.kind if sieve.knows("place-kinds", place.kind) else "unknown"
            kept.append(replace(place, mentions=mentions, kind=kind, aliases=_aliases(sieve, place.aliases)))
    return tuple(replace(place, country=_moved(place.country, at)) for place in kept), at


def _actors(
    sieve: _Sieve, actors: Sequence[FoundActor], place_at: PlaceMoves
) -> tuple[tuple[FoundActor, ...], ActorMoves]:
    kept: list[FoundActor] = []
    at: dict[ActorAt, ActorAt] = {}
    for number, actor in by_position(actors):
        mentions = _spans(sieve, actor.mentions)
        if actor.name.strip() and mentions:
            at[number] = ActorAt(len(kept))
            kind = actor.kind if sieve.knows("actor-kinds", actor.kind) else "unknown"
            aliases, country = _aliases(sieve, actor.aliases), _moved(actor.country, place_at)
            kept.append(replace(actor, mentions=mentions, kind=kind, aliases=aliases, country=country))
    return tuple(kept), at


def _incidents(
    sieve: _Sieve, incidents: Sequence[FoundIncident], actor_at: ActorMoves, place_at: PlaceMoves
) -> tuple[tuple[FoundIncident, ...], IncidentMoves]:
    kept: list[FoundIncident] = []
    at: dict[IncidentAt, IncidentAt] = {}
    for number, incident in by_position(incidents):
        if sieve.stands(incident.span) and sieve.knows("incident-types", incident.type):
            at[number] = IncidentAt(len(kept))
            kept.append(_incident(sieve, incident, actor_at, place_at))
    return tuple(kept), at


def _incident(sieve: _Sieve, incident: FoundIncident, actor_at: ActorMoves, place_at: PlaceMoves) -> FoundIncident:
    dead, hurt = incident.fatalities, incident.injured
    place = _moved(incident.place, place_at)
    precise = place is not None and incident.precision in sieve.vocabulary["geo-precision"]
    return replace(
        incident,
        date=incident.date if Edtf.parse(incident.date) else "",
        place=place,
        precision=incident.precision if precise else "",
        fatalities=dead if dead and sieve.stands(dead.span) else None,
        injured=hurt if hurt and sieve.stands(hurt.span) else None,
        parts=tuple(_parts(sieve, incident.parts, actor_at)),
        evidence=tuple(one for one in incident.evidence if sieve.stands(one.span)),
    )


def _parts(sieve: _Sieve, parts: Iterable[FoundPart], actor_at: ActorMoves) -> Iterable[FoundPart]:
    for part in sieve.quoted(parts):
        if part.actor in actor_at and sieve.knows("roles", part.role):
            yield replace(part, actor=actor_at[part.actor])


def _claims(
    sieve: _Sieve, claims: Iterable[FoundClaim], actor_at: ActorMoves, incident_at: IncidentMoves
) -> Iterable[FoundClaim]:
    for claim in sieve.quoted(claims):
        claimant = actor_at.get(claim.claimant) if isinstance(claim.claimant, int) else claim.claimant
        subject = _moved(claim.subject, actor_at)
        lost = (claimant is None) != (claim.claimant is None) or (subject is None) != (claim.subject is None)
        blames = claim.role and (subject is not None or claim.unclear or claim.text)
        says = blames or claim.fatalities or claim.injured or claim.text
        fits = not claim.role or claim.role in sieve.vocabulary["roles"]
        if lost or not says or not fits or not sieve.knows("stances", claim.stance):
            sieve.dropped += 1
            continue
        yield replace(claim, claimant=claimant, subject=subject, incident=_moved(claim.incident, incident_at))
