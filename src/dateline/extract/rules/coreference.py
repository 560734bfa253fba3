"""Who is meant by “he”, “she”, “it”, “they”, “the general”, “the group”: the antecedent of a subject, or nothing.

An answer needs evidence that has a name; where two may be meant, there is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from dateline.extract.rules.discourse import DEEP, GENDERS, Antecedent, Discourse, answer_of, up
from dateline.extract.rules.earlier import earlier
from dateline.extract.rules.language import Reading, SentenceAt, Token, TokenAt
from dateline.extract.rules.mentions import (
    BODY,
    OTHER,
    PEOPLE,
    PERSON,
    Mention,
    cast_of,
    rank_of,
)
from dateline.extract.rules.roles import by_role
from dateline.facts.extraction import FoundActor
from dateline.text.lexicon import word_set

_SUBJECTS = ("nsubj", "nsubjpass")
_PRONOUNS = {"he", "she", "it", "they"}


def find_antecedents(reading: Reading, actors: Sequence[FoundActor]) -> dict[TokenAt, Antecedent]:
    """Token of a pronoun, as a subject, or of a definite noun -> its antecedent."""
    quotes = reading.quoted
    cast = cast_of(reading, actors, quotes)
    text = Discourse(reading, quotes, cast, {number: list(found) for number, found in cast.mentions.items()})
    for token in reading.tokens:
        if token.relation in _SUBJECTS or (token.relation == "pobj" and token.pos == "NOUN"):
            _resolve(text, actors, token)
    return text.found


def _resolve(text: Discourse, actors: Sequence[FoundActor], token: Token) -> None:
    word = token.text.lower()
    if word in _PRONOUNS:
        _keep(text, token, word, _pronoun(text, token, word))
    elif token.pos == "NOUN":
        named = by_role(text.reading, text.cast, actors, token, _before(text, token))
        if named:
            text.found[token.i] = answer_of(named, "coreference: definite noun")
            rank = _rank(text, token) if token.relation in _SUBJECTS else OTHER
            as_noun = replace(named, at=token.i, rank=rank, quoted=text.quotes[token.i])
            text.put(as_noun, token.sentence)


def _before(text: Discourse, token: Token) -> Iterable[list[Mention]]:
    """The mentions before a token, sentence by sentence, the nearest first."""
    yield text.before(token)
    for number in range(token.sentence - 1, -1, -1):
        yield text.mentions.get(SentenceAt(number), [])


def _keep(text: Discourse, token: Token, word: str, answer: Antecedent | None) -> None:
    """A pronoun is a mention itself, “he” and “she” also of somebody unknown."""
    if answer:
        text.found[token.i] = answer
    elif word in ("it", "they"):
        return
    actor, first = (answer.actor, answer.at) if answer else (None, None)
    kind = BODY if word == "it" or (word == "they" and actor is not None) else PEOPLE if word == "they" else PERSON
    gender = GENDERS.get(word, "")
    mention = Mention(token.i, actor, kind, gender, _rank(text, token), text.quotes[token.i], first)
    text.genders[mention.entity] = gender
    text.put(mention, token.sentence)


def _rank(text: Discourse, token: Token) -> int:
    return rank_of(text.reading, text.reading.tokens[token.head], text.quotes)


def _pronoun(text: Discourse, token: Token, word: str) -> Antecedent | None:
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
        return answer_of(above[0], "coreference: subject of the clause above") if above else None
    if text.quotes[token.i]:
        return None
    return earlier(text, token, word)


def _above(text: Discourse, token: Token, word: str) -> list[Mention] | None:
    """The nearest subject that governs the pronoun's clause and agrees; [] where another may be meant, None without."""
    reading = text.reading
    verb = reading.tokens[token.head]
    for above in islice(up(reading, verb), DEEP):
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


def _is_of(text: Discourse, mention: Mention, subject: Token) -> bool:
    """The mention is this subject or stands in apposition to it."""
    return mention.at == subject.i or any(one.i == mention.at for one in text.reading.below(subject.i, "appos"))


def _rivals(text: Discourse, meant: Mention, token: Token, word: str, above: Token) -> bool:
    """Another who agrees is joined to the subject or is an object of its verb; or owns it (“her daughter”)."""
    others = [one for one in text.before(token) if meant.at < one.at and text.fits(one, word)]
    others = [one for one in others if one.entity != meant.entity and one.quoted == meant.quoted]
    heads = [text.reading.tokens[one.at] for one in others]
    joined = {meant.at, text.reading.tokens[meant.at].head}
    owners = text.reading.below(meant.at, "poss")
    owned = owners and text.reading.tokens[meant.at].head == above.i and above.lemma not in word_set("speech", "verbs")
    return bool(owned) or any(one.head == above.i or (one.relation == "conj" and one.head in joined) for one in heads)
