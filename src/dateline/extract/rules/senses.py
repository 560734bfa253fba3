"""Which type of incident a word of several meanings reports: by words near it, by who did it to whom, by the cause."""

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.text.lexicon import word_set, words

_NAMES = frozenset({"PERSON", "NORP", "ORG", "GPE"})
_NAMED = {"countries": frozenset({"GPE"}), "places": frozenset({"GPE", "LOC", "FAC"})}
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "who", "whom"})
_CAUSES = frozenset({"accident", "disaster", "disease-outbreak"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_FAR = 40  # tokens between two verbs that “and” joins
_ABOVE = 6  # steps from a cause up to its harm


def is_ambiguous(entry: str) -> bool:
    """True for a word or phrase whose type depends on others."""
    return entry in words("incident-words")["ambiguous"]


def kind_of(reading: Reading, head: Token, entry: str) -> str:
    """The first type of an ambiguous entry whose conditions hold, "" for no incident."""
    for choice in words("incident-words")["ambiguous"][entry]:
        if _holds(reading, head, choice):
            return kind_of(reading, head, choice["as"]) if "as" in choice else str(choice["type"])
    return ""


def by_cause(reading: Reading, harm: Token, others: Sequence[tuple[str, TokenAt]]) -> str:
    """“Five were killed when a train hit a bus”: the type of an accident or a disaster that is told as what did it.

    others  type and token of the other words of incidents in the sentence
    """
    above = {harm.i, *(one.i for one in reading.ancestors(harm.i, _ABOVE))}
    for kind, i in others:
        if kind in _CAUSES:
            own = {i, *(one.i for one in reading.ancestors(i, _ABOVE))}
            if i in above or harm.i in own:
                return kind
    return ""


def _holds(reading: Reading, head: Token, choice: Mapping[str, Any]) -> bool:
    """near, near-lemma, unless: words of its sentence; report: of the text; to: whom; by: who; alone: no object."""
    around = _words_near(reading, head)
    return (
        ("near" not in choice or not (around & reading.written_in(head.sentence)).isdisjoint(choice["near"]))
        and ("near-lemma" not in choice or not around.isdisjoint(choice["near-lemma"]))
        and around.isdisjoint(choice.get("unless", ()))
        and ("report" not in choice or not reading.words.isdisjoint(choice["report"]))
        and ("to" not in choice or any(_is_of(reading, one, choice["to"]) for one in _objects(reading, head)))
        and ("by" not in choice or any(_is_of(reading, one, choice["by"]) for one in _agents(reading, head)))
        and ("alone" not in choice or not _objects(reading, head))
    )


def _words_near(reading: Reading, head: Token) -> frozenset[str]:
    """The words of its sentence; of two deeds with subjects of their own, joined by “and”, those of its half."""
    above = reading.tokens[head.head]
    first = _joint(reading, above, head) if head.relation == "conj" else None
    last = next(filter(None, (_joint(reading, head, one) for one in reading.below(head.i, "conj"))), None)
    if first is None and last is None:
        return reading.words_of(head.sentence)
    own = [
        one
        for one in reading.within(reading.around(head.i))
        if (first is None or first.i <= one.i) and (last is None or one.i <= last.i)
    ]
    return frozenset(word for one in own for word in (one.lemma, one.text.lower()))


def _joint(reading: Reading, verb: Token, other: Token) -> Token | None:
    """The “and” of “killed a judge and a bomb killed two”: between it and the second verb stands only its subject."""
    active = all(one.pos == "VERB" and reading.below(one.i, "dobj") for one in (verb, other))
    if not active or not 1 < other.i - verb.i < _FAR:
        return None
    between = reading.tokens[verb.i + 1 : other.i]
    joint = next((one for one in reversed(between) if one.relation == "cc"), None)
    subject = reading.tokens[joint.i + 1 : other.i] if joint else ()
    return joint if subject and subject[-1].pos == "NOUN" and all(one.pos in _NOMINAL for one in subject) else None


def _objects(reading: Reading, head: Token) -> list[Token]:
    found = reading.below(head.i, "dobj", "nsubjpass", "oprd")
    if not found and head.relation in ("acl", "relcl") and head.tag == "VBN":
        return [reading.tokens[head.head]]
    return found


def _agents(reading: Reading, head: Token) -> list[Token]:
    """The subject of the active, “by” of the passive, the subject of the verb to which it is joined."""
    by = [noun for one in reading.below(head.i, "agent") for noun in reading.below(one.i, "pobj")]
    own = [*reading.below(head.i, "nsubj"), *by]
    if own or reading.below(head.i, "nsubjpass", "auxpass"):
        return own
    main = reading.tokens[head.head]
    if head.relation == "relcl" and head.tag != "VBN":
        return [main]
    if head.relation == "pcomp":  # “suspected of killing”
        main = reading.tokens[main.head]
        own = reading.below(main.i, "nsubj", "nsubjpass")
        return own or ([reading.tokens[main.head]] if main.relation == "acl" else [])
    return reading.below(main.i, "nsubj") if head.relation in ("conj", "advcl", "xcomp") and head.tag != "VBN" else []


def _is_of(reading: Reading, noun: Token, sort: str) -> bool:
    """named: a proper name; people: people, bodies, forces; countries, places: by name; else a list of nouns."""
    if sort == "named":
        return noun.pos == "PROPN"
    if sort in _NAMED:
        return noun.name in _NAMED[sort] or (sort == "places" and noun.lemma in word_set("incident-words", "land"))
    if sort == "people":
        return _is_alive(reading, noun)
    return any(one.lemma in word_set("incident-words", sort) for one in (noun, *_counted_among(reading, noun)))


def _counted_among(reading: Reading, number: Token) -> list[Token]:
    """“One of the strongest forts”."""
    below = reading.below(number.i, "prep") if number.pos == "NUM" else []
    return [one for of in below if of.lemma == "of" for one in reading.below(of.i, "pobj")]


def _is_alive(reading: Reading, noun: Token) -> bool:
    """People, by name, by what they are or by number: “three”, “one of the guards”; not “one of the forts”."""
    lists = (word_set("attribution", key) for key in ("armed", "groups", "forces", "members"))
    alive = word_set("casualties", "people").union(_PRONOUNS, *lists)
    if noun.pos == "NUM":
        return all(one.lemma in alive or one.name in _NAMES for one in _counted_among(reading, noun))
    return (noun.name in _NAMES and noun.pos == "PROPN") or noun.lemma in alive
