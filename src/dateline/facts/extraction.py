"""`Seed ─extract─▶ Extraction`: what an extractor found, each datum with the words that it stands on.

Records point at one another by position: `actor=ActorAt(2)` is `extraction.actors[2]`. `origin` names the rule or
the model that made a datum ("casualties: killed", "model: PERSON"), for whoever asks why a briefing says something.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NewType, overload

from dateline.model import Count
from dateline.text.span import Span

# Positions in the lists of an `Extraction`: types of their own, so that one taken for another is a type error.
ActorAt = NewType("ActorAt", int)
PlaceAt = NewType("PlaceAt", int)
IncidentAt = NewType("IncidentAt", int)


@dataclass(frozen=True)
class FoundAlias:
    """Another name and the words that give it. kind: as in alias-kinds."""

    name: str
    kind: str
    span: Span
    origin: str = ""


@dataclass(frozen=True)
class FoundActor:
    """An actor. kind: as in actor-kinds; mentions: in text order, at least one; country: a place's position."""

    name: str
    kind: str
    mentions: tuple[Span, ...]
    aliases: tuple[FoundAlias, ...] = ()
    country: PlaceAt | None = None
    origin: str = ""


@dataclass(frozen=True)
class FoundPlace:
    """A place, resolved where it has coordinates or is a country.

    mentions  in text order; none for a country that only follows from a town in it
    kind      as in place-kinds; precision: as in geo-precision, "" where not stated
    country   the position of its country in `Extraction.places`; code: ISO 3166, of countries alone
    """

    name: str
    kind: str = "unknown"
    mentions: tuple[Span, ...] = ()
    aliases: tuple[FoundAlias, ...] = ()
    country: PlaceAt | None = None
    province: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: str = ""
    geonames: int | None = None
    code: str = ""
    origin: str = ""


@dataclass(frozen=True)
class FoundDate:
    """A date in the text. value: EDTF."""

    value: str
    span: Span
    origin: str = ""


@dataclass(frozen=True)
class FoundCount:
    """A number of people and the words that give it."""

    count: Count
    span: Span
    origin: str = ""


@dataclass(frozen=True)
class FoundPart:
    """An actor's part in an incident. role: as in roles."""

    actor: ActorAt
    role: str
    span: Span
    origin: str = ""


@dataclass(frozen=True)
class Evidence:
    """Why a value is an incident's. slot: its field; span: the sentence that tells it; rule: what ties them.

    The slot `sentence` holds a sentence that speaks of the incident, whatever it tells, and what joined it to those
    before; `fatalities` and `injured` hold sentences whose numbers come on top of the first one.
    """

    slot: str
    span: Span
    rule: str


@dataclass(frozen=True)
class FoundIncident:
    """Something that happened. span: the clause or sentence that reports it; date: EDTF or "".

    evidence  of its day, place and further numbers, and the sentences that speak of it
    """

    type: str
    span: Span
    date: str = ""
    place: PlaceAt | None = None
    precision: str = ""
    fatalities: FoundCount | None = None
    injured: FoundCount | None = None
    parts: tuple[FoundPart, ...] = ()
    origin: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class FoundClaim:
    """One voice on one point.

    claimant  an actor's position, a name as written, or None for the report itself
    subject   the actor that the claim is about; role: its role; unclear: the report says nobody knows
    loose     the text is no statement by itself (“criticised the plan”): kept out of briefings
    """

    span: Span
    stance: str
    claimant: ActorAt | str | None = None
    incident: IncidentAt | None = None
    subject: ActorAt | None = None
    role: str = ""
    unclear: bool = False
    fatalities: Count | None = None
    injured: Count | None = None
    text: str = ""
    loose: bool = False
    origin: str = ""


@dataclass(frozen=True)
class Suggestion:
    """What contradicts a datum that was kept: told to whoever drafts, written nowhere. message: one line."""

    message: str
    span: Span
    origin: str = ""


@dataclass(frozen=True)
class Extraction:
    """All that was found in one seed; incidents: the main one first; dateline: a place's position.

    body_start  where the report's prose begins, after headline and dateline
    headline    the report's own headline where it stands in the text
    title       a title made of the report's own words, for one that has none; "" where no sentence makes one
    language    the report's language where it could not be read, so that nothing was looked for; else ""
    genre       what kind of report it is, as in source-types; "unknown" where nothing tells
    dropped     how many data had no quote and were left out
    """

    extractor: str
    model: str = ""
    actors: tuple[FoundActor, ...] = ()
    places: tuple[FoundPlace, ...] = ()
    dateline: PlaceAt | None = None
    dates: tuple[FoundDate, ...] = ()
    incidents: tuple[FoundIncident, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    body_start: int = 0
    headline: Span | None = None
    title: str = ""
    language: str = ""
    genre: str = "unknown"
    dropped: int = 0
    suggestions: tuple[Suggestion, ...] = ()


@overload
def by_position(records: Iterable[FoundActor]) -> Iterator[tuple[ActorAt, FoundActor]]: ...
@overload
def by_position(records: Iterable[FoundPlace]) -> Iterator[tuple[PlaceAt, FoundPlace]]: ...
@overload
def by_position(records: Iterable[FoundIncident]) -> Iterator[tuple[IncidentAt, FoundIncident]]: ...
def by_position(records: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Each record of one list of an extraction with its position."""
    return enumerate(records)
