"""Which incidents a word of blame, claim, denial or suspicion is about: the deed it names, or the one before it."""

from collections.abc import Container, Iterator
from functools import cache

from dateline.extract.marked_genre import NEWS
from dateline.extract.rules.blame import phrases_of
from dateline.extract.rules.deeds import Testimony, may_blame
from dateline.extract.rules.events import Event
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.many import is_any_number
from dateline.extract.rules.triggers import deed_words
from dateline.facts.extraction import IncidentAt
from dateline.facts.families import are_compatible, family_of
from dateline.text.lexicon import word_set
from dateline.vocabulary import load_vocabulary

_FOR = frozenset({"for", "of", "in", "with", "behind", "over", "from"})
# The preposition after which stands what somebody is accused of.
_CHARGE = {"accuse": "of", "suspect": "of", "convict": "of", "implicate": "in", "charge": "with"}
_MEANT = frozenset({"the", "this", "that", "these", "those", "both", "its", "their"})
_IT = frozenset({"it", "this", "that", "them", "these", "those", "which"})
_NEAR = 3  # sentences
_BEFORE = 40  # tokens of the same sentence
_NEXT = 1


def incidents_meant(testimony: Testimony, word: Token) -> tuple[IncidentAt, ...]:
    """The incidents that a word of blame is about; none where it names another deed, or several could be meant."""
    reading = testimony.scene.reading
    named = list(deeds_named(reading, word, testimony.scene.actor_at))
    if _is_of_an_untold_deed(testimony, word):
        return ()
    if not named:
        return _before(testimony, word, None)
    found: list[IncidentAt] = []
    for deed in named:
        found += [number for number in _meant(testimony, word, deed) if number not in found]
    return tuple(found)


def _is_of_an_untold_deed(testimony: Testimony, word: Token) -> bool:
    """“The last attack of this kind was in March, and they blamed it on Y”: no incident tells that one."""
    reading = testimony.scene.reading
    first, _ = reading.sentences[word.sentence]
    before = reading.tokens[max(first, word.i - _BEFORE) : word.i]
    deeds = [one for one in before if one.relation.startswith("nsubj") and _is_deed(one)]
    another = word_set("incident-words", "another")
    return any(
        one.i not in testimony.by_head and any(mark.lemma in another for mark in reading.below(one.i)) for one in deeds
    )


def deeds_named(reading: Reading, word: Token, named: Container[TokenAt] = ()) -> Iterator[Token]:
    """What the word is said of: “blamed for the attack”, “accused of shelling”, “a raid blamed on”, “denied doing”."""
    if word.relation in ("acl", "relcl") and word.tag in ("VBN", "VBD"):
        yield reading.tokens[word.head]
    below = reading.below(word.i, "dobj", "nsubjpass", "nsubj" if word.lemma == "be" else "dobj")
    yield from (one for one in below if _is_deed(one) or one.lemma in _IT)
    yield from reading.below(word.i, "xcomp", "ccomp") if word.lemma in word_set("attribution", "deny") else ()
    for preposition in phrases_of(reading, word):
        if preposition.lemma in _FOR and preposition.i not in named:
            of_this = preposition.lemma in ("for", _CHARGE.get(word.lemma))
            yield from (
                one
                for one in reading.below(preposition.i, "pobj", "pcomp")
                if of_this or _is_deed(one) or one.pos == "VERB" or one.lemma in _IT
            )


def _is_deed(token: Token) -> bool:
    return token.lemma in deed_words() | word_set("attribution", "deeds") | word_set("incident-words", "fatal")


def _meant(testimony: Testimony, word: Token, deed: Token) -> tuple[IncidentAt, ...]:
    reading = testimony.scene.reading
    if deed.lemma in _IT and deed.pos in ("PRON", "DET"):
        return _before(testimony, word, None)
    if deed.pos in ("VERB", "AUX"):
        return _told_by(testimony, word, deed)
    if not _is_deed(deed) or is_any_number(reading, deed):
        return ()
    before = reading.below(deed.i, "det", "amod", "poss")
    elsewhere = any(one.lemma in word_set("incident-words", "another") for one in before)
    pointing = any(one.lemma in _MEANT or one.relation == "poss" for one in before) and not elsewhere
    told = _telling(testimony, deed)
    own = tuple(number for number, _ in _events(testimony) if number in told) if told else ()
    if own or not pointing:
        return own
    return _before(testimony, word, deed)


