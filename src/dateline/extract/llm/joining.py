"""What a model found, joined with what the rules found: it fills gaps; where the two contradict, the rules stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.extract.llm.joining_incidents import joined_incident, same_incident
from dateline.facts.extraction import (
    ActorAt,
    Extraction,
    FoundActor,
    FoundAlias,
    FoundClaim,
    FoundIncident,
    FoundPlace,
    IncidentAt,
    PlaceAt,
    Suggestion,
    by_position,
)
from dateline.text.span import Span


@dataclass
class _Joining:
    """The rules' data with what is added; and what is said instead of being added."""

    text: str
    actors: list[FoundActor]
    places: list[FoundPlace]
    incidents: list[FoundIncident]
    claims: list[FoundClaim]
    suggestions: list[Suggestion] = field(default_factory=list)
    actor_at: dict[ActorAt, ActorAt] = field(default_factory=dict)
    place_at: dict[PlaceAt, PlaceAt] = field(default_factory=dict)
    incident_at: dict[IncidentAt, IncidentAt] = field(default_factory=dict)

    def suggest(self, words: str, span: Span, origin: str) -> None:
        """Say it, with the words that it stands on."""
        quote = " ".join(span.of(self.text).split())
        self.suggestions.append(Suggestion(f"{words}: “{quote}”", span, origin))

    def add_actor(self, number: ActorAt, actor: FoundActor) -> None:
        """A new actor, or the further names of a known one."""
        known = _same_name(actor, self.actors)
        if known is not None:
            self.actor_at[number] = known
            self.actors[known] = self._with_aliases(self.actors[known], actor)
            return
        rival = _overlapping(actor, self.actors) or (
            None if actor.kind == "state" else _overlapping(actor, self.places)
        )
        if rival:
            self.suggest(
                f"an actor '{actor.name}' where the rules have '{rival.name}'", actor.mentions[0], actor.origin
            )
            return
        self.actor_at[number] = ActorAt(len(self.actors))
        self.actors.append(replace(actor, country=None))

    def _with_aliases(self, known: FoundActor, actor: FoundActor) -> FoundActor:
        if {known.kind, actor.kind} & {"group", "unknown"} == set() and known.kind != actor.kind:
            words = f"'{known.name}' as {actor.kind} where the rules have {known.kind}"
            self.suggest(words, actor.mentions[0], actor.origin)
        taken = {name for other in self.actors for name in _names(other)}
        more = tuple(alias for alias in actor.aliases if _fold(alias.name) not in taken)
        return replace(known, aliases=(*known.aliases, *more))

    def add_places(self, places: Sequence[FoundPlace]) -> None:
        """New places, pointed at their countries, which may be new ones too."""
        new = []
        for number, place in by_position(places):
            known = _same_place(place, self.places)
            rival = None if known is not None else _overlapping(place, self.actors) or _overlapping(place, self.places)
            if known is not None:
                self.place_at[number] = known
            elif rival and place.kind != "country":
                words = f"a place '{place.name}' where the rules have '{rival.name}'"
                self.suggest(words, place.mentions[0], place.origin)
            else:
                self.place_at[number] = PlaceAt(len(self.places))
                self.places.append(place)
                new.append(len(self.places) - 1)
        for at in new:
            country = self.places[at].country
            self.places[at] = replace(self.places[at], country=None if country is None else self.place_at.get(country))

    def add_incident(self, number: IncidentAt, incident: FoundIncident) -> None:
        """A new incident after those of the rules, or what a known one lacks."""
        moved = replace(
            incident,
            place=None if incident.place is None else self.place_at.get(incident.place),
            parts=tuple(
                replace(part, actor=self.actor_at[part.actor]) for part in incident.parts if part.actor in self.actor_at
            ),
        )
        known = same_incident(moved, self.incidents, self.text)
        if known is None:
            self.incident_at[number] = IncidentAt(len(self.incidents))
            self.incidents.append(moved)
            return
        self.incident_at[number] = known
        self.incidents[known], clashes = joined_incident(self.incidents[known], moved, self._labels())
        for words, span in clashes:
            self.suggest(words, span, moved.origin)

    def _labels(self) -> tuple[list[str], list[str]]:
        return [actor.name for actor in self.actors], [place.name for place in self.places]

    def add_claim(self, claim: FoundClaim) -> None:
        """A claim that nobody has made yet; one against what the rules have the same voice say is said only."""
        claimant: ActorAt | str | None = claim.claimant
        if isinstance(claimant, int):
            claimant = self.actor_at.get(claimant)
        subject = None if claim.subject is None else self.actor_at.get(claim.subject)
        lost = (claimant is None) != (claim.claimant is None) or (subject is None) != (claim.subject is None)
        if lost:
            self.suggest("a claim of or about an actor that the rules do not have", claim.span, claim.origin)
            return
        incident = None if claim.incident is None else self.incident_at.get(claim.incident)
        moved = replace(claim, claimant=claimant, subject=subject, incident=incident)
        same = [other for other in self.claims if _same_point(other, moved)]
        if not same:
            self.claims.append(moved)
        elif not any(_says_same(other, moved) for other in same):
            told = " and ".join(sorted({other.stance for other in same}))
            self.suggest(f"a claim ({moved.stance}) where the rules have {told}", claim.span, claim.origin)


