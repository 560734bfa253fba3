"""Who is mentioned where: persons and bodies, named or not, with the part that each plays in its sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.extract.rules.gender import MAN, WOMAN, gender_of, nouns_beside
from dateline.extract.rules.language import Reading, SentenceAt, Token, TokenAt
from dateline.facts.extraction import ActorAt, FoundActor, by_position
from dateline.text.lexicon import word_set, words

OTHER, INNER, SUBJECT, VOICE = range(4)
PERSON, BODY, PEOPLE = "person", "body", "people"
_SUBJECTS = ("nsubj", "nsubjpass")
_BESIDE = ("compound", "attr", "appos", "nmod", "amod", "npadvmod")


@dataclass(frozen=True)
class Mention:
    """A noun phrase for somebody, or a pronoun.

    at      its head
    first   the head of the noun phrase that it stands for, where that is another
    actor   whom it names, None where it has no name
    kind    PERSON, BODY or PEOPLE (a plural); gender: MAN, WOMAN or ""
    unsure  a name whose sort nothing tells: a body, for all that is known
    rank    VOICE (subject of what is said, of the sentence's own clause), SUBJECT (of that clause), INNER (of another
            clause) or OTHER
    quoted  it stands between quotation marks
    """

    at: TokenAt
    actor: ActorAt | None
    kind: str
    gender: str
    rank: int
    quoted: bool
    first: TokenAt | None = None
    unsure: bool = False

    @property
    def entity(self) -> tuple[str, int]:
        """The same for two mentions only where they stand for one."""
        if self.actor is not None:
            return "actor", self.actor
        return "token", self.at if self.first is None else self.first


@dataclass(frozen=True)
class Cast:
    """Who is mentioned in a reading.

    mentions  by sentence, in text order
    roles     of each person the nouns that say who it is
    nouns     noun -> the bodies of whose name it is the noun: “the front”
    """

    mentions: Mapping[SentenceAt, Sequence[Mention]]
    roles: Mapping[ActorAt, frozenset[str]]
    nouns: Mapping[str, frozenset[ActorAt]]


def cast_of(reading: Reading, actors: Sequence[FoundActor], quotes: Sequence[bool]) -> Cast:
    """All mentions, in text order within each sentence."""
    heads = _heads(reading, actors)
    roles: dict[ActorAt, set[str]] = {}
    for head, number in heads.items():
        if actors[number].kind in ("person", "group"):
            beside = nouns_beside(reading, reading.tokens[head])
            roles.setdefault(number, set()).update(plain_role(one) for one in beside if heads.get(one.i) is None)
    fixed = {number: frozenset(found) for number, found in roles.items()}
    genders = {number: gender_of(actors[number].name, found) for number, found in fixed.items()}
    mentions: dict[SentenceAt, list[Mention]] = {}
    inside = {token.i for actor in actors for span in actor.mentions for token in reading.within(span)}
    for token in reading.tokens:
        if token.i in heads:
            number = heads[token.i]
            vague = actors[number].kind == "group" and not reading.below(token.i, "det", "prep")
            # A name of unknown sort after “the spokesman” is a person's.
            called = vague and not fixed.get(number, frozenset()).isdisjoint(_people())
            one = Mention(
                token.i,
                number,
                PERSON if actors[number].kind == "person" or called else BODY,
                genders.get(number, ""),
                _rank(reading, token, quotes),
                quotes[token.i],
                unsure=vague and not called,
            )
        elif token.i in inside or not _is_somebody(reading, token, heads):
            continue
        else:
            one = _nameless(reading, token, quotes)
        mentions.setdefault(token.sentence, []).append(one)
    return Cast(mentions, fixed, _nouns(actors))


def _nouns(actors: Sequence[FoundActor]) -> dict[str, frozenset[ActorAt]]:
    """The last word of each body's name, and the first of “Bank of …”; “the state” is no Islamic State."""
    found: dict[str, set[ActorAt]] = {}
    for number, actor in by_position(actors):
        parts = actor.name.lower().split() if actor.kind not in ("person", "state") else []
        for noun in {*parts[-1:], *(parts[:1] if "of" in parts[1:2] else ())} - word_set("anaphora", "no-short-names"):
            found.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def plain_role(token: Token) -> str:
    """The noun of a title: “Gen.” is “general”."""
    short = token.lemma.rstrip(".")
    return str(words("anaphora")["ranks"].get(short, token.lemma))


def _heads(reading: Reading, actors: Sequence[FoundActor]) -> dict[TokenAt, ActorAt]:
    found = {}
    for number, actor in by_position(actors):
        for span in actor.mentions:
            tokens = reading.within(span)
            own = {token.i for token in tokens}
            head = next((token for token in reversed(tokens) if token.head not in own or token.head == token.i), None)
            if head:
                found[head.i] = number
    return found


def _is_somebody(reading: Reading, token: Token, heads: Mapping[TokenAt, ActorAt]) -> bool:
    """A noun for a person, a body or people that is no name's title, nor what somebody is said to be."""
    if token.pos not in ("NOUN", "PROPN") or token.relation in (
        "compound",
        "attr",
        "appos",
        "nmod",
        "amod",
        "npadvmod",
    ):
        return False
    if any(one.i in heads for one in reading.below(token.i, "appos")):
        return False
    if token.relation == "nsubj" and reading.tokens[token.head].lemma in word_set("speech", "verbs"):
        return True
    if token.relation in _SUBJECTS and (token.pos == "PROPN" or token.tag == "NNS"):
        return True
    return token.lemma in _people() or token.lemma in words("anaphora")["bodies"]


@cache
def _people() -> frozenset[str]:
    return (
        word_set("anaphora", "person")
        | word_set("casualties", "people")
        | word_set("anaphora", "man")
        | word_set("anaphora", "woman")
    )


def _nameless(reading: Reading, token: Token, quotes: Sequence[bool]) -> Mention:
    named = token.pos == "PROPN" and token.name in ("PERSON", "") and not reading.below(token.i, "det")
    kind = PERSON if named or token.lemma in _people() else BODY
    if token.tag in ("NNS", "NNPS") or token.lemma in ("people", "police"):
        kind = PEOPLE
    gender = next((one for one in (MAN, WOMAN) if token.lemma in word_set("anaphora", one)), "")
    return Mention(token.i, None, kind, gender, _rank(reading, token, quotes), quotes[token.i])


def _rank(reading: Reading, token: Token, quotes: Sequence[bool]) -> int:
    if token.relation == "appos":
        token = reading.tokens[token.head]
    if token.relation == "conj":
        token = reading.tokens[token.head]
    if token.relation not in _SUBJECTS:
        return OTHER
    return rank_of(reading, reading.tokens[token.head], quotes)


def rank_of(reading: Reading, verb: Token, quotes: Sequence[bool]) -> int:
    """The part that the subject of a verb plays."""
    if not is_main(reading, verb, quotes):
        return INNER
    return VOICE if says(reading, verb) else SUBJECT


def says(reading: Reading, verb: Token) -> bool:
    """A verb of saying, or one joined to it: “left, but said that”, “went on to say”."""
    also = (one.lemma for one in reading.below(verb.i, "conj", "xcomp"))
    return not word_set("speech", "verbs").isdisjoint((verb.lemma, *also))


def is_main(reading: Reading, verb: Token, quotes: Sequence[bool]) -> bool:
    """The sentence's own clause: its root, one joined to it, or the one beside quoted words."""
    if quotes[verb.i]:
        return False
    while verb.relation == "conj":
        verb = reading.tokens[verb.head]
    return verb.relation in ("ROOT", "parataxis") or (verb.relation == "ccomp" and quotes[verb.head])
