"""Two event words of one sentence that tell one deed by grammar alone: “46 were killed by an airstrike on a mosque”."""

from collections.abc import Iterator

from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.modality import is_background
from dateline.extract.rules.paths import is_meanwhile
from dateline.facts.families import are_compatible, family_of
from dateline.text.lexicon import word_set

_DEEP = 4  # steps up a sentence's tree
_LAST = 6  # triggers of an event that are looked at
_MEANS = frozenset({"by", "in", "during", "with"})
_PROPERTY = frozenset({"property", "armed-force"})


def is_one_deed(scene: Scene, other: Event, event: Event) -> bool:
    """True where a clause makes one deed of the event's word and one of the other event's."""
    new = event.triggers[0]
    if not _may_be_one(other, event) or scene.sentence_of(other.triggers[-1]) != scene.sentence_of(new):
        return False
    tokens = scene.reading.tokens
    return any(
        _tells(scene.reading, tokens[one.head], tokens[new.head])
        or _tells(scene.reading, tokens[new.head], tokens[one.head])
        for one in other.triggers[-_LAST:]
        if scene.sentence_of(one) == scene.sentence_of(new)
    )


def _may_be_one(other: Event, event: Event) -> bool:
    loosely = other.generic or event.generic
    return (
        are_compatible(other.type, event.type, loosely=loosely)
        or {family_of(other.type), family_of(event.type)} == _PROPERTY
    )


def _tells(reading: Reading, above: Token, token: Token) -> bool:
    """The token is the cause, the means, the victim's harm or the circumstance of what stands above it."""
    if above.i in (one.i for one in _causes(reading, token)):
        return not is_background(reading, above.i)
    if token.relation == "attr":
        return _is_said_to_be(reading, above, token) or (above.pos == "VERB" and _is_called(reading, above, token))
    if token.head != above.i:
        return False
    if token.relation in ("relcl", "acl"):
        return above.pos != "VERB" and _is_of(reading, token) and token.tag in ("VBD", "VBN", "VBG")
    if token.relation == "conj":
        return token.pos == "VERB" and _harms(token) and not reading.below(token.i, "nsubj", "nsubjpass")
    return token.relation == "advcl" and above.pos == "VERB" and is_meanwhile(reading, token)


def _is_said_to_be(reading: Reading, above: Token, token: Token) -> bool:
    """“The attack was the first hijacking since 2017”: the first is said to be the second."""
    verb = reading.tokens[token.head]
    subject = above.head == verb.i and above.relation == "nsubj"
    return subject and verb.lemma == "be" and not reading.below(verb.i, "neg")


def _causes(reading: Reading, verb: Token) -> Iterator[Token]:
    """“The blast killed ten”, “ten were killed by the blast”, “were killed in clashes”."""
    if verb.pos != "VERB" or not (_harms(verb) or verb.lemma in word_set("incident-words", "hits")):
        return
    yield from reading.below(verb.i, "nsubj")
    for by in reading.below(verb.i, "prep", "agent"):
        if by.lemma in _MEANS:
            yield from reading.below(by.i, "pobj")


def _is_called(reading: Reading, verb: Token, noun: Token) -> bool:
    """“Blew up a pylon in what was the first attack of the year”."""
    chain = reading.ancestors(noun.i, _DEEP)
    at = next((n for n, one in enumerate(chain) if one.lemma == "in" and one.head == verb.i), None)
    return at is not None and any(below.lemma == "what" for one in chain[:at] for below in reading.below(one.i))


def _is_of(reading: Reading, verb: Token) -> bool:
    """“The attack that killed ten”: the noun is who does it; not “the attack he denied”."""
    subjects = reading.below(verb.i, "nsubj")
    who = [one for one in subjects if one.tag in ("WDT", "WP")]
    return (_harms(verb) or verb.lemma in word_set("incident-words", "hits")) and (bool(who) or verb.relation == "acl")


def _harms(verb: Token) -> bool:
    return any(verb.lemma in word_set("casualties", key) for key in ("kill", "injure", "die"))
