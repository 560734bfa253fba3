"""Towns that no gazetteer holds and that the model took for people or groups: “fled to Corvale”, “reached Arlen”."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.extract.rules.language import Reading, Token
from dateline.facts.names import MODEL, Name
from dateline.text.lexicon import word_set

_ORIGIN = "names: reached or held as places are"
_PARTICLES = ("al", "el", "ad", "an", "ar", "as", "at", "az", "ash", "tal", "tell", "deir", "bir", "umm", "wadi", "abu")


def with_reached(reading: Reading, names: Sequence[Name]) -> list[Name]:
    """The names; one of the model's is a place where people go to it, live in it or shell it, and it does nothing."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.sort != "place" and name.trust == MODEL and not name.kind and _is_one_word(name.key):
            mentions[name.key].append(name)
    surnames = {name.key.split()[-1] for name in names if name.sort == "person" and " " in name.key} - set(mentions)
    places = {key for key, found in mentions.items() if key not in surnames and _is_reached(reading, found)}
    return [
        replace(name, sort="place", origin=_ORIGIN) if name.sort != "place" and name.key in places else name
        for name in names
    ]


def _is_one_word(key: str) -> bool:
    first, _, rest = key.replace("-", " ").partition(" ")
    return not rest or (first.lower() in _PARTICLES and " " not in rest)


def _is_reached(reading: Reading, mentions: Iterable[Name]) -> bool:
    """At least once a goal or an object of force, never who does something, nor behind a title."""
    roles = [_role(reading, name) for name in mentions]
    return any(roles) and None not in roles


def _role(reading: Reading, name: Name) -> bool | None:
    """True of a goal; None of somebody."""
    tokens = reading.within(name.span)
    if not tokens:
        return False
    token = tokens[-1]
    before = reading.tokens[tokens[0].i - 1].text.lower() if tokens[0].i else ""
    if before.rstrip(".") in word_set("titles", "honorifics") | word_set("titles", "offices"):
        return None
    while token.relation == "conj" and token.head < token.i:
        token = reading.tokens[token.head]
    head = reading.tokens[token.head]
    if token.relation == "nsubj" and head.lemma not in ("be", "have", "fall", "remain"):
        return None
    if token.relation == "dobj":
        return head.lemma in word_set("place-words", "reach")
    return token.relation == "pobj" and _is_goal(reading, head, is_person=name.sort == "person")


def _is_goal(reading: Reading, preposition: Token, *, is_person: bool) -> bool:
    verb = reading.tokens[preposition.head]
    if preposition.lemma in ("to", "from", "for", "toward", "towards", "into"):
        leaves = verb.lemma == "leave" and preposition.lemma == "for"
        return leaves or verb.lemma in word_set("place-words", "go")
    stays = verb.lemma in word_set("place-words", "stay")
    return is_person and preposition.lemma in ("in", "near", "outside", "around") and stays
