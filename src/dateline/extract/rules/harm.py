"""Whose dead and hurt they are: those of the deed told in their sentence, or of the one from which it goes on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.extract.rules.casualties import Casualty
from dateline.extract.rules.days import past_dates
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import SentenceAt, Token, TokenAt
from dateline.extract.rules.modality import befell, is_background
from dateline.extract.rules.triggers import Trigger
from dateline.extract.rules.whereabouts import places_said_in
from dateline.facts.families import family_of
from dateline.model import Edtf
from dateline.text.lexicon import pattern

_DEEP = 16  # steps up a sentence's tree


def harm_of(
    scene: Scene, triggers: Sequence[Trigger], casualties: Sequence[Casualty]
) -> Mapping[int | None, list[Casualty]]:
    """The dead and hurt by the trigger of their sentence that stands nearest; None: where it has no trigger."""
    tokens = scene.reading.tokens
    within: dict[SentenceAt, list[int]] = defaultdict(list)
    for number, trigger in enumerate(triggers):
        if family_of(trigger.type) != "politics":
            within[scene.sentence_of(trigger)].append(number)
    found: dict[int | None, list[Casualty]] = defaultdict(list)
    for casualty in casualties:
        verb = tokens[casualty.verb]
        if not befell(scene.reading, verb):
            continue
        near = min(within[verb.sentence], key=lambda n: (abs(triggers[n].head - verb.i), n), default=None)
        if near is not None and _is_before_it(scene, triggers[near], verb):
            continue
        if near is None or verb.pos == "VERB" or _is_its_own(scene, triggers[near], verb.i):
            found[near].append(casualty)
    return found


def _is_before_it(scene: Scene, trigger: Trigger, verb: Token) -> bool:
    """“Fled the fighting after her children had died”: they died of something else."""
    reading = scene.reading
    if verb.pos != "VERB" or trigger.head == verb.i or not is_background(reading, verb.i):
        return False
    above = (one.i for one in reading.ancestors(trigger.head, _DEEP))
    return verb.relation in ("advcl", "relcl") and verb.i not in above


def _is_its_own(scene: Scene, trigger: Trigger, noun: TokenAt) -> bool:
    """False for the dead of another deed: “killed five in revenge for the deaths of eight”."""
    return trigger.head == noun or not is_background(scene.reading, noun) or is_background(scene.reading, trigger.head)


def event_before(scene: Scene, events: Sequence[Event], casualty: Casualty) -> tuple[Event, str] | None:
    """The event of the sentence before, where nothing says that these are the dead of another one, and why."""
    sentence = scene.reading.tokens[casualty.verb].sentence
    if is_background(scene.reading, casualty.verb) or _turns_elsewhere(scene, sentence):
        return None
    for number, rule in ((sentence, "in the same sentence"), (sentence - 1, "goes on from the sentence before")):
        near = [event for event in events if number in event.sentences and family_of(event.type) != "politics"]
        fitting = [event for event in near if not _is_of_other(scene, event, sentence)]
        if near:
            return (fitting[-1], rule) if fitting else None
    return None


def _turns_elsewhere(scene: Scene, sentence: SentenceAt) -> bool:
    return bool(
        pattern("incident-words", "elsewhere").match(scene.reading.sentence_span(sentence).of(scene.reading.text))
    )


def _is_of_other(scene: Scene, event: Event, sentence: SentenceAt) -> bool:
    """It tells another day or place than the event's."""
    span, own = scene.reading.sentence_span(sentence), Edtf.parse(event.date)
    for found in past_dates(scene.dates, scene.report):
        day = Edtf.parse(found.value)
        if span.holds(found.span) and day and (own is None or not own.overlaps(day)):
            return True
    said = places_said_in(scene.reading, sentence, scene.grounds)
    return bool(said) and not any(event.place in (place, scene.places[place].country) for place in said)