def _told_by(testimony: Testimony, word: Token, verb: Token) -> tuple[IncidentAt, ...]:
    """“Of killing the judge”, “that it had planted the bomb”: an incident of its own, or the one told before."""
    reading = testimony.scene.reading
    below = [reading.tokens[i] for i in reading.subtree(verb.i)]
    told = [one for one in below if _is_deed(one)]
    heads = frozenset[IncidentAt]().union(*(testimony.by_head.get(one.i, ()) for one in told))
    own = {number for number, _ in _events(testimony) if number in heads} if heads else ()
    if own:
        return tuple(sorted(own))
    nouns = [one for one in told if one.pos in ("NOUN", "PROPN")]
    if any(is_any_number(reading, one) for one in nouns):
        return ()
    does = word_set("attribution", "carry-out") | word_set("casualties", "kill") | word_set("attribution", "take-part")
    part = any(one.lemma in does | {"behind", "responsible"} for one in below) or bool(told)
    pointing = [one for one in below if one.lemma in _IT or any(d.lemma in _MEANT for d in reading.below(one.i, "det"))]
    return _before(testimony, word, nouns[0] if nouns else None) if part and pointing else ()


def _telling(testimony: Testimony, deed: Token) -> frozenset[IncidentAt]:
    """What the word for the deed tells, or names: “in an act blamed on Y, a bomb exploded”."""
    tokens = testimony.scene.reading.tokens
    above = tokens[tokens[deed.head].head] if deed.relation == "pobj" else deed
    return testimony.by_word.get(deed.i, frozenset()) | testimony.by_head.get(above.i, frozenset())


def _events(testimony: Testimony) -> Iterator[tuple[IncidentAt, Event]]:
    for number, event in testimony.each_event():
        if family_of(event.type) != "politics" and may_blame(event):
            yield number, event


def _before(testimony: Testimony, word: Token, noun: Token | None) -> tuple[IncidentAt, ...]:
    """The incident told before that is meant: the one whose sentence it is or stands near, or the only one there is."""
    tokens = testimony.scene.reading.tokens
    lemma = noun.lemma if noun else ""
    near: dict[int, list[IncidentAt]] = {}
    named: list[IncidentAt] = []
    for number, event in _events(testimony):
        if noun is not None and not _may_be_called(event, lemma):
            continue
        if noun is not None and _is_recalled(testimony, event, noun):
            return (number,)
        for trigger in event.triggers:
            apart = word.sentence - tokens[trigger.head].sentence
            if apart < 0 or (apart == 0 and noun is not None and trigger.head == noun.i):
                continue
            near.setdefault(apart, []).append(number)
            if lemma and lemma in {token.lemma for token in tokens[trigger.first : trigger.last + 1]}:
                named.append(number)
    return _nearest(testimony, word, noun, near, frozenset(named))


def _is_recalled(testimony: Testimony, event: Event, noun: Token) -> bool:
    """“The attack” is known to name again a word of the event."""
    return testimony.scene.recalled.get(noun.i) in {trigger.head for trigger in event.triggers}


def _nearest(
    testimony: Testimony,
    word: Token,
    noun: Token | None,
    near: dict[int, list[IncidentAt]],
    named: frozenset[IncidentAt],
) -> tuple[IncidentAt, ...]:
    """Of the nearest sentence that tells any; further off only the one that can be meant at all."""
    if not near:
        return ()
    apart = min(near)
    if noun is None and apart > _NEXT and testimony.scene.genre != NEWS:
        return ()
    found = tuple(dict.fromkeys(near[apart]))
    every = {number for numbers in near.values() for number in numbers}
    proved = [number for number in found if word.sentence in testimony.events[number].sentences]
    if apart > (_NEAR if proved or noun is not None else _NEXT) and len(every) > 1:
        return tuple(named) if len(named) == 1 else ()
    if len(found) > 1:
        called = [number for number in found if number in named]
        many = noun is not None and noun.tag in ("NNS", "NNPS")
        return found if many else (tuple(called) if len(called) == 1 else ())
    return found


def _may_be_called(event: Event, lemma: str) -> bool:
    """“The attack” may be any deed, “the bombing” is one."""
    kinds = _kinds(lemma)
    return not kinds or any(are_compatible(event.type, kind, loosely=event.generic) for kind in kinds)


@cache
def _kinds(lemma: str) -> frozenset[str]:
    """Types of incident that a noun names by itself; none for a general word."""
    if lemma in word_set("incident-words", "generic") | word_set("incident-words", "fatal"):
        return frozenset()
    entries = load_vocabulary()["incident-types"].items()
    return frozenset(slug for slug, entry in entries if lemma in ((entry["triggers"] or {}).get("nouns") or ()))
