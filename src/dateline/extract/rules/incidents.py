"""Incidents: triggers merged into the few things that happened, each with date, place, people and parts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.extract.rules.answered import parts_in_the_deed
from dateline.extract.rules.casualties import Casualty, further_than, sum_told
from dateline.extract.rules.clashes import is_of_many
from dateline.extract.rules.clauses import clause_of
from dateline.extract.rules.days import day_of, past_dates
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.filling import complete, is_background_event
from dateline.extract.rules.harm import event_before, harm_of
from dateline.extract.rules.joining import settle
from dateline.extract.rules.language import Reading, TokenAt
from dateline.extract.rules.parts import Part, parts_of
from dateline.extract.rules.recalled import Recall, find_recalled
from dateline.extract.rules.subjects import is_speaker
from dateline.extract.rules.triggers import Trigger
from dateline.extract.rules.voices import speaker_of
from dateline.extract.rules.whereabouts import place_of
from dateline.extract.rules.worth import is_long_past, is_worth, tells_itself
from dateline.facts.extraction import ActorAt, Evidence, FoundCount, FoundIncident, FoundPart
from dateline.facts.families import family_of
from dateline.model import Count
from dateline.vocabulary import load_vocabulary

_MOST = 8
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
    """The incidents, the main one first; and for each what it was made from, in the same order.

    scene  with the definite nouns that name a deed again (`with_recalled`)
    """
    events: list[Event] = []
    harm = harm_of(scene, triggers, casualties)
    order = sorted(enumerate(triggers), key=lambda item: (scene.sentence_of(item[1]), not item[1].type, item[1].head))
    for number, trigger in order:
        event = _event(scene, trigger)
        if family_of(event.type) != "politics":
            _add(scene, event, harm.get(number, ()))
        settle(scene, events, event)
    for casualty in harm.get(None, ()):
        found = event_before(scene, events, casualty)
        if found:
            event, rule = found
            event.sentences.setdefault(scene.reading.tokens[casualty.verb].sentence, rule)
            _add(scene, event, [casualty])
    for event in events:
        event.parts = parts_in_the_deed(scene.reading, event)
    kept = _worth(scene, events)
    for event in kept:
        complete(scene, event)
        event.parts = [*event.parts, *_hurt(scene, event)]
    kept.sort(key=lambda event: (-_weight(scene, event), event.triggers[0].head))
    ordered = kept[:1] + sorted(kept[1:_MOST], key=lambda event: event.triggers[0].head)
    return tuple(_found(scene, event) for event in ordered), tuple(ordered)


def _worth(scene: Scene, events: Sequence[Event]) -> list[Event]:
    """Those of which something is told, and what was taken for a mention of one that is not."""
    kept = [event for event in events if is_worth(scene, event)]
    known = {id(event) for event in kept}
    for mention in (one for event in events if id(event) not in known for one in event.mentions):
        if tells_itself(scene, mention):
            settle(scene, kept, mention)
    return [event for event in kept if id(event) in known or is_worth(scene, event)]


def with_recalled(scene: Scene, triggers: Sequence[Trigger]) -> Scene:
    """The scene with the definite nouns that name a deed again."""
    return replace(scene, recalled=_first_words(find_recalled(scene.reading, triggers), triggers))


def _first_words(recalled: Mapping[TokenAt, Recall], triggers: Sequence[Trigger]) -> dict[TokenAt, TokenAt]:
    """Each definite noun -> the word that reported its deed first, which no “the” points back from."""
    found: dict[TokenAt, TokenAt] = {}
    for noun, recall in sorted(recalled.items()):
        named = triggers[recall.trigger].head
        found[noun] = found.get(named, named)
    return found


def _event(scene: Scene, trigger: Trigger) -> Event:
    when = day_of(scene.reading, trigger.head, past_dates(scene.dates, scene.report))
    where = place_of(scene.reading, trigger.head, scene.grounds)
    parts = parts_of(scene.reading, trigger, scene.actor_at, scene.persons, scene.fighters)
    return Event(
        trigger.type,
        trigger.generic,
        [trigger],
        when[0] if when else "",
        where[0] if where else None,
        parts,
        sentences={scene.sentence_of(trigger): "its own words"},
        told={found.slot: found for _, found in filter(None, (when, where))},
        quoted=speaker_of(scene, trigger.head) is not None,
        is_sum=is_of_many(scene.reading, scene.reading.tokens[trigger.head]),
    )


def _add(scene: Scene, event: Event, casualties: Iterable[Casualty]) -> None:
    """Count the dead and hurt of a sentence of the event, and name the dead."""
    for casualty in casualties:
        event.casualties.append(casualty)
        if not casualty.injured:
            victims = dict(_victims(scene, casualty))
            known = {part.actor for part in event.parts if part.role == "victim"}
            event.parts = [part for part in event.parts if part.role != "target" or part.actor not in victims]
            new = [item for item in victims.items() if item[0] not in known]
            event.parts += [Part(actor, "victim", at, casualty.origin) for actor, at in new]


def _hurt(scene: Scene, event: Event) -> list[Part]:
    """Those of whom a name is told and who lived; they are no evidence on which incident it is."""
    known = {part.actor for part in event.parts}
    hurt = {
        actor: Part(actor, "victim", at, casualty.origin)
        for casualty in event.casualties
        if casualty.injured
        for actor, at in _victims(scene, casualty)
    }
    return [part for actor, part in hurt.items() if actor not in known]


def _victims(scene: Scene, casualty: Casualty) -> Iterable[tuple[ActorAt, TokenAt]]:
    for head in casualty.heads:
        for one in _named(scene.reading, head):
            actor = scene.actor_at.get(one)
            speaks = is_speaker(scene.reading, scene.reading.tokens[one])
            if actor is not None and actor in scene.persons and not speaks:
                yield actor, one


def _named(reading: Reading, head: TokenAt) -> list[TokenAt]:
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
    weight -= 3 * (is_long_past(scene, event) or is_background_event(scene, event))
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
        origin=best.origin,
        evidence=_evidence(scene, event),
    )


def _evidence(scene: Scene, event: Event) -> tuple[Evidence, ...]:
    """What tells the day, the place and further numbers, then the sentences that speak of it."""
    told = [event.told[slot] for slot in ("date", "place") if slot in event.told]
    for slot, injured in (("fatalities", False), ("injured", True)):
        further = _further(scene, event, injured=injured)
        told += [Evidence(slot, one.span, f"{one.origin}; on top of those before") for one in further]
    spans = [(scene.reading.sentence_span(number), rule) for number, rule in sorted(event.sentences.items())]
    return (*told, *(Evidence("sentence", span, rule) for span, rule in spans))


def _number(scene: Scene, event: Event, *, injured: bool) -> FoundCount | None:
    told = [casualty for casualty in event.casualties if casualty.injured == injured and casualty.count]
    one = _fuller(scene, told) if told else None
    if one and one.count:
        counts = (other.count for other in (one, *_further(scene, event, injured=injured)))
        return FoundCount(sum_told(count for count in counts if count), one.span, one.origin)
    hurt = {actor for casualty in event.casualties if casualty.injured for actor, _ in _victims(scene, casualty)}
    named = [part for part in event.parts if part.role == "victim" and part.actor not in hurt]
    dead = [casualty for casualty in event.casualties if not casualty.injured]
    if named and dead and not injured:
        return FoundCount(Count(low=len(named)), dead[0].span, "casualties: victims by name")
    return None


def _further(scene: Scene, event: Event, *, injured: bool) -> tuple[Casualty, ...]:
    """Whose number comes on top of the one told for the incident."""
    told = [casualty for casualty in event.casualties if casualty.injured == injured and casualty.count]
    one = _fuller(scene, told) if told else None
    return further_than(one, [other for other in told if other is not one]) if one else ()


def _fuller(scene: Scene, told: Sequence[Casualty]) -> Casualty:
    """The first number, or the first later one of the same people with others: “the minister and his two guards”."""
    theirs = [(other, {name for head in other.heads for name in _called(scene, head)}) for other in told[1:]]
    for other, names in theirs:
        if len(other.heads) > len(told[0].heads) and all(_called(scene, head) & names for head in told[0].heads):
            return other
    return told[0]


def _called(scene: Scene, head: TokenAt) -> set[str | ActorAt]:
    """The noun, the titles before a name and who that is."""
    reading = scene.reading
    words = {reading.tokens[head].lemma, *(one.lemma for one in reading.below(head, "compound", "appos"))}
    return words | ({scene.actor_at[head]} if head in scene.actor_at else set())
