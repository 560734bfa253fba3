"""“The attack”, “the operation”, “this incident”: which deed told before a definite noun names again."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.triggers import Trigger
from dateline.facts.families import are_compatible, family_of
from dateline.text.lexicon import word_set, words
from dateline.vocabulary import load_vocabulary

_POINTING = frozenset({"the", "this", "that"})
_NEAR = 3  # sentences
_MANY = 20  # triggers
_TELLING = ("amod", "compound", "nmod", "prep", "npadvmod", "advmod")
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "relcl", "prep", "pcomp", "pobj", "dobj", "nsubj", "nsubjpass", "appos")


@dataclass(frozen=True)
class Recall:
    """What a noun names again: the position of a trigger before it, and the name of the rule."""

    trigger: int
    evidence: str


def find_recalled(reading: Reading, triggers: Sequence[Trigger]) -> dict[TokenAt, Recall]:
    """Token of a definite noun for a deed -> the nearest trigger of the one deed that it can name again.

    None where two deeds may be meant, or where its own words tell another: “the 2012 attack on the consulate”.
    """
    found: dict[TokenAt, Recall] = {}
    deeds: list[int] = []  # of each trigger so far: the first trigger of its deed
    at = {trigger.head: n for n, trigger in enumerate(triggers)}
    for token in reading.tokens:
        recall = _recalled(reading, triggers, deeds, token) if _points_back(reading, token) else None
        if recall:
            found[token.i] = recall
        if token.i in at and at[token.i] == len(deeds):
            deeds.append(deeds[recall.trigger] if recall else _told_with(reading, triggers, deeds))
    return found


def _points_back(reading: Reading, token: Token) -> bool:
    """A singular noun for a deed after “the” or “this”."""
    if token.tag != "NN" or token.relation == "compound" or token.lemma not in _nouns():
        return False
    return any(one.lemma in _POINTING and one.relation == "det" for one in reading.below(token.i))


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """Noun for a deed -> the types of incident that it names; none for a general word."""
    found: dict[str, set[str]] = {word: set() for word in word_set("incident-words", "generic")}
    for slug, entry in load_vocabulary()["incident-types"].items():
        for noun in (entry["triggers"] or {}).get("nouns", ()):
            if noun not in word_set("incident-words", "generic"):
                found.setdefault(noun.lower(), set()).add(slug)
    return {noun: frozenset(slugs) for noun, slugs in found.items()}


def _told_with(reading: Reading, triggers: Sequence[Trigger], deeds: Sequence[int]) -> int:
    """The deed of the trigger before it in whose clause this one stands, or the other way round; else its own."""
    new = reading.tokens[triggers[len(deeds)].head]
    for n in range(len(deeds) - 1, max(-1, len(deeds) - 1 - _MANY), -1):
        other = reading.tokens[triggers[n].head]
        if other.sentence != new.sentence:
            break
        if _hangs_on(reading, new, other) or _hangs_on(reading, other, new):
            return deeds[n]
    return len(deeds)


def _hangs_on(reading: Reading, token: Token, above: Token) -> bool:
    """“A bomb exploded, killing six”; not what is joined by “and”."""
    while token.i != above.i:
        if token.relation not in _CLAUSES or token.head == token.i:
            return False
        token = reading.tokens[token.head]
    return True


def _recalled(reading: Reading, triggers: Sequence[Trigger], deeds: Sequence[int], noun: Token) -> Recall | None:
    """The one deed of the nearest sentence that tells any that fits, by the noun's own words where it has some."""
    told = _own_words(reading, noun)
    if told is None:
        return None
    near: dict[int, list[int]] = {}
    for n in range(len(deeds) - 1, max(-1, len(deeds) - 1 - _MANY), -1):
        apart = noun.sentence - reading.tokens[triggers[n].head].sentence
        if apart > (1 if noun.lemma in word_set("anaphora", "incidents") else _NEAR):
            break
        if apart and _may_be(reading, triggers[n], noun) and (not told or told <= _around(reading, triggers[n])):
            near.setdefault(apart, []).append(n)
    if not near:
        return None
    meant = near[min(near)]
    called = [n for n in meant if _is_same_word(reading, triggers[n], noun)]
    for fitting, evidence in ((meant, "the one deed told before"), (called, "the same word")):
        if len({deeds[n] for n in fitting}) == 1:
            return Recall(fitting[0], f"recalled: {'the same words' if told else evidence}")
    return None


def _own_words(reading: Reading, noun: Token) -> frozenset[str] | None:
    """What else the noun phrase tells of the deed, in base forms; None where it tells of one not told before."""
    said: set[str] = set()
    for part in reading.below(noun.i):
        if part.relation in ("relcl", "acl", "poss", "nummod"):
            return None
        if part.relation in _TELLING:
            below = [reading.tokens[i] for i in reading.subtree(part.i)]
            if any(one.text.lower() in ("a", "an") for one in below):
                return None
            said |= {one.lemma for one in below if one.pos in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")}
    fresh = word_set("incident-words", "another") | word_set("anaphora", "not-told")
    return None if said & fresh else frozenset(said)


def _may_be(reading: Reading, trigger: Trigger, noun: Token) -> bool:
    """“Incident” may name anything, “attack” any deed of force, “blast” an explosion, “accord” what is of its type."""
    if noun.lemma in word_set("anaphora", "incidents"):
        return True
    if noun.lemma in word_set("anaphora", "deeds"):
        return family_of(trigger.type) == "armed-force" or trigger.generic
    told = {one.lemma for one in reading.tokens[trigger.first : trigger.last + 1]}
    alike = [set(group) for group in words("anaphora")["same-deeds"] if noun.lemma in group]
    if noun.lemma in told or any(told & group for group in alike):
        return True
    if family_of(trigger.type) == "politics":
        return False
    loosely = trigger.generic and noun.lemma not in word_set("anaphora", "campaigns")
    return any(trigger.type == kind or _are_force(trigger.type, kind, loosely=loosely) for kind in _nouns()[noun.lemma])


def _are_force(one: str, two: str, *, loosely: bool) -> bool:
    return family_of(one) == family_of(two) == "armed-force" and are_compatible(one, two, loosely=loosely)


def _is_same_word(reading: Reading, trigger: Trigger, noun: Token) -> bool:
    stem = noun.lemma.removesuffix("ing")
    return any(one.lemma.startswith(stem) for one in reading.tokens[trigger.first : trigger.last + 1])


def _around(reading: Reading, trigger: Trigger) -> frozenset[str]:
    """The words of the sentence of a trigger, in base forms."""
    first, end = reading.sentences[reading.tokens[trigger.head].sentence]
    return frozenset(one.lemma for one in reading.tokens[first:end])
