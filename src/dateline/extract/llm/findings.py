"""Answers to an extraction: every quote found in the report, what has none dropped and counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline.extract.dates import find_dates
from dateline.extract.llm.answer import Answer, ClaimAnswer, CountAnswer, DateAnswer, IncidentAnswer
from dateline.extract.llm.cast import Cast, cast_of
from dateline.extract.llm.numbers import count_of
from dateline.extract.llm.quotes import find_words, holds_words
from dateline.extract.llm.whereabouts import located
from dateline.extract.opening import Opening
from dateline.facts.extraction import (
    ActorAt,
    Evidence,
    Extraction,
    FoundAlias,
    FoundClaim,
    FoundCount,
    FoundDate,
    FoundIncident,
    FoundPart,
    FoundPlace,
    IncidentAt,
    PlaceAt,
    by_position,
)
from dateline.facts.judge import Bench, judged_claim, judged_incident, statement_of
from dateline.facts.registry import Registry
from dateline.model import Edtf, Seed
from dateline.places.gazetteer import Gazetteer
from dateline.text.span import Span

Parts = Sequence[tuple[Span, Answer]]
_QUOTED = "quoted for it"
_LEAST_WORDS = 2  # of a quote on which an incident or a claim stands


@dataclass
class _Findings:
    """What the answers to one report come to."""

    text: str
    origin: str
    cast: Cast
    places: tuple[FoundPlace, ...]
    days: tuple[FoundDate, ...]
    dropped: int
    dates: list[FoundDate] = field(default_factory=list)
    incidents: list[FoundIncident] = field(default_factory=list)
    claims: list[FoundClaim] = field(default_factory=list)

    def add(self, part: Span, answer: Answer) -> None:
        """Take in what an answer says of its part."""
        self.dates += [found for given in answer.dates if (found := self._date(given, part))]
        at: dict[str, IncidentAt] = {}
        for given in answer.incidents:
            span = self._quoted(given.quote, part)
            if span:
                at[given.key] = IncidentAt(len(self.incidents))
                self.incidents.append(self._incident(given, span, part))
        for claim in answer.claims:
            span = self._quoted(claim.quote, part)
            if span and not self._claimed(claim, span, at):
                self.dropped += 1

    def _quoted(self, quote: str, part: Span) -> Span | None:
        found = find_words(quote, self.text, part) if len(quote.split()) >= _LEAST_WORDS else None
        self.dropped += found is None
        return found

    def _date(self, given: DateAnswer | None, part: Span) -> FoundDate | None:
        """A date whose words the rules read otherwise is no finding."""
        if given is None:
            return None
        span, value = find_words(given.quote, self.text, part), Edtf.parse(given.value)
        read = [day for found in self.days if span and span.holds(found.span) and (day := Edtf.parse(found.value))]
        if span and value and (not read or any(value.overlaps(day) for day in read)):
            return FoundDate(given.value, span, self.origin)
        self.dropped += 1
        return None

    def _count(self, given: CountAnswer | None, part: Span) -> FoundCount | None:
        span = find_words(given.quote, self.text, part) if given else None
        count = count_of(given, given.quote) if given and span else None
        self.dropped += given is not None and count is None
        return FoundCount(count, span, self.origin) if count and span else None

    def _place(self, given: IncidentAnswer, part: Span) -> PlaceAt | None:
        if given.place is None:
            return None
        span = find_words(given.place.quote, self.text, part)
        name = find_words(given.place.name, self.text, span) if span else None
        found = [n for n, place in by_position(self.places) if name and any(name.holds(one) for one in place.mentions)]
        self.dropped += not found
        return found[0] if found else None

    def _incident(self, given: IncidentAnswer, span: Span, part: Span) -> FoundIncident:
        day, place = self._date(given.date, part), self._place(given, part)
        dead, hurt = self._count(given.fatalities, part), self._count(given.injured, part)
        parts = tuple(self._parts(given, part))
        where = find_words(given.place.quote, self.text, part) if given.place and place is not None else None
        told = [
            Evidence(slot, found, self.origin)
            for slot, found in (("date", day and day.span), ("place", where))
            if found
        ]
        quotes = [span, *(one.span for one in told), *(one.span for one in (dead, hurt, *parts) if one)]
        return FoundIncident(
            type=given.type,
            span=span,
            date=day.value if day else "",
            place=place,
            precision=self.places[place].precision if place is not None else "",
            fatalities=dead,
            injured=hurt,
            parts=parts,
            origin=self.origin,
            evidence=(*told, *(Evidence("sentence", one, _QUOTED) for one in dict.fromkeys(quotes))),
        )

    def _parts(self, given: IncidentAnswer, part: Span) -> Iterable[FoundPart]:
        seen: set[ActorAt] = set()
        for one in given.participants:
            actor, span = self.cast.named(one.actor), find_words(one.quote, self.text, part)
            if actor is None or span is None:
                self.dropped += 1
            elif actor not in seen:
                seen.add(actor)
                yield FoundPart(actor, one.role, span, self.origin)

    def _claimed(self, given: ClaimAnswer, span: Span, at: dict[str, IncidentAt]) -> bool:
        """False where it does not stand in the report's words."""
        claimant: ActorAt | str | None = self.cast.named(given.claimant)
        subject = self.cast.named(given.subject)
        whole = Span(0, len(self.text))
        if given.claimant.strip() and claimant is None:
            claimant = " ".join(given.claimant.split())
            if not holds_words(claimant, self.text, whole):
                return False
        if given.subject.strip() and subject is None:
            return False
        said = given.text if holds_words(given.text, self.text, span) else ""
        claim = FoundClaim(
            span=span,
            stance=given.stance,
            claimant=claimant,
            incident=at.get(given.incident),
            subject=subject,
            role=given.role,
            unclear=given.unclear and subject is None,
            fatalities=count_of(given.fatalities, span.of(self.text)) if given.fatalities else None,
            injured=count_of(given.injured, span.of(self.text)) if given.injured else None,
            text=" ".join(said.split()),
            origin=self.origin,
        )
        judged = judged_claim(claim, Bench(self.text, self.cast.actors))
        if judged:
            self.claims.append(_as_reported(judged))
        return judged is not None


