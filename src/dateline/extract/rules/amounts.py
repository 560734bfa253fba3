"""Whether a noun phrase tells of people, and of how many: "at least nine", "two hundred", "a priest"."""

import re
from dataclasses import dataclass

from dateline.extract.rules.language import Reading, Token
from dateline.model import Count
from dateline.text.lexicon import word_set, words

_NO_PERSON = {"GPE", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT"}
_NOBODY = {"nobody", "none", "no"}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@dataclass(frozen=True)
class _Amount:
    """What a noun phrase says of its number; least or most is None where it does not say."""

    least: int | None = None
    most: int | None = None
    about: bool = False


def sum_of(reading: Reading, heads: tuple[int, ...]) -> Count | None:
    """The number of people whom some nouns name together; None where nothing tells it."""
    tokens = [reading.tokens[head] for head in heads]
    amounts = [_amount(reading, token) for token in tokens if not _tells_again(reading, token, heads)]
    least = sum(amount.least or 0 for amount in amounts)
    most = sum(amount.most or 0 for amount in amounts)
    if not least and not most and not any(amount.least == 0 for amount in amounts):
        return None
    if any(amount.about for amount in amounts):
        return Count(best=max(least, most))
    if any(amount.least is None for amount in amounts):
        least_known = least or None
        return Count(low=least_known, high=most) if len(amounts) == 1 else Count(low=least_known or most)
    return Count(low=least, high=most if all(amount.most is not None for amount in amounts) else None)


def _tells_again(reading: Reading, token: Token, heads: tuple[int, ...]) -> bool:
    """“A Salas, president of the firm and mayor”: a second noun for one who is counted already."""
    if token.relation == "conj" and token.head in heads and not reading.below(token.i, "det", "poss", "nummod"):
        return token.tag == "NN" and _tells_again(reading, reading.tokens[token.head], heads)
    return token.relation == "appos" and token.head in heads


def _amount(reading: Reading, token: Token) -> _Amount:
    ranges = words("numbers")["ranges"]
    if {token.text.lower(), *(one.text.lower() for one in reading.below(token.i, "det", "neg"))} & _NOBODY:
        return _Amount(0, 0)
    spelled = [
        one for one in reading.below(token.i, "amod", "compound") if one.text.lower() in words("numbers")["words"]
    ]
    given = [token] if token.pos == "NUM" else _right_before(reading, token) or spelled
    # “12 others” says its number; “two dozens” does not.
    if given and (token.text.lower() not in ranges or token.lemma == "other"):
        value = number_of(reading, given[0])
        return _Amount() if value is None else _bounded(reading, given[0], value)
    vague = [one for one in (token, *reading.below(token.i)) if one.text.lower() in ranges]
    if vague:
        return _Amount(least=ranges[vague[0].text.lower()])
    alone = token.tag in ("NN", "NNP") or token.text.lower() in ("him", "her", "he", "she")
    return _Amount(1, 1) if alone and token.lemma != "police" else _Amount()


def _right_before(reading: Reading, noun: Token) -> list[Token]:
    """The numbers of a noun, the one beside it first: “rose to three and 12 others were hurt”."""
    given = reading.below(noun.i, "nummod")
    beside = reading.tokens[noun.i - 1] if noun.i else noun
    return [beside] if given and beside.pos == "NUM" and beside.head == given[0].i else given


def number_of(reading: Reading, token: Token) -> int | None:
    """The value of a number with its parts: "twenty", "1,200", "two hundred"."""
    if _DIGITS.fullmatch(token.text):
        return int(token.text.replace(",", ""))
    known: dict[str, int] = words("numbers")["words"]
    before = reading.tokens[max(0, token.i - 2) : token.i]
    if len(before) == 2 and before[1].text == "-" and known.get(before[0].text.lower(), 0) >= 20:
        return known[before[0].text.lower()] + known.get(token.text.lower(), 0)
    parts = [known[word] for word in token.text.lower().split("-") if word in known]
    factors = [
        reading.tokens[child]
        for child in reading.children[token.i]
        if reading.tokens[child].relation in ("compound", "nummod")
    ]
    factor = number_of(reading, factors[0]) if factors else None
    total = sum(parts) if parts else None
    return total * factor if total is not None and factor and total >= 100 else total


def _bounded(reading: Reading, token: Token, value: int) -> _Amount:
    before = reading.text[max(0, token.start - 25) : token.start].lower()
    amounts = {"low": _Amount(least=value), "high": _Amount(most=value), "about": _Amount(value, value, about=True)}
    for key, amount in amounts.items():
        if any(re.search(rf"\b{re.escape(phrase)}\s+$", before) for phrase in words("numbers")[key]):
            return amount
    return _Amount(value, value)


def is_people(reading: Reading, token: Token) -> bool:
    """A person or people: by its name, as a number or pronoun, by the lists, or what is counted and can be killed."""
    if token.name in ("PERSON", "NORP") or (
        token.pos in ("NUM", "PRON")
        and token.name != "DATE"
        and token.lemma not in ("it", "that", "which", "this", "what")
    ):
        return True
    return (
        token.lemma in word_set("casualties", "people")
        or token.text.lower() in words("numbers")["ranges"]
        or (lives(token) and any(one.relation == "nummod" for one in reading.below(token.i)))
    )


def lives(token: Token) -> bool:
    """What can be killed, as far as its noun says."""
    known = token.lemma in word_set("casualties", "not-people") or token.name in _NO_PERSON
    return token.pos in ("NOUN", "PROPN") and not known
