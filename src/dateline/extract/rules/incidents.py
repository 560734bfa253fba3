"""Incidents: triggers merged into the few things that happened, each with date, place, people and parts."""

from collections.abc import Iterable, Sequence

from dateline.extract.rules.casualties import Casualty, with_further
from dateline.extract.rules.clauses import clause_of
from dateline.extract.rules.events import Event, Scene, settle
from dateline.extract.rules.language import Reading
from dateline.extract.rules.modality import befell, is_background
from dateline.extract.rules.parts import Part, parts_of
from dateline.extract.rules.triggers import Trigger
from dateline.extract.rules.voices import speaker_of
from dateline.extract.rules.whereabouts import (
    date_around,
    date_near,
    past_dates,
    place_around,
    place_near,
)
from dateline.extract.rules.worth import is_long_past, is_worth
from dateline.facts.extraction import FoundCount, FoundIncident, FoundPart
from dateline.facts.families import family_of
from dateline.model import Count
from dateline.vocabulary import load_vocabulary

_MOST = 8
_FOLLOWING = 3  # sentences after a trigger in which its dead and hurt are told
_FIRST_SENTENCES = (4.0, 2.0, 1.0)
_WEIGHTS = {
    "politics": 1.5,
    "armed-force": 4.0,
    "coercion": 3.0,
    "property": 2.0,
    "crowd": 2.0,
    "harm-without-intent": 2.0,
    "crime": 1.0,
}


def find_incidents(
    scene: Scene, triggers: Sequence[Trigger], casualties: Sequence[Casualty]
) -> tuple[tuple[FoundIncident, ...], tuple[Event, ...]]:
    """The incidents, the main one first; and for each what it was made from, in the same order."""
    events: list[Event] = []
    for trigger in triggers:
        settle(scene, events, _event(scene, trigger))
    _count(scene, events, casualties)
    kept = [event for event in events if is_worth(scene, event)]
    for event in kept:
        _complete(scene, event, kept)
    kept.sort(key=lambda event: (-_weight(scene, event), event.triggers[0].head))
    ordered = kept[:1] + sorted(kept[1:_MOST], key=lambda event: event.triggers[0].head)
    return tuple(_found(scene, event) for event in ordered), tuple(ordered)


def _event(scene: Scene, trigger: Trigger) -> Event:
    when = date_near(scene.reading, trigger.head, past_dates(scene.dates, scene.report))
    where = place_near(scene.reading, trigger.head, scene.grounds)
    parts = parts_of(scene.reading, trigger, scene.actor_at, scene.persons, scene.fighters)
    quoted = speaker_of(scene, trigger.head) is not None
    return Event(trigger.type, trigger.generic, [trigger], when, where, parts, quoted=quoted)


def _complete(scene: Scene, event: Event, events: Sequence[Event]) -> None:
    """What no sentence of the event says by itself: from those around it, else the report’s day and country."""
    if family_of(event.type) == "politics":
        return
    heads = [trigger.head for trigger in event.triggers]
    if not event.date and not _is_background(scene, event):
        past = past_dates(scene.dates, scene.report)
        around = (date_around(scene.reading, head, past) for head in heads)
        said = next((date for date in around if date), "")
        event.date = said or (f"{scene.report}~" if scene.report else "")
        if event.date:
            event.inferred.append("whereabouts: day of the sentence before" if said else "incidents: day of the report")
    if event.place is None or scene.places[event.place].kind == "country":
        others = _first_sentences(scene, (other for other in events if other is not event))
        sure = scene.home is not None
        around_ = (
            place_around(scene.reading, one.head, scene.grounds, others, sure=sure, back=one.definite)
            for one in event.triggers
        )
        closer = [place for place in around_ if place is not None and _lies_in(scene, place, event.place)]
        if closer:
            event.place = closer[0]
            event.inferred.append("whereabouts: place of a sentence beside")
        elif event.place is None and scene.home is not None:
            event.place = scene.home
            event.inferred.append("incidents: country of the report")


def _is_background(scene: Scene, event: Event) -> bool:
    """Told only beside the news, after the first sentence and without a day: whose day nobody tells."""
    later = scene.reading.tokens[event.triggers[0].head].sentence > 0
    return later and not event.date and all(is_background(scene.reading, one.head) for one in event.triggers)


def _first_sentences(scene: Scene, events: Iterable[Event]) -> frozenset[int]:
    return frozenset(scene.reading.tokens[event.triggers[0].head].sentence for event in events)


def _lies_in(scene: Scene, place: int, country: int | None) -> bool:
    return country is None or scene.places[place].country in (None, country)


