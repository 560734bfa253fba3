"""Who is meant by “he”, “she”, “it”, “they”, “the general”, “the group”: the antecedent of a subject, or nothing.

An answer needs evidence that has a name; where two may be meant, there is none.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from dateline.extract.rules.gender import MAN, WOMAN
from dateline.extract.rules.language import Reading, SentenceAt, Token, TokenAt
from dateline.extract.rules.mentions import (
    BODY,
    INNER,
    OTHER,
    PEOPLE,
    PERSON,
    SUBJECT,
    VOICE,
    Cast,
    Mention,
    cast_of,
    rank_of,
    says,
)
from dateline.extract.rules.roles import by_role
from dateline.facts.extraction import ActorAt, FoundActor
from dateline.text.lexicon import word_set

_SUBJECTS = ("nsubj", "nsubjpass")
_GENDERS = {"he": MAN, "she": WOMAN}
_PRONOUNS = {"he", "she", "it", "they"}
_BACK = 3  # sentences outside quotations
_WIDE = 40  # mentions
_DEEP = 12  # steps up a sentence's tree, or sentences back


@dataclass(frozen=True)
class Antecedent:
    """What an anaphor stands for.

    at        the head of the noun phrase; actor: whom it names, None where it has no name
    evidence  the name of the rule
    """

    at: TokenAt
    actor: ActorAt | None
    evidence: str


@dataclass
class _Text:
    """A reading with what is resolved of it so far; mentions: of each sentence, in text order."""

    reading: Reading
    quotes: Sequence[bool]
    cast: Cast
    mentions: dict[SentenceAt, list[Mention]]
    found: dict[TokenAt, Antecedent] = field(default_factory=dict)
    genders: dict[tuple[str, int], str] = field(default_factory=dict)

    def before(self, token: Token) -> list[Mention]:
        """The last mentions before a token in its sentence, resolved pronouns and unresolved ones among them."""
        mentions = self.mentions.get(token.sentence, [])
        end = bisect_left(mentions, token.i, key=_place)
        return mentions[max(0, end - _WIDE) : end]

    def put(self, mention: Mention, sentence: SentenceAt) -> None:
        """Add a mention, or replace the one at its place."""
        mentions = self.mentions.setdefault(sentence, [])
        at = bisect_left(mentions, mention.at, key=_place)
        mentions[at : at + (at < len(mentions) and mentions[at].at == mention.at)] = [mention]

    def fits(self, mention: Mention, word: str) -> bool:
        """Number, kind and gender agree, as far as they are known."""
        if word in _GENDERS:
            known = mention.gender or self.genders.get(mention.entity, "")
            return mention.kind == PERSON and known in ("", _GENDERS[word])
        return mention.kind == BODY if word == "it" else mention.kind in (PEOPLE, BODY)


def _place(mention: Mention) -> TokenAt:
    return mention.at


def find_antecedents(reading: Reading, actors: Sequence[FoundActor]) -> dict[TokenAt, Antecedent]:
    """Token of a pronoun, as a subject, or of a definite noun -> its antecedent."""
    quotes = reading.quoted
    cast = cast_of(reading, actors, quotes)
    text = _Text(reading, quotes, cast, {number: list(found) for number, found in cast.mentions.items()})
    for token in reading.tokens:
        if token.relation in _SUBJECTS or (token.relation == "pobj" and token.pos == "NOUN"):
            _resolve(text, actors, token)
    return text.found


def _resolve(text: _Text, actors: Sequence[FoundActor], token: Token) -> None:
    word = token.text.lower()
    if word in _PRONOUNS:
        _keep(text, token, word, _pronoun(text, token, word))
    elif token.pos == "NOUN":
        named = by_role(text.reading, text.cast, actors, token, _before(text, token))
        if named:
            text.found[token.i] = _answer(named, "coreference: definite noun")
            rank = _rank(text, token) if token.relation in _SUBJECTS else OTHER
            as_noun = replace(named, at=token.i, rank=rank, quoted=text.quotes[token.i])
            text.put(as_noun, token.sentence)


def _before(text: _Text, token: Token) -> Iterable[list[Mention]]:
    """The mentions before a token, sentence by sentence, the nearest first."""
    yield text.before(token)
    for number in range(token.sentence - 1, -1, -1):
        yield text.mentions.get(SentenceAt(number), [])


def _keep(text: _Text, token: Token, word: str, answer: Antecedent | None) -> None:
    """A pronoun is a mention itself, “he” and “she” also of somebody unknown."""
    if answer:
        text.found[token.i] = answer
    elif word in ("it", "they"):
        return
    actor, first = (answer.actor, answer.at) if answer else (None, None)
    kind = BODY if word == "it" or (word == "they" and actor is not None) else PEOPLE if word == "they" else PERSON
    gender = _GENDERS.get(word, "")
    mention = Mention(token.i, actor, kind, gender, _rank(text, token), text.quotes[token.i], first)
    text.genders[mention.entity] = gender
    text.put(mention, token.sentence)


def _rank(text: _Text, token: Token) -> int:
    return rank_of(text.reading, text.reading.tokens[token.head], text.quotes)


def _pronoun(text: _Text, token: Token, word: str) -> Antecedent | None:
    verb = text.reading.tokens[token.head]
    speaks = verb.lemma in word_set("speech", "verbs") | word_set("speech", "thinking") | word_set("speech", "judging")
    if word == "it" and token.relation == "nsubjpass":  # “It is said that …”
        return None
    if not speaks and word == "it" and (verb.lemma in word_set("anaphora", "empty-it") or verb.pos == "AUX"):
        return None
    above = _above(text, token, word)
    if not speaks and word in ("it", "they") and not above:
        return None
    if above is not None:
        return _answer(above[0], "coreference: subject of the clause above") if above else None
    if text.quotes[token.i]:
        return None
    return _earlier(text, token, word)


def _answer(mention: Mention, evidence: str) -> Antecedent:
    return Antecedent(mention.at if mention.first is None else mention.first, mention.actor, evidence)


def _above(text: _Text, token: Token, word: str) -> list[Mention] | None:
    """The nearest subject that governs the pronoun's clause and agrees; [] where another may be meant, None without."""
    reading = text.reading
    verb = reading.tokens[token.head]
    for above in islice(_up(reading, verb), _DEEP):
        subjects = [one for one in reading.below(above.i, *_SUBJECTS) if one.i != token.i]
        for subject in subjects:
            if subject.i > token.i or text.quotes[subject.i] != text.quotes[token.i]:
                continue
            if subject.text.lower() == word:
                return [one for one in text.before(token) if subject.i in text.found and one.at == subject.i]
            meant = [one for one in text.before(token) if _is_of(text, one, subject) and text.fits(one, word)]
            if meant:
                return meant[:1] if not _rivals(text, meant[0], token, word, above) else []
    return None