def _as_reported(claim: FoundClaim) -> FoundClaim:
    """What a report says in its own voice of a named actor is what it reports, never its finding."""
    own_voice = claim.claimant is None and claim.stance == "asserts" and statement_of(claim).accuses_record
    return replace(claim, stance="reports") if own_voice else claim


def findings_of(
    seed: Seed, parts: Parts, opening: Opening, registry: Registry, gazetteer: Gazetteer, *, origin: str
) -> Extraction:
    """All that the answers say of a seed; `verified` is still to look through it."""
    cast = cast_of(seed.text, parts, origin=origin)
    named, lost = _place_names(seed.text, parts)
    places = located(seed.text, named, opening.place, registry, gazetteer)
    places = tuple(replace(place, origin=origin, aliases=_with_origin(place, origin)) for place in places)
    found = _Findings(seed.text, origin, cast, places, find_dates(seed.text, seed.day), cast.dropped + lost)
    for part, answer in parts:
        found.add(part, answer)
    bench = Bench(seed.text, cast.actors)
    return Extraction(
        extractor="",
        actors=cast.actors,
        places=places,
        dateline=_dateline(places, opening, found.incidents),
        dates=tuple(dict.fromkeys(found.dates)),
        incidents=tuple(judged_incident(n, one, found.claims, bench) for n, one in by_position(found.incidents)),
        claims=tuple(dict.fromkeys(found.claims)),
        body_start=opening.start,
        headline=opening.headline,
        dropped=found.dropped,
    )


def _with_origin(place: FoundPlace, origin: str) -> tuple[FoundAlias, ...]:
    return tuple(replace(alias, origin=origin) for alias in place.aliases)


def _place_names(text: str, parts: Parts) -> tuple[list[str], int]:
    """The names of places that stand in their quotes, and how many do not."""
    named: dict[str, None] = {}
    lost = 0
    for part, answer in parts:
        given = [*answer.places, *(incident.place for incident in answer.incidents if incident.place)]
        for place in given:
            span = find_words(place.quote, text, part)
            name = find_words(place.name, text, span) if span else None
            if name:
                named.setdefault(" ".join(name.of(text).split()))
            elif place in answer.places:
                lost += 1
    return list(named), lost


def _dateline(places: Sequence[FoundPlace], opening: Opening, incidents: Sequence[FoundIncident]) -> PlaceAt | None:
    """The formal dateline's place, else the main incident's."""
    if opening.place:
        return next((n for n, place in by_position(places) for one in place.mentions if opening.place.holds(one)), None)
    return incidents[0].place if incidents else None
