"""Which events are worth an incident: what a report tells of something that happened, not of what happens at large."""

from dateline.extract.rules.deeds import unnamed_doers
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.harmed import people_harmed, things_attacked
from dateline.extract.rules.language import SentenceAt
from dateline.extract.rules.parts import sufferers
from dateline.extract.rules.proofs import WIDE
from dateline.extract.rules.specific import is_specific
from dateline.facts.families import family_of
from dateline.model import Edtf
from dateline.text.lexicon import pattern, word_set

_LEAD = 2
_LONG_PAST = 366  # days
_CONTEST = 3  # different words of contests in a text
_WAR = 1000  # dead: no single deed of armed people, the sum of a war
_TOLD = frozenset({"VBD", "VBN", "NN", "NNP"})  # past or one thing, against “bombings”, “to kill”, “killing”
_ARMED = frozenset({"armed-force", "coercion"})


def is_worth(scene: Scene, event: Event) -> bool:
    """True where a reader learns of one event; politics only from a report's first sentences."""
    first = scene.reading.tokens[event.triggers[0].head].sentence
    if not is_specific(scene, event):
        return False
    if family_of(event.type) == "politics":
        noun = scene.reading.tokens[event.triggers[0].head]
        told = first < _LEAD and not event.triggers[0].generic and noun.relation != "pobj"
        return told and (event.type not in word_set("incident-words", "also-private") or _is_public(scene, event))
    if is_long_past(scene, event) and first >= _LEAD and not _has_victim(event):
        return False
    if family_of(event.type) in _ARMED:
        return _is_told(scene, event, first)
    if family_of(event.type) == "crime":
        return _is_done(scene, event) or _concerns_anybody(scene, event)
    told = not (_is_war(event) and family_of(event.type) == "other")
    return told and (first < _LEAD or bool(event.date or event.place is not None or event.parts or event.casualties))


def tells_itself(scene: Scene, event: Event) -> bool:
    """True where its own words tell a day, a town, a number or a victim by name."""
    counted = any(one.count for one in event.casualties)
    town = event.place is not None and scene.places[event.place].kind not in WIDE
    return bool(event.date) or counted or town or _has_victim(event)


def _is_public(scene: Scene, event: Event) -> bool:
    """A state, a group that fights one, or an office has to do with it; not a company or a club alone."""
    for trigger in event.triggers:
        first, end = scene.reading.sentences[scene.reading.tokens[trigger.head].sentence]
        for token in scene.reading.tokens[first:end]:
            of_side = scene.actor_at.get(token.i, -1) in scene.sides
            if of_side or token.lemma in word_set("incident-words", "public"):
                return True
    return False


def is_long_past(scene: Scene, event: Event) -> bool:
    """More than a year before the report."""
    when = Edtf.parse(event.date)
    return bool(scene.report and when and when.last and (scene.report - when.last).days > _LONG_PAST)


def _is_told(scene: Scene, event: Event, first: SentenceAt) -> bool:
    """Of a deed of force somebody or something concerned is told, of a blast a day or a place at least.

    What stands in the plural, as an aim or a habit alone (“bombings”, “to kill”) and has no dead or hurt needs a day, a
    place and people. In a report on contests an attack is one of a team, unless somebody is hurt. A thousand dead
    without a day and a place are those of a war.
    """
    told = bool(event.date) + (event.place is not None)
    teams = event.type in word_set("incident-words", "of-teams") and not event.casualties
    if (_is_war(event) and told < 2) or (teams and _is_on_contests(scene.reading.text)):
        return False
    somebody = _concerns_anybody(scene, event)
    if not told and first and not _is_particular(scene, event):
        return False
    tags = {scene.reading.tokens[trigger.head].tag for trigger in event.triggers}
    if not tags & _TOLD and not event.casualties:
        return somebody and told == 2
    if event.type in word_set("incident-words", "blasts") and event.type != "armed-attack" and told:
        return True
    return somebody or first == 0


def _concerns_anybody(scene: Scene, event: Event) -> bool:
    if event.parts or event.casualties or unnamed_doers(scene, event) or any(things_attacked(scene, event)):
        return True
    harmed = (token for trigger in event.triggers for token in sufferers(scene.reading, trigger))
    return any(people_harmed(scene, trigger) for trigger in event.triggers) or any(
        token.pos in ("PRON", "NUM") or scene.reading.below(token.i, "nummod") for token in harmed
    )


def _is_done(scene: Scene, event: Event) -> bool:
    """A verb of the past says it: “smuggled”; not “the fight against smuggling”, “why do they smuggle?”."""
    return any(scene.reading.tokens[one.head].tag in ("VBD", "VBN") for one in event.triggers)


def _is_particular(scene: Scene, event: Event) -> bool:
    """Not “the murder of activists”, “bombs on villages”: one, a number, or those and that of which was told."""
    if event.parts or any(one.count for one in event.casualties) or unnamed_doers(scene, event):
        return True
    harmed = [token for one in event.triggers for token in sufferers(scene.reading, one)]
    return any(
        token.tag in ("NN", "NNP", "CD", "PRP") or scene.reading.below(token.i, "nummod", "det", "poss")
        for token in (*harmed, *things_attacked(scene, event))
    )


def _is_on_contests(text: str) -> bool:
    return len({found[0].lower() for found in pattern("contests", "words").finditer(text)}) >= _CONTEST


def _has_victim(event: Event) -> bool:
    return any(part.role == "victim" for part in event.parts)


def _is_war(event: Event) -> bool:
    counts = [casualty.count for casualty in event.casualties if casualty.count and not casualty.injured]
    return any((count.low or count.best or count.high or 0) >= _WAR for count in counts[:1])