def _is_of(text: _Text, mention: Mention, subject: Token) -> bool:
    """The mention is this subject or stands in apposition to it."""
    return mention.at == subject.i or any(one.i == mention.at for one in text.reading.below(subject.i, "appos"))


def _rivals(text: _Text, meant: Mention, token: Token, word: str, above: Token) -> bool:
    """Another who agrees is joined to the subject or is an object of its verb; or owns it (“her daughter”)."""
    others = [one for one in text.before(token) if meant.at < one.at and text.fits(one, word)]
    others = [one for one in others if one.entity != meant.entity and one.quoted == meant.quoted]
    heads = [text.reading.tokens[one.at] for one in others]
    joined = {meant.at, text.reading.tokens[meant.at].head}
    owners = text.reading.below(meant.at, "poss")
    owned = owners and text.reading.tokens[meant.at].head == above.i and above.lemma not in word_set("speech", "verbs")
    return bool(owned) or any(one.head == above.i or (one.relation == "conj" and one.head in joined) for one in heads)


def _earlier(text: _Text, token: Token, word: str) -> Antecedent | None:
    """Whom the words before in the sentence, or the sentences before, are about."""
    here = [one for one in text.before(token) if not one.quoted and text.fits(one, word)]
    here = [one for one in here if not _is_said(text, one, token)]
    entities = {one.entity for one in here}
    if len(entities) > 1:
        return None
    if here and max(one.rank for one in here) >= INNER and not _is_unknown(text, here[-1]):
        return _answer(here[-1], "coreference: subject before in the sentence")
    voice = _voice(text, token, word)
    if voice is None or (here and voice.entity != here[0].entity) or _is_vague(voice) or _is_unknown(text, voice):
        return None
    names = {VOICE: "who spoke last", SUBJECT: "subject of the sentence before"}
    return _answer(voice, f"coreference: {names.get(voice.rank, 'the only one who agrees')}")


