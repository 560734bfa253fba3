"""Which mentions of places say where something was: not a government, a comparison or the town of somebody's office."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.extract.rules.language import Reading, Token
from dateline.facts.extraction import FoundPlace, PlaceAt, by_position
from dateline.facts.names import Name
from dateline.places.countries import country_names
from dateline.places.gazetteer import capitals
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_BEFORE = 40  # characters
_OWNED = ("'s", "’s")


def without_governments(reading: Reading, names: Sequence[Name]) -> list[Name]:
    """The names without the mentions of a capital that stand for its government: “Washington believes”.

    A city that is a country of its own stays.
    """
    towns = {name for name in capitals().values() if name.lower() not in country_names()} - {"Vatican City"}
    return [
        name for name in names if not (name.sort == "place" and name.key in towns and is_government(reading, name.span))
    ]


def is_government(reading: Reading, span: Span) -> bool:
    """True of a capital or a country that says, thinks or decides, or whose stance, envoy or ally is spoken of."""
    tokens = reading.within(span)
    if not tokens:
        return False
    last = _first_of_row(reading, tokens[-1])
    head = reading.tokens[last.head]
    if last.relation in ("nsubj", "nsubjpass"):
        return head.text.lower() in word_set("place-words", "minds") or (
            last.relation == "nsubj" and _is_of_minds(reading, head)
        )
    if last.relation == "poss":
        return head.lemma.lower() in word_set("place-words", "of-governments")
    agent = last.relation == "pobj" and head.lemma == "by"
    return agent and reading.tokens[head.head].tag == "VBN"


def _first_of_row(reading: Reading, token: Token) -> Token:
    while token.relation == "conj" and token.head < token.i:
        token = reading.tokens[token.head]
    return token


def _is_of_minds(reading: Reading, verb: Token) -> bool:
    """A verb of saying, thinking or deciding; “are confident”."""
    if verb.lemma == "be":
        states = reading.below(verb.i, "acomp")
        return any(state.text.lower() in word_set("place-words", "minds") for state in states)
    spoken = word_set("speech", "verbs") | word_set("speech", "thinking") | word_set("speech", "judging")
    return verb.lemma in (spoken | word_set("place-words", "decisions")) - word_set("place-words", "undergone")


def loci(reading: Reading, places: Sequence[FoundPlace]) -> tuple[FoundPlace, ...]:
    """The places, each with those of its mentions alone that may say where something was.

    A place that anything is compared to has none: “another Chernobyl”, “turning into Syria's Srebrenica”.
    """
    owners = dict(_owners(reading, places))
    compared = {
        number
        for number, place in by_position(places)
        for span in place.mentions
        if _is_another(reading, span) or _is_owned_abroad(reading, place, span, owners)
    }
    return tuple(
        replace(place, mentions=() if number in compared else tuple(_own(reading, place)))
        for number, place in by_position(places)
    )


def _own(reading: Reading, place: FoundPlace) -> Iterator[Span]:
    for span in place.mentions:
        before = _before(reading, span)
        beside = any(_ending(key).search(before) for key in ("likeness", "offices"))
        if beside or is_government(reading, span) or _is_home_of_doers(reading, span):
            continue
        if not (place.kind == "country" and _only_tells_whose(reading, span)):
            yield span


def _only_tells_whose(reading: Reading, span: Span) -> bool:
    """“Turkey's offensive”, “US citizens”: whose it is, not where it was."""
    tokens = reading.within(span)
    names = [token for token in tokens if token.text not in _OWNED]
    return bool(names) and names[-1].relation in ("poss", "compound", "nmod", "amod")


def _is_home_of_doers(reading: Reading, span: Span) -> bool:
    """Where people are who are only described by it, or who strike from afar: no place of what they did.

    “The Rovers, rebels in Ruritania, have fired …”, “a drone fired by a militia in Ruritania”, “rebels in Ruritania
    launched a missile”; not “killed by gunmen in Arlen”.
    """
    tokens = reading.within(span)
    before = reading.tokens[tokens[-1].head] if tokens else None
    if before is None or before.pos != "ADP":
        return False
    people = reading.tokens[before.head]
    if people.pos not in ("NOUN", "PROPN") or people.lemma not in word_set("attribution", "armed"):
        return False
    over = reading.tokens[people.head]
    if people.relation == "appos":
        return True
    if people.relation == "pobj" and over.lemma == "by":
        fired = reading.tokens[over.head]
        return fired.relation == "acl" and fired.lemma in word_set("place-words", "afar")
    return people.relation == "nsubj" and over.lemma in word_set("place-words", "afar")


@lru_cache(maxsize=3)
def _ending(key: str) -> re.Pattern[str]:
    """Expressions that end where a name begins, any white space for a space."""
    choices = "|".join(words("place-words")[key]).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{choices})\s+\Z", re.IGNORECASE)


def _before(reading: Reading, span: Span) -> str:
    return reading.text[max(0, span.start - _BEFORE) : span.start]


def _is_another(reading: Reading, span: Span) -> bool:
    return bool(_ending("another").search(_before(reading, span)))


def _owners(reading: Reading, places: Sequence[FoundPlace]) -> Iterator[tuple[int, PlaceAt]]:
    """Where the name of a country with “'s” ends -> the country's position."""
    for number, place in by_position(places):
        for span in place.mentions if place.kind == "country" else ():
            end = span.end - 2 if span.of(reading.text).endswith(_OWNED) else span.end
            if reading.text.startswith(_OWNED, end):
                yield end + 2, number


def _is_owned_abroad(reading: Reading, place: FoundPlace, span: Span, owners: Mapping[int, PlaceAt]) -> bool:
    """“Syria's Srebrenica” is not in Syria."""
    owner = owners.get(len(_before(reading, span).rstrip()) + max(0, span.start - _BEFORE))
    return owner is not None and place.country != owner and place.lat is not None
