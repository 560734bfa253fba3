"""Whether an event word names no single event: habits, campaigns, sums, topics, how things are."""

import re

from dateline.extract.rules.dying import is_deadly, is_of_anybody
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.norms import is_of_a_belief
from dateline.extract.rules.totals import is_total, is_wide
from dateline.text.lexicon import pattern, word_set

_LEAD = 3  # sentences in which the present tense tells news
_YEAR = re.compile(r"(?:19|20)\d\d")
_PRESENT = frozenset({"VBP", "VBZ"})


def _hurting() -> frozenset[str]:
    return word_set("casualties", "kill") | word_set("casualties", "injure")


def _harms() -> frozenset[str]:
    return _hurting() | word_set("casualties", "die")


def is_general(reading: Reading, head: Token, *, verb: bool) -> bool:
    """True where the event word names what is usual, many events at once, a topic, or what readers know already."""
    of_verb = verb and (is_of_anybody(reading, head) or _is_habit(reading, head) or _is_going_on(reading, head))
    of_noun = not verb and any(
        says(reading, head) for says in (_is_topic, _is_talked_of, _is_unceasing, _is_of_their_habits)
    )
    return (
        of_verb
        or of_noun
        or _is_totalled(reading, head, verb=verb)
        or _is_of_the_past(reading, head)
        or is_campaign(reading, head)
        or _is_known_already(reading, head)
        or _is_modifier(reading, head)
        or _is_reason(reading, head)
        or _is_for_whom(reading, head)
        or _shows(reading, head)
        or is_of_a_belief(reading, head)
    )


def _is_totalled(reading: Reading, head: Token, *, verb: bool) -> bool:
    """“Have killed 200 this year”, “has bombed towns since 2014”: a sum, none of whose incidents is told."""
    if verb:
        is_sum = is_total(reading, head) or is_wide(reading, head)
        beside = [one for one in reading.below(head.i, "advcl", "conj") if one.lemma in _harms()]
        is_sum = is_sum or any(is_total(reading, one) for one in beside)  # “killed 900 since May, but only one”
        deadly = is_deadly(reading, head) or any(one.lemma == "life" for one in reading.below(head.i, "dobj"))
        return (deadly and is_sum) or _is_since_a_year(reading, head)
    above = reading.ancestors(head.i, 3) if head.relation == "pobj" else ()
    return any(one.lemma in _harms() and is_total(reading, one) for one in above)


def _is_since_a_year(reading: Reading, verb: Token) -> bool:
    return any(
        one.tag == "CD" and _YEAR.fullmatch(one.text)
        for since in reading.below(verb.i, "prep")
        if since.lemma == "since"
        for one in reading.below(since.i, "pobj")
    )


def _is_of_the_past(reading: Reading, head: Token) -> bool:
    """“Have been targets of raids in the past”: at any time, told as no incident."""
    return bool(pattern("modality", "ever").search(reading.around(head.i).of(reading.text)))


def _is_habit(reading: Reading, verb: Token) -> bool:
    """“Rebels have constantly attacked oil plants”; a dead person is dead all the same."""
    above = reading.tokens[verb.head]
    if verb.tag == "VBG" and verb.relation == "xcomp" and above.lemma == "continue" and above.tag not in ("VBD", "VBN"):
        return True  # “rebels continue killing farmers”
    adverbs = {one.lemma for one in reading.below(verb.i, "advmod")}
    return bool(adverbs & word_set("modality", "habit")) and not is_deadly(reading, verb)


def _is_going_on(reading: Reading, verb: Token) -> bool:
    """“Troops are clashing with insurgents”, below the lead: how things are, told as no incident."""
    if verb.tag in _PRESENT and _is_of_things(reading, verb):
        return True
    if verb.sentence < _LEAD:
        return False
    going = any(one.lemma == "be" and one.tag in _PRESENT for one in reading.below(verb.i, "aux"))
    return verb.tag in _PRESENT or (verb.tag == "VBG" and going)


def _is_of_things(reading: Reading, verb: Token) -> bool:
    """“A fungus which attacks roots”, “beetles that kill trees”: what something does, and no deed."""
    if verb.relation == "conj":
        return _is_of_things(reading, reading.tokens[verb.head]) if not reading.below(verb.i, "nsubj") else False
    relative = [one for one in reading.below(verb.i, "nsubj") if one.tag in ("WDT", "WP")]
    return verb.relation == "relcl" and any(one.lemma in ("which", "that") for one in relative)