def _is_vague(mention: Mention) -> bool:
    """Somebody without a name who did not speak."""
    return mention.actor is None and mention.first is None and mention.rank < VOICE


def _is_unknown(text: _Text, mention: Mention) -> bool:
    """A pronoun that stands for nobody known."""
    return mention.actor is None and mention.first is None and text.reading.tokens[mention.at].pos == "PRON"


def _is_said(text: _Text, mention: Mention, token: Token) -> bool:
    """“He” of “…, he said” is nobody named in what is said."""
    reading, verb = text.reading, text.reading.tokens[token.head]
    above = {one.i for one in islice(_up(reading, reading.tokens[mention.at]), _DEEP)}
    said = [one.i for one in reading.below(verb.i, "ccomp") if not text.quotes[one.i]]
    if verb.relation in ("parataxis", "ccomp") and verb.head < verb.i and not text.quotes[verb.head]:
        said.append(verb.head)
    return any(i in above or i == mention.at for i in said)


def _up(reading: Reading, token: Token) -> Iterator[Token]:
    """The head, its head and so on."""
    while token.head != token.i:
        token = reading.tokens[token.head]
        yield token


def _voice(text: _Text, token: Token, word: str) -> Mention | None:
    """The one who agrees in the nearest sentence that has any: its speaker, its subject, or the only one."""
    left, only = _BACK if word in _GENDERS else 1, None
    for number in map(SentenceAt, range(token.sentence - 1, max(-1, token.sentence - 1 - _DEEP), -1)):
        fitting = [one for one in text.mentions.get(number, ()) if not one.quoted and text.fits(one, word)]
        best = _best(text.reading, fitting) if fitting else None
        if fitting and (best is None or (only and best.entity != only.entity)):
            return None
        if word in _GENDERS and _may_be_somebody(text, number, best):
            return None
        if best and (best.rank >= SUBJECT or only or _also_spoke(text, fitting, token)):
            return best
        only = only or best
        left -= any(not text.quotes[i] for i in range(*text.reading.sentences[number]))
        if not left:
            break
    return only if word in _GENDERS else None


def _may_be_somebody(text: _Text, number: SentenceAt, best: Mention | None) -> bool:
    """A name of unknown sort plays no lesser part in the sentence than whoever agrees."""
    unsure = [one.rank for one in text.mentions.get(number, ()) if one.unsure and not one.quoted]
    return bool(unsure) and max(unsure) >= (best.rank if best else OTHER)


def _also_spoke(text: _Text, fitting: Sequence[Mention], token: Token) -> bool:
    """“Officials confirmed that X said so. He also said …”: one alone agrees, and speaks in both."""
    reading = text.reading
    told = reading.tokens[fitting[-1].at]
    verbs = reading.tokens[told.head], reading.tokens[token.head]
    return told.relation == "nsubj" and all(says(reading, verb) for verb in verbs)


def _best(reading: Reading, fitting: Sequence[Mention]) -> Mention | None:
    """The speaker, or the subject where nobody else is one; the only one; None where two may be meant."""
    top = max(one.rank for one in fitting)
    meant = [one for one in fitting if one.rank == top]
    others = [one for one in fitting if one.entity != meant[-1].entity]
    if top == SUBJECT:
        others = [one for one in others if reading.tokens[one.at].relation not in ("poss", "compound")]
    elif top == VOICE:
        others = [one for one in others if one.rank >= SUBJECT]
    return None if others else meant[-1]
