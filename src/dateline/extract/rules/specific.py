"""Whether the words of an event prove one specific event, as a report that is no news recalls many in passing."""

from dateline.extract.marked_genre import NEWS
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.proofs import WIDE
from dateline.extract.rules.triggers import Trigger

_KNOWN = frozenset({"a", "an", "the", "this", "that", "these", "those"})
_DEPENDENT = frozenset({"advcl", "conj", "xcomp"})
_DEEP = 4  # steps up to the finite verb on which a participle hangs
_LEAD = 2  # sentences


def is_specific(scene: Scene, event: Event) -> bool:
    """True where a finite verb of the past tells it, or a noun with a day, a town or a named victim of its own.

    News may name an event by a noun alone; what its later sentences name by a mere participle needs one of these too:
    “towns retaken by the army”.
    """
    victim = any(part.role == "victim" for part in event.parts)
    town = event.place is not None and scene.places[event.place].kind not in WIDE
    counted = any(one.count for one in event.casualties)
    if scene.genre == NEWS:
        told = bool(event.date) or victim or counted or scene.sentence_of(event.triggers[0]) < _LEAD
        return told or not all(_is_participle(scene.reading, one) for one in event.triggers)
    if any(_is_told(scene.reading, one) for one in event.triggers):
        return True
    nouns = [one for one in event.triggers if not one.verb]
    known = any(_is_known(scene.reading, one) for one in nouns)
    return bool(event.date) or victim or bool(nouns and town and (known or counted))


def _is_told(reading: Reading, trigger: Trigger) -> bool:
    """“Attacked”, “was killed”, “have shelled”, and “killing ten” of such a verb."""
    if not trigger.verb:
        return False
    verb = reading.tokens[trigger.head]
    for _ in range(_DEEP):
        if _is_past(reading, verb):
            return True
        if verb.tag not in ("VBG", "VBN", "VB") or verb.relation not in _DEPENDENT:
            return False
        verb = reading.tokens[verb.head]
    return False


def _is_past(reading: Reading, verb: Token) -> bool:
    auxiliaries = reading.below(verb.i, "aux", "auxpass")
    if verb.tag == "VBD":
        return True
    perfect = any(one.lemma == "have" for one in auxiliaries)
    was = any(one.lemma in ("be", "get") and one.tag == "VBD" for one in auxiliaries)
    return verb.tag in ("VBN", "VBG") and (perfect or was)


def _is_participle(reading: Reading, trigger: Trigger) -> bool:
    """“Retaken by the army”, “besieged in Idlib”: a participle that belongs to a noun."""
    verb = reading.tokens[trigger.head]
    return trigger.verb and verb.tag == "VBN" and verb.relation in ("acl", "amod") and not _is_past(reading, verb)


def _is_known(reading: Reading, trigger: Trigger) -> bool:
    """“The airstrike”, “an airstrike”, “Sunday’s attack”; not “bombing”."""
    return any(one.lemma in _KNOWN or one.relation == "poss" for one in reading.below(trigger.head, "det", "poss"))
