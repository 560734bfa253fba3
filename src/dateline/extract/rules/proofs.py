"""What proves that two words of a report speak of one event."""

from collections.abc import Callable

from dateline.extract.marked_genre import NEWS
from dateline.extract.rules.dying import is_deadly
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.locality import are_same
from dateline.extract.rules.parts import doers, sufferers
from dateline.extract.rules.paths import verb_over
from dateline.extract.rules.triggers import Trigger
from dateline.model import Count, Edtf
from dateline.text.lexicon import word_set

_NEAR = 3  # sentences
_ONE = Count(low=1, high=1)
_LAST = 12  # triggers of an event that are looked at
WIDE = frozenset({"country", "sea", "region"})
_THE = frozenset({"the", "this", "that", "these", "those"})
_WHICH = frozenset({"on", "against", "in", "at", "near"})  # before a name that says where or whom
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})


def proof_of(scene: Scene, other: Event, event: Event) -> str:
    """What proves that an event of one trigger is the other one: the first proof that holds, "" where none does."""
    return next((name for name, holds in _PROOFS if holds(scene, other, event)), "")


def _is_in_it(scene: Scene, other: Event, event: Event) -> bool:
    return scene.sentence_of(event.triggers[0]) in other.sentences


def _names_it(scene: Scene, other: Event, event: Event) -> bool:
    """“The attack”, “the blast”: a noun that points back."""
    trigger = event.triggers[0]
    if _lasts(scene.reading, trigger) and not shares_word(scene, other, trigger):
        return False
    if trigger.head in scene.recalled:
        return scene.recalled[trigger.head] in {one.head for one in other.triggers}
    points_back = trigger.definite and (trigger.generic or not trigger.verb) and _is_near(scene, other, trigger)
    points_back = points_back and not _tells_whom(scene.reading, trigger)
    return points_back or _is_bare_subject(scene.reading, trigger)


def _is_near(scene: Scene, other: Event, trigger: Trigger) -> bool:
    """A few sentences behind what was told of the event, and no word for what lasts: “the violence”."""
    apart = scene.sentence_of(trigger) - max(other.sentences)
    near = 1 if trigger.verb and not trigger.type else _NEAR  # “it happened on Monday”
    return apart <= near and not _lasts(scene.reading, trigger)


def _lasts(reading: Reading, trigger: Trigger) -> bool:
    return not trigger.verb and reading.tokens[trigger.head].lemma in word_set("joining", "lasting")


def _tells_whom(reading: Reading, trigger: Trigger) -> bool:
    """“The murder of journalists”, “the raid on Arlen”, “the March attack”: it says itself which deed it is."""
    noun = reading.tokens[trigger.head]
    behind = {one.lemma: reading.below(one.i, "pobj") for one in reading.below(noun.i, "prep")}
    if "of" in behind and noun.lemma in word_set("incident-words", "suffered"):
        return True
    dated = any(one.name == "DATE" for one in reading.below(noun.i, "compound", "nmod", "amod", "nummod", "poss"))
    named = any(
        reading.tokens[i].pos == "PROPN"
        for key in _WHICH & set(behind)
        for one in behind[key]
        for i in reading.subtree(one.i)
    )
    return not trigger.verb and (dated or named)


def _has_its_victim(scene: Scene, other: Event, event: Event) -> bool:
    return shares_victim(other, event) or is_same_death(scene, other, event)


def _has_its_people(scene: Scene, other: Event, event: Event) -> bool:
    return bool(_stands_for(scene, event) & _people_of(scene, other))


def _has_its_number(_: Scene, other: Event, event: Event) -> bool:
    return bool(_numbers(other) & _numbers(event))


def _has_its_place(scene: Scene, other: Event, event: Event) -> bool:
    if event.place is None or other.place is None or scene.places[event.place].kind in WIDE:
        return False
    return event.place == other.place or are_same(scene.places[event.place], scene.places[other.place])


def _has_its_day(_: Scene, other: Event, event: Event) -> bool:
    return bool(event.date) and event.date == other.date and len(event.date) == len("2024-01-04")


def _is_its_campaign(_: Scene, other: Event, event: Event) -> bool:
    """“Turkey's offensive of January”, after “Turkey invaded the north on 20 January”: no two at one time."""
    mine, theirs = ({part.actor for part in one.parts if part.role == "alleged-perpetrator"} for one in (event, other))
    one, two = Edtf.parse(event.date), Edtf.parse(other.date)
    return event.type == other.type == "military-operation" and bool(
        mine & theirs and one and two and one.overlaps(two)
    )