def _count(scene: Scene, events: list[Event], casualties: Iterable[Casualty]) -> None:
    for casualty in casualties:
        token = scene.reading.tokens[casualty.verb]
        if not befell(scene.reading, token):
            continue
        event = _event_of(scene, events, casualty)
        if event and (token.pos == "VERB" or _is_its_own(scene, event, token.i)):
            event.casualties.append(casualty)
            if not casualty.injured:
                victims = dict(_victims(scene, casualty))
                known = {part.actor for part in event.parts if part.role == "victim"}
                event.parts = [part for part in event.parts if part.role != "target" or part.actor not in victims]
                new = [item for item in victims.items() if item[0] not in known]
                event.parts += [Part(actor, "victim", at, casualty.origin) for actor, at in new]


def _is_its_own(scene: Scene, event: Event, noun: int) -> bool:
    """False for the dead of another deed: “killed five in revenge for the deaths of eight”."""
    own = any(trigger.head == noun for trigger in event.triggers)
    return own or not is_background(scene.reading, noun) or _is_background(scene, event)


def _event_of(scene: Scene, events: Sequence[Event], casualty: Casualty) -> Event | None:
    sentence = scene.reading.tokens[casualty.verb].sentence
    near: list[tuple[int, int, Event]] = []
    for number, event in enumerate(events):
        if family_of(event.type) == "politics":
            continue
        for trigger in event.triggers:
            apart = sentence - scene.reading.tokens[trigger.head].sentence
            if 0 <= apart <= _FOLLOWING:
                near.append((apart * 1000 + abs(trigger.head - casualty.verb), number, event))
    return min(near, key=lambda item: item[:2])[2] if near else None


def _victims(scene: Scene, casualty: Casualty) -> Iterable[tuple[int, int]]:
    for head in casualty.heads:
        for one in _named(scene.reading, head):
            actor = scene.actor_at.get(one)
            if actor is not None and actor in scene.persons:
                yield actor, one


def _named(reading: Reading, head: int) -> list[int]:
    """The noun, its appositions, and what it is said to be: “the commander who died is N”."""
    found = [head, *(one.i for one in reading.below(head, "appos"))]
    token = reading.tokens[head]
    if token.relation == "nsubj" and reading.tokens[token.head].lemma == "be":
        found += [one.i for one in reading.below(token.head, "attr")]
    return found


def _weight(scene: Scene, event: Event) -> float:
    entry = load_vocabulary()["incident-types"].get(event.type)
    first = scene.reading.tokens[event.triggers[0].head].sentence
    weight = _WEIGHTS.get(str(entry["category"]) if entry else "", 0.5)
    weight += _FIRST_SENTENCES[first] if first < len(_FIRST_SENTENCES) else 0
    weight -= 3 * (is_long_past(scene, event) or _is_background(scene, event))
    return weight + bool(event.casualties) + 0.2 * len(event.triggers)


def _found(scene: Scene, event: Event) -> FoundIncident:
    best = max(event.triggers, key=lambda trigger: (trigger.type == event.type and not trigger.generic, -trigger.head))
    return FoundIncident(
        event.type,
        clause_of(scene.reading, best.head),
        event.date,
        event.place,
        scene.places[event.place].precision if event.place is not None else "",
        _number(scene, event, injured=False),
        _number(scene, event, injured=True),
        tuple(FoundPart(part.actor, part.role, clause_of(scene.reading, part.at), part.origin) for part in event.parts),
        origin="; ".join([best.origin, *event.inferred]),
    )


def _number(scene: Scene, event: Event, *, injured: bool) -> FoundCount | None:
    told = [casualty for casualty in event.casualties if casualty.injured == injured and casualty.count]
    one = _fuller(scene, told) if told else None
    if one and one.count:
        rest = [other for other in told if other is not one]
        return FoundCount(with_further(one.count, [one, *rest]), one.span, one.origin)
    named = [part for part in event.parts if part.role == "victim"]
    dead = [casualty for casualty in event.casualties if not casualty.injured]
    if named and dead and not injured:
        return FoundCount(Count(low=len(named)), dead[0].span, "casualties: victims by name")
    return None


def _fuller(scene: Scene, told: Sequence[Casualty]) -> Casualty:
    """The first number, or the first later one of the same people with others: “the minister and his two guards”."""
    theirs = [(other, {name for head in other.heads for name in _called(scene, head)}) for other in told[1:]]
    for other, names in theirs:
        if len(other.heads) > len(told[0].heads) and all(_called(scene, head) & names for head in told[0].heads):
            return other
    return told[0]


def _called(scene: Scene, head: int) -> set[str | int]:
    """The noun, the titles before a name and who that is."""
    reading = scene.reading
    words = {reading.tokens[head].lemma, *(one.lemma for one in reading.below(head, "compound", "appos"))}
    return words | ({scene.actor_at[head]} if head in scene.actor_at else set())