def joined(rules: Extraction, found: Extraction, text: str) -> Extraction:
    """The rules' extraction with the model's additions; contradictions become suggestions."""
    joining = _Joining(text, list(rules.actors), list(rules.places), list(rules.incidents), list(rules.claims))
    for actor_at, actor in by_position(found.actors):
        joining.add_actor(actor_at, actor)
    joining.add_places(found.places)
    for incident_at, incident in by_position(found.incidents):
        joining.add_incident(incident_at, incident)
    for claim in found.claims:
        joining.add_claim(claim)
    days = [day for day in found.dates if not any(_overlap(day.span, other.span) for other in rules.dates)]
    return replace(
        rules,
        extractor=f"{rules.extractor} + {found.extractor}",
        model=f"{rules.model} + {found.model}",
        actors=tuple(joining.actors),
        places=tuple(joining.places),
        dates=tuple(sorted([*rules.dates, *days], key=lambda day: day.span)),
        incidents=tuple(joining.incidents),
        claims=tuple(sorted(joining.claims, key=lambda claim: claim.span)),
        dropped=rules.dropped + found.dropped,
        suggestions=(*rules.suggestions, *joining.suggestions),
    )


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")


def _names(found: FoundActor | FoundPlace) -> set[str]:
    aliases: tuple[FoundAlias, ...] = found.aliases
    return {_fold(found.name), *(_fold(alias.name) for alias in aliases)}


def _same_name(actor: FoundActor, known: Sequence[FoundActor]) -> ActorAt | None:
    """The actor of the same name, else the one that carries it as an alias, else the one that stands there."""
    tests = (
        lambda other: _fold(other.name) == _fold(actor.name),
        lambda other: _fold(actor.name) in _names(other) and other.kind != "state",
        lambda other: bool(set(other.mentions) & set(actor.mentions)),
    )
    for test in tests:
        found = [number for number, other in by_position(known) if test(other)]
        if len(found) == 1:
            return found[0]
    return None


def _same_place(place: FoundPlace, known: Sequence[FoundPlace]) -> PlaceAt | None:
    for number, other in by_position(known):
        if place.geonames and place.geonames == other.geonames and place.kind == other.kind:
            return number
        if set(place.mentions) & set(other.mentions):
            return number
        if _fold(place.name) == _fold(other.name) and place.kind == other.kind == "country":
            return number
    return None


def _overlapping(
    found: FoundActor | FoundPlace, others: Sequence[FoundActor] | Sequence[FoundPlace]
) -> FoundActor | FoundPlace | None:
    """What stands on the words of a first mention already."""
    first = found.mentions[:1]
    return next((o for o in others for one in o.mentions for mine in first if _overlap(one, mine)), None)


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _same_point(one: FoundClaim, two: FoundClaim) -> bool:
    """The same voice on the same incident about the same thing."""
    about = [
        (claim.subject, claim.role, bool(claim.fatalities), bool(claim.injured), claim.unclear) for claim in (one, two)
    ]
    if (one.claimant, one.incident) != (two.claimant, two.incident):
        return False
    return about[0] == about[1] if any(about[1][1:]) else _overlap(one.span, two.span)


def _says_same(one: FoundClaim, two: FoundClaim) -> bool:
    same = {"reports", "asserts"}
    stances = one.stance == two.stance or {one.stance, two.stance} <= same
    return stances and (one.fatalities, one.injured) == (two.fatalities, two.injured)