def _is_its_trial(scene: Scene, other: Event, event: Event) -> bool:
    """“A former soldier was jailed for spying. Joe Rowan, 25, was sentenced to eight years”: the report's one trial."""
    if event.type != other.type or event.type != "court-case" or min(other.sentences) > 0:
        return False
    trigger = event.triggers[0]
    subjects = scene.reading.below(trigger.head, "nsubjpass", "nsubj")
    one = all(token.tag in ("NNP", "PRP", "NN") and not scene.reading.below(token.i, "conj") for token in subjects)
    return trigger.verb and bool(subjects) and one and scene.sentence_of(trigger) - max(other.sentences) <= 1


def _retells_the_lead(scene: Scene, other: Event, event: Event) -> bool:
    """News told with more words: “rebels blew up a line, a firm said. Maoist rebels blew up tracks on Monday”."""
    trigger, tokens = event.triggers[0], scene.reading.tokens
    if scene.genre != NEWS or min(other.sentences) > 0 or scene.sentence_of(trigger) > _NEAR or other.date:
        return False
    if event.type != other.type or not trigger.verb or not shares_word(scene, other, trigger):
        return False
    mine, theirs = (
        {tokens[one.i].lemma for told in each for one in doers(scene.reading, told) if one.pos == "NOUN"}
        for each in (event.triggers, other.triggers[-_LAST:])
    )
    return bool(mine & theirs)


def is_of_the_same(scene: Scene, other: Event, event: Event) -> bool:
    """“Hit the hospital”, after “a hospital was hit”."""
    return bool(points_at(scene, event) & spoken_of(scene, other))


def _follows_it(scene: Scene, other: Event, event: Event) -> bool:
    trigger = event.triggers[0]
    before = scene.sentence_of(trigger) - 1 in other.sentences
    return before and goes_on(scene.reading, scene.reading.tokens[trigger.head])


_PROOFS: tuple[tuple[str, Callable[[Scene, Event, Event], bool]], ...] = (
    ("in the same sentence", _is_in_it),
    ("names it again", _names_it),
    ("the same victim", _has_its_victim),
    ("a word for one of its people", _has_its_people),
    ("the same number of dead or hurt", _has_its_number),
    ("the same place", _has_its_place),
    ("the same day", _has_its_day),
    ("an offensive of the same side and time", _is_its_campaign),
    ("tells the lead again", _retells_the_lead),
    ("the one trial of the report", _is_its_trial),
    ("the same people or thing", is_of_the_same),
    ("goes on from the sentence before", _follows_it),
)


def shares_word(scene: Scene, other: Event, trigger: Trigger) -> bool:
    """True where the trigger's word stands in one of the event's."""
    tokens = scene.reading.tokens
    lemma = tokens[trigger.head].lemma
    return any(token.lemma == lemma for one in reversed(other.triggers) for token in tokens[one.first : one.last + 1])


def shares_victim(other: Event, event: Event) -> bool:
    """True where a victim of the event has a part in the other one."""
    return bool({part.actor for part in other.parts} & {part.actor for part in event.parts if part.role == "victim"})


def is_same_death(scene: Scene, other: Event, event: Event) -> bool:
    """“He was shot dead”, “the lawmaker was killed”, after a sentence that told the death of one person."""
    reading = scene.reading
    verb = reading.tokens[event.triggers[0].head]
    dead = [one for one in other.casualties if not one.injured and one.count]
    if not is_deadly(reading, verb) or len(dead) != 1 or dead[0].count != _ONE or dead[0].further:
        return False
    if scene.sentence_of(event.triggers[0]) - 1 not in other.sentences:
        return False
    subjects = reading.below(verb.i, "nsubjpass")
    stands_for = {one.at for one in (scene.antecedents.get(noun.i) for noun in subjects) if one}
    return bool(stands_for & set(_named(reading, dead[0].heads))) or any(
        _is_the_person(reading, one) for one in subjects
    )


def _named(reading: Reading, heads: tuple[TokenAt, ...]) -> list[TokenAt]:
    """The nouns and the names beside them."""
    return [i for head in heads for i in (head, *(one.i for one in reading.below(head, "appos", "compound")))]


def _is_the_person(reading: Reading, noun: Token) -> bool:
    """“The lawmaker”, of whom nothing more is told."""
    people = word_set("casualties", "people") | word_set("anaphora", "person")
    known = any(one.lemma == "the" for one in reading.below(noun.i, "det"))
    return known and noun.tag == "NN" and noun.lemma in people and not reading.below(noun.i, "amod", "nummod", "prep")


def goes_on(reading: Reading, head: Token) -> bool:
    """“They opened fire”, “the gunmen fled”, “nine others were wounded”: about those of whom was just told."""
    told = around(reading, head)
    passive = head.lemma in word_set("casualties", "kill") | word_set("casualties", "injure")
    passive = passive and not reading.below(head.i, "agent")
    several = [one for one in told if passive and one.relation == "nsubjpass" and one.tag in ("NNS", "CD")]
    return bool(several) or any(_is_known(reading, one) for one in told)


