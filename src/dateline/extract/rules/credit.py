"""Deeds that somebody claims as its own: “an attack claimed by X”, “X claimed the bombing”."""

from collections.abc import Iterator

from dateline.extract.rules.bearers import named_by
from dateline.extract.rules.blamed_for import incidents_meant
from dateline.extract.rules.clauses import clause_of
from dateline.extract.rules.deeds import PERPETRATOR, Testimony
from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Token
from dateline.extract.rules.sayings import is_said
from dateline.extract.rules.speakers import subject_of
from dateline.extract.rules.subjects import after
from dateline.extract.rules.triggers import deed_words
from dateline.facts.extraction import ActorAt, FoundClaim, IncidentAt
from dateline.text.lexicon import word_set


def claimed_deeds(testimony: Testimony) -> Iterator[FoundClaim]:
    """Claims of groups and states that have a name; a person mostly speaks for others."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        if token.lemma != "claim" or token.pos != "VERB":
            continue
        deeds = [one for one in _claimed(scene, token) if _is_deed(one)]
        owner = _owner(scene, token) if deeds else None
        if owner is not None and owner not in scene.persons:
            span = clause_of(scene.reading, token.i)
            for number in incidents_meant(testimony, token) or _told_with(testimony, deeds):
                yield FoundClaim(span, "asserts", owner, number, owner, PERPETRATOR)


def _is_by(scene: Scene, verb: Token) -> bool:
    """“Claimed by”."""
    participle = verb.relation == "acl" and verb.tag in ("VBN", "VBD")
    return participle or bool(scene.reading.below(verb.i, "nsubjpass", "auxpass"))


def _claimed(scene: Scene, verb: Token) -> list[Token]:
    reading = scene.reading
    if not _is_by(scene, verb):
        return reading.below(verb.i, "dobj")
    holder = [reading.tokens[verb.head]] if verb.relation in ("acl", "relcl") else []
    return [*reading.below(verb.i, "nsubjpass"), *holder]


def _is_deed(noun: Token) -> bool:
    return noun.pos == "NOUN" and noun.lemma in deed_words() | word_set("attribution", "weapons")


def _owner(scene: Scene, verb: Token) -> ActorAt | None:
    """Who claims it, where that is an actor and is said to."""
    reading = scene.reading
    if not _is_by(scene, verb):
        claimant = subject_of(scene, verb) if is_said(reading, verb) else None
        return claimant if isinstance(claimant, int) else None
    agents = [actor for noun in after(reading, verb, "by") for actor in named_by(reading, noun, scene.actor_at)]
    return agents[0] if agents else None


def _told_with(testimony: Testimony, deeds: list[Token]) -> tuple[IncidentAt, ...]:
    """“Car bombs claimed by X killed ten”: the incident that the weapon's verb tells."""
    heads = {i for noun in deeds for i in (noun.i, noun.head)}
    events = enumerate(testimony.events)
    return tuple(
        IncidentAt(number) for number, event in events if any(trigger.head in heads for trigger in event.triggers)
    )