def is_campaign(reading: Reading, head: Token) -> bool:
    """“More than 100 attacks”, “periodic attacks”: many incidents, none of them told."""
    if head.tag not in ("NNS", "NNPS"):
        return False
    many = word_set("modality", "campaign")
    of = reading.tokens[head.head]
    if head.relation == "pobj" and of.lemma == "of":
        series = reading.tokens[of.head]
        if series.lemma in many and series.relation != "nsubj" and not _is_harmful(reading, head):
            return True
    if _is_stepped_up(reading, head) or _is_on_the_rise(reading, head):
        return True
    if head.lemma in word_set("modality", "of-one-deed") and head.relation in ("nsubj", "pobj"):
        return any(one.lemma in many for one in reading.below(head.i) if one.relation != "nummod")
    return any(
        token.relation == "nummod" or token.lemma in many or token.text.lower() in many
        for token in reading.below(head.i)
    )


def _is_stepped_up(reading: Reading, head: Token) -> bool:
    """“Has stepped up raids and arrests”."""
    first = reading.tokens[head.head] if head.relation == "conj" else head
    return first.relation == "dobj" and reading.tokens[first.head].lemma in word_set("modality", "more")


def _is_on_the_rise(reading: Reading, head: Token) -> bool:
    """“Bombings which have increased”."""
    return any(one.lemma in word_set("modality", "rise") for one in reading.below(head.i, "relcl"))


def _is_known_already(reading: Reading, head: Token) -> bool:
    """“The attack that toppled the government”: a deed of which readers know, told as no news; unless it tells harm."""
    if not any(one.lemma == "the" for one in reading.below(head.i, "det")) or head.sentence == 0:
        return False
    clauses = [one for one in reading.below(head.i, "relcl") if one.tag == "VBD" and one.lemma not in _harms()]
    return any(one.lemma == "that" for clause in clauses for one in reading.below(clause.i, "nsubj"))


def _is_topic(reading: Reading, noun: Token) -> bool:
    """“The struggle against drug trafficking”, “an end to torture”: a bare noun by which nothing is told."""
    if noun.lemma not in word_set("modality", "topics") or noun.relation == "nsubj":
        return False
    told = reading.below(noun.i, "det", "poss", "nummod", "prep", "npadvmod", "acl", "relcl")
    return not told and not _is_harmful(reading, noun)


def _is_talked_of(reading: Reading, noun: Token) -> bool:
    """“Debate over missile attacks”."""
    above = reading.ancestors(noun.i, 2)
    bare = noun.tag == "NNS" and not reading.below(noun.i, "det", "poss", "nummod")
    return bare and noun.relation == "pobj" and any(one.lemma in word_set("modality", "talk") for one in above)


def _is_unceasing(reading: Reading, noun: Token) -> bool:
    """“Is under daily bombardment”; not “the ongoing siege has killed”."""
    first = reading.below(noun.i, "amod")
    words = (*first, *(more for one in first for more in reading.below(one.i, "conj")))
    said = {one.lemma for one in words} & word_set("modality", "unceasing")
    return bool(said) and noun.relation != "nsubj" and not _is_harmful(reading, noun)


def _is_of_their_habits(reading: Reading, noun: Token) -> bool:
    """“Gangs who single out judges for assassination”: what people of a kind do, and no deed."""
    told = reading.below(noun.i, "det", "poss", "nummod")
    verb = next((one for one in reading.ancestors(noun.i, 6) if one.pos in ("VERB", "AUX")), None)
    bare = noun.relation == "pobj" and not told
    return bool(bare and verb and verb.relation == "relcl" and verb.tag in _PRESENT)


def _is_harmful(reading: Reading, head: Token) -> bool:
    """“Died in fighting”: somebody was killed or hurt by it."""
    return any(above.lemma in _harms() for above in reading.ancestors(head.i, 4))


def _is_reason(reading: Reading, noun: Token) -> bool:
    """“Resigned in protest at the cuts”: why they did it, and nothing that they did."""
    above = reading.tokens[noun.head]
    bare = noun.relation == "pobj" and not reading.below(noun.i, "det", "amod", "poss", "compound")
    return bare and above.lemma == "in" and noun.lemma in word_set("modality", "reasons")


def _is_for_whom(reading: Reading, verb: Token) -> bool:
    """“A camp for people displaced by the war”: whom it is for."""
    noun = reading.tokens[verb.head]
    whom = verb.relation == "acl" and verb.tag == "VBN" and noun.relation == "pobj"
    return whom and reading.tokens[noun.head].lemma == "for"


def _shows(reading: Reading, head: Token) -> bool:
    """“This demonstrates that …” is no demonstration."""
    return head.lemma in word_set("incident-words", "no-object") and bool(reading.below(head.i, "dobj", "ccomp"))


def _is_modifier(reading: Reading, head: Token) -> bool:
    """“Attack helicopter”, “the bombing campaign”, “eight typhoon and six tornado jets”."""
    numbers = [one for one in reading.below(head.i, "nummod") if not _YEAR.fullmatch(one.text)]
    counted = head.tag == "NN" and any(one.lemma not in ("one", "1") for one in numbers)
    if counted:
        return True
    return head.pos in ("NOUN", "PROPN") and head.relation in ("compound", "amod", "nmod")