def names_its_means(reading: Reading, head: Token) -> bool:
    """“The shots killed two soldiers”, after “a patrol was hit”."""
    means = [one for one in around(reading, head) if one.lemma in word_set("joining", "means")]
    return any(word.lemma in _THE for one in means for word in reading.below(one.i, "det"))


def is_the_deed(reading: Reading, trigger: Trigger) -> bool:
    """“The rally”, which was told before; not “the murder of N”, nor “the fighting”, which goes on around it."""
    if reading.tokens[trigger.head].lemma in word_set("joining", "lasting"):
        return False
    known = any(one.lemma in _THE for one in reading.below(trigger.head, "det"))
    return known and not trigger.verb and not any(one.lemma == "of" for one in reading.below(trigger.head, "prep"))


def around(reading: Reading, head: Token) -> list[Token]:
    """Who does it and to whom it is done, by the verb that is the deed or whose subject or object it is.

    Not of “by linking them to a raid”: they had no part in the raid.
    """
    if head.pos not in ("VERB", "AUX") and head.relation == "pobj" and _is_own_deed(reading, head):
        return []
    return reading.below(verb_over(reading, head.i).i, "nsubj", "nsubjpass", "dobj")


def _is_own_deed(reading: Reading, noun: Token) -> bool:
    """“Their attack on Arlen”, “a raid by rebels”: the noun says itself who did it."""
    by = any(one.lemma == "by" for one in reading.below(noun.i, "prep"))
    return by or any(one.tag not in ("PRP$", "WP$") for one in reading.below(noun.i, "poss"))


def points_at(scene: Scene, event: Event) -> set[str]:
    """Nouns with “the” to which it was done: “hit the hospital”, “the judge was shot”."""
    reading, trigger = scene.reading, event.triggers[0]
    done = [*sufferers(reading, trigger), *reading.below(verb_over(reading, trigger.head).i, "nsubjpass", "dobj")]
    known = (one for one in done if any(word.lemma in _THE for word in reading.below(one.i, "det")))
    return {one.lemma for one in known if one.pos == "NOUN"} - word_set("joining", "common")


def spoken_of(scene: Scene, event: Event) -> set[str]:
    """Nouns to which it was done or by which its named victims are called."""
    reading = scene.reading
    done = [one for trigger in event.triggers[-_LAST:] for one in sufferers(reading, trigger)]
    for trigger in event.triggers[-_LAST:]:
        done += reading.below(verb_over(reading, trigger.head).i, "nsubjpass", "dobj")
    victims = [scene.reading.tokens[part.at] for part in event.parts if part.role in ("victim", "target")]
    called = (word for one in victims for word in scene.reading.below(one.i, "appos", "compound"))
    return {one.lemma for one in (*done, *called) if one.pos == "NOUN"}


def _is_bare_subject(reading: Reading, trigger: Trigger) -> bool:
    """“Attack occurred at a bus stop”, as telegrams have it."""
    noun = reading.tokens[trigger.head]
    happens = reading.tokens[noun.head].lemma in ("occur", "happen", "take")
    return trigger.generic and happens and noun.relation == "nsubj" and not reading.below(noun.i, "det", "nummod")


def _numbers(event: Event) -> set[tuple[bool, str]]:
    """Those above one, which is no sign."""
    told = [one for one in event.casualties if one.count and not one.further]
    return {(one.injured, str(one.count)) for one in told if one.count and (one.count.low or one.count.best or 0) > 1}


def _stands_for(scene: Scene, event: Event) -> set[TokenAt]:
    """The heads of those whom pronouns and definite nouns around a deed stand for."""
    head = scene.reading.tokens[event.triggers[0].head]
    found = (scene.antecedents.get(one.i) for one in around(scene.reading, head))
    return {one.at for one in found if one}


def _people_of(scene: Scene, event: Event) -> set[TokenAt]:
    """The tokens of those who did it and to whom it was done, and of the dead and hurt."""
    heads = (
        one.i
        for trigger in event.triggers[-_LAST:]
        for one in (*sufferers(scene.reading, trigger), *doers(scene.reading, trigger))
    )
    return {*heads, *(part.at for part in event.parts), *(head for one in event.casualties for head in one.heads)}


def _is_known(reading: Reading, noun: Token) -> bool:
    """A pronoun, “her driver”, “the victims”, “others”."""
    if noun.text.lower() in _PRONOUNS or any(one.tag == "PRP$" for one in reading.below(noun.i, "poss")):
        return True
    before = {one.lemma for one in reading.below(noun.i, "det", "poss", "amod")}
    people = noun.lemma in word_set("casualties", "people") | word_set("attribution", "armed") | word_set(
        "joining", "means"
    )
    return noun.lemma in word_set("joining", "others") or (people and bool(before & {"the", "these", "those"}))
