"""Whether a noun phrase tells of people, and of how many: "at least nine", "two hundred", "a priest"."""

from dataclasses import dataclass

from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.model import Count
from dateline.text.lexicon import word_set
from dateline.text.numbers import Number

_NO_PERSON = {"GPE", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT"}
_NOBODY = {"nobody", "none", "no"}
_ALL = {"people", "person", "civilian", "victim", "other", "man"}
_THINGS = {"it", "that", "which", "this", "what"}
_COUNTING = ("nummod", "amod", "compound", "quantmod", "det", "predet", "nmod")


@dataclass(frozen=True)
class _Amount:
    """What a noun phrase says of its number; least or most is None where it does not say.

    is_read  False where it has a number that cannot be read
    """

    least: int | None = None
    most: int | None = None
    about: bool = False
    is_read: bool = True


def sum_of(reading: Reading, heads: tuple[TokenAt, ...]) -> Count | None:
    """The number of people whom some nouns name together; None where nothing tells it, or it cannot be read."""
    kept = _each_number_once(reading, heads)
    apart = {token.i for token in kept if not _breaks_down(reading, token, heads)}
    tokens = [token for token in kept if token.i in apart and not _tells_again(reading, token, heads)]
    return _count([_amount(reading, token) for token in tokens])


def _count(amounts: list[_Amount]) -> Count | None:
    least = sum(amount.least or 0 for amount in amounts)
    most = sum(amount.most or 0 for amount in amounts)
    if not least and not most and not any(amount.least == 0 for amount in amounts):
        return None
    if not all(amount.is_read for amount in amounts):
        return None
    if any(amount.about for amount in amounts):
        return Count(best=max(least, most))
    if any(amount.least is None for amount in amounts):
        least_known = least or None
        return Count(low=least_known, high=most) if len(amounts) == 1 else Count(low=least_known or most)
    return Count(low=least, high=most if all(amount.most is not None for amount in amounts) else None)


def _breaks_down(reading: Reading, token: Token, heads: tuple[TokenAt, ...]) -> bool:
    """“Two persons, a lawyer and a clerk”: one of those in apposition that together make the number before them."""
    first = token
    while first.relation == "conj" and first.head in heads:
        first = reading.tokens[first.head]
    if first.relation != "appos" or first.head not in heads:
        return False
    parts = [i for i in heads if i == first.i or (i > first.i and first.i in {one.i for one in reading.ancestors(i)})]
    told = _amount(reading, reading.tokens[first.head])
    return told.least == sum(_amount(reading, reading.tokens[i]).least or 0 for i in parts)


def _each_number_once(reading: Reading, heads: tuple[TokenAt, ...]) -> list[Token]:
    """“Two hundred and twelve died”: two heads of one number."""
    seen: dict[object, Token] = {}
    for head in heads:
        seen.setdefault(number_of(reading, reading.tokens[head]) or head, reading.tokens[head])
    return list(seen.values())


def _tells_again(reading: Reading, token: Token, heads: tuple[TokenAt, ...]) -> bool:
    """“A Salas, president of the firm and mayor”: a second noun for one who is counted already."""
    if token.relation == "conj" and token.head in heads and not reading.below(token.i, "det", "poss", "nummod"):
        return token.tag == "NN" and _tells_again(reading, reading.tokens[token.head], heads)
    return token.relation == "appos" and token.head in heads and not _is_next(reading, token)


def _is_next(reading: Reading, token: Token) -> bool:
    """The second of a row, which the parser takes for an apposition: “a judge, his wife and two guards”."""
    first = reading.tokens[token.head]
    if not any(one.lemma == "and" for one in reading.below(token.i, "cc")) or first.lemma in _ALL:
        return False
    new = any(one.lemma in ("a", "an", "one") for one in reading.below(first.i, "det", "nummod"))
    theirs = any(one.tag == "PRP$" for one in reading.below(token.i, "poss")) and (new or number_of(reading, first))
    return bool(theirs) or (number_of(reading, first) is not None and number_of(reading, token) is not None)


def _amount(reading: Reading, token: Token) -> _Amount:
    number = number_of(reading, token)
    if is_nobody(reading, token):
        return _Amount(0, 0)
    if number:
        return _Amount(number.low, number.high, number.about, is_read=(number.low, number.high) != (None, None))
    alone = token.tag in ("NN", "NNP") or token.text.lower() in ("him", "her", "he", "she")
    return _Amount(1, 1) if alone and token.lemma not in word_set("casualties", "collectives") else _Amount()


def is_nobody(reading: Reading, noun: Token) -> bool:
    """“Nobody”, “no soldiers”; not “no fewer than 12 soldiers”."""
    said = {noun.text.lower(), *(one.text.lower() for one in reading.below(noun.i, "det", "neg"))}
    return bool(said & _NOBODY) and number_of(reading, noun) is None


def number_of(reading: Reading, noun: Token) -> Number | None:
    """The whole phrase that tells the number of a noun, or that the token belongs to; the nearest before it."""
    if noun.i in reading.number_at:
        return reading.number_at[noun.i]
    beside = reading.tokens[noun.i - 1] if noun.i else noun
    if beside.i in reading.number_at and noun.i in {above.i for above in reading.ancestors(beside.i, 3)}:
        return reading.number_at[beside.i]  # “rose to three and 12 others were hurt”
    before = [one.i for one in reading.below(noun.i, *_COUNTING) if one.i < noun.i and one.i in reading.number_at]
    if not before and noun.lemma in word_set("casualties", "collectives"):  # “a family of seven”
        of = [one for of in reading.below(noun.i, "prep") if of.lemma == "of" for one in reading.below(of.i, "pobj")]
        if noun.lemma == "total":
            return number_of(reading, of[0]) if of else None  # “a total of 17 people”
        return next((reading.number_at[one.i] for one in of if one.i in reading.number_at), None)
    return reading.number_at[before[-1]] if before else None


def is_people(reading: Reading, token: Token) -> bool:
    """A person or people: by its name, as a number or pronoun, by the lists, or what is counted and can be killed."""
    if token.name in ("PERSON", "NORP"):
        return True
    if token.i in reading.number_at and token.name != "DATE":
        counted = [
            one for of in reading.below(token.i, "prep") if of.lemma == "of" for one in reading.below(of.i, "pobj")
        ]
        if not counted and token.relation == "conj" and token.lemma in word_set("casualties", "sums-of-money"):
            return False  # “six people and millions in losses”
        return all(is_people(reading, one) or lives(one) for one in counted)
    if token.pos in ("NUM", "PRON") and token.name != "DATE" and token.lemma not in _THINGS:
        return True
    if token.lemma in word_set("casualties", "people"):
        return True
    tribe = token.name in ("GPE", "LOC") and token.pos in ("NOUN", "PROPN")  # “200 Rizeigat”
    return (lives(token) or tribe) and number_of(reading, token) is not None


def lives(token: Token) -> bool:
    """What can be killed, as far as its noun says."""
    known = token.lemma in word_set("casualties", "not-people") or token.name in _NO_PERSON
    return token.pos in ("NOUN", "PROPN") and not known and len(token.text) > 1
