"""Who died or was hurt, and how many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.draft.extraction import Span
from dateline.draft.lexicon import pattern, word_set, words
from dateline.draft.rules.language import Reading, Token
from dateline.model import Count

_NOBODY = {"nobody", "none", "no"}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@dataclass(frozen=True)
class Casualty:
    """People of one kind in one clause. heads: their nouns or names; verb: the token that says what befell them."""

    injured: bool
    verb: int
    heads: tuple[int, ...]
    count: Count | None
    span: Span


def find_casualties(reading: Reading) -> tuple[Casualty, ...]:
    """Every mention of dead and hurt people, in text order; running totals left out."""
    found: list[Casualty] = []
    for token in reading.tokens:
        for injured, heads in _people(reading, token):
            if heads and not is_total(reading, token):
                found.append(
                    Casualty(injured, token.i, heads, _sum(reading, heads), reading.sentence_span(token.sentence))
                )
    return tuple(found)


def _people(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[int, ...]]]:
    if token.pos == "VERB":
        yield from _of_verb(reading, token)
    elif token.lemma in word_set("casualties", "deaths") | word_set("casualties", "injuries") and token.pos == "NOUN":
        if any(one.relation == "nummod" for one in reading.below(token.i)):
            yield token.lemma in word_set("casualties", "injuries"), (token.i,)
    elif token.lemma in word_set("incident-words", "fatal") and token.pos == "NOUN":
        yield False, _grouped(reading, _of_noun(reading, token), living=True)
    elif token.lemma == "life" and _claims(reading, token):
        yield (
            False,
            _grouped(reading, [one.i for of in reading.below(token.i, "prep") for one in reading.below(of.i, "pobj")]),
        )
    elif token.text.lower() in word_set("casualties", "dead") | word_set("casualties", "hurt") and token.pos in (
        "ADJ",
        "NOUN",
    ):
        yield from _of_adjective(reading, token)


def _of_noun(reading: Reading, token: Token) -> list[int]:
    """“The murder of six priests”, “the judge's assassination”."""
    after = [one.i for of in reading.below(token.i, "prep") if of.lemma == "of" for one in reading.below(of.i, "pobj")]
    return after + [one.i for one in reading.below(token.i, "poss")]


def _of_verb(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[int, ...]]]:
    for injured, key in ((False, "kill"), (True, "injure")):
        if token.lemma in word_set("casualties", key) or (not injured and is_deadly(reading, token)):
            objects = [one.i for one in reading.below(token.i, "dobj", "nsubjpass")]
            if not objects and token.tag in ("VBN", "VBD"):
                objects = _earlier_objects(reading, token)
            yield injured, _grouped(reading, objects, living=True)
    if token.lemma in word_set("casualties", "die"):
        yield False, _grouped(reading, [one.i for one in reading.below(token.i, "nsubj")])
    if token.lemma == "lose" and any(one.lemma == "life" for one in reading.below(token.i, "dobj")):
        subjects = [one.i for one in reading.below(token.i, "nsubj") if one.tag not in ("WP", "WDT")]
        yield False, _grouped(reading, subjects or ([token.head] if token.relation == "relcl" else []))


def is_deadly(reading: Reading, verb: Token) -> bool:
    """“Kill”, or “shot dead”, “found dead”, “stabbed to death”."""
    following = reading.tokens[verb.i + 1 : verb.i + 2]
    said = [*following, *reading.below(verb.i, "acomp", "oprd", "ccomp")]
    to_death = (one.lemma for to in reading.below(verb.i, "prep") if to.lemma == "to" for one in reading.below(to.i))
    return (
        verb.lemma in word_set("casualties", "kill")
        or any(one.text.lower() == "dead" for one in said)
        or "death" in to_death
    )


def _earlier_objects(reading: Reading, token: Token) -> list[int]:
    """“two people were killed and seven wounded”, “the man killed in the blast”."""
    head = reading.tokens[token.head]
    if token.relation in ("acl", "relcl") and token.tag == "VBN":
        return [head.i]
    if token.relation == "conj":
        before = [one for one in reading.tokens[head.i + 1 : token.i] if one.pos == "NUM"]
        joined = [one.i for one in reading.below(head.i, "nsubjpass", "dobj")]
        return [before[-1].i] if before else joined
    return [token.i - 1] if token.i and reading.tokens[token.i - 1].pos == "NUM" else []


def _of_adjective(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """“left nine dead and 12 wounded”."""
    injured = token.text.lower() in word_set("casualties", "hurt")
    before = reading.tokens[max(0, token.i - 2) : token.i]
    number = next((one.i for one in reversed(before) if one.pos == "NUM"), None)
    people = [one for one in before if one.lemma in word_set("casualties", "people")]
    if number is not None:
        yield injured, (people[-1].i if people else number,)


def _claims(reading: Reading, token: Token) -> bool:
    first, _ = reading.sentences[token.sentence]
    return bool(pattern("casualties", "claims-life").search(reading.text, reading.tokens[first].start, token.end + 4))


def _grouped(reading: Reading, heads: list[int], *, living: bool = False) -> tuple[int, ...]:
    """Each noun with those that "and" joins to it; only people. living: what is killed is alive, whatever its noun."""
    found: list[int] = []
    for head in heads:
        rest = [head]
        while rest:
            one = rest.pop(0)
            if one not in found and (
                _is_people(reading, reading.tokens[one]) or (living and _lives(reading.tokens[one]))
            ):
                found.append(one)
            joined = [child.i for child in reading.below(one, "conj", "appos")]
            rest += [child for child in joined if not _speaks_next(reading, child)]
    return tuple(sorted(found))


def _lives(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and token.lemma not in word_set("casualties", "not-people")


def _speaks_next(reading: Reading, i: int) -> bool:
    """“Killing seven people, police and a doctor said”: they are no victims."""
    rest = reading.subtree(i)[-1] + 1
    return rest < len(reading.tokens) and reading.tokens[rest].lemma in word_set("speech", "verbs")


def _is_people(reading: Reading, token: Token) -> bool:
    if token.name in ("PERSON", "NORP") or (
        token.pos in ("NUM", "PRON") and token.lemma not in ("it", "that", "which", "this", "what")
    ):
        return True
    return (
        token.lemma in word_set("casualties", "people")
        or token.text.lower() in words("numbers")["ranges"]
        or (_lives(token) and any(one.relation == "nummod" for one in reading.below(token.i)))
    )


@dataclass(frozen=True)
class _Amount:
    """What a noun phrase says of its number; least or most is None where it does not say."""

    least: int | None = None
    most: int | None = None
    about: bool = False


def _sum(reading: Reading, heads: tuple[int, ...]) -> Count | None:
    tokens = [reading.tokens[head] for head in heads]
    amounts = [_amount(reading, token) for token in tokens if token.relation != "appos" or token.head not in heads]
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


def _amount(reading: Reading, token: Token) -> _Amount:
    ranges = words("numbers")["ranges"]
    if {token.text.lower(), *(one.text.lower() for one in reading.below(token.i, "det", "neg"))} & _NOBODY:
        return _Amount(0, 0)
    given = [token] if token.pos == "NUM" else reading.below(token.i, "nummod")
    if given and token.text.lower() not in ranges:
        value = number_of(reading, given[0])
        return _Amount() if value is None else _bounded(reading, given[0], value)
    vague = [one for one in (token, *reading.below(token.i)) if one.text.lower() in ranges]
    if vague:
        return _Amount(least=ranges[vague[0].text.lower()])
    alone = token.tag in ("NN", "NNP") or token.text.lower() in ("him", "her", "he", "she")
    return _Amount(1, 1) if alone and token.lemma != "police" else _Amount()


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


def is_total(reading: Reading, token: Token) -> bool:
    """True where the sentence counts over a longer time: “since 2014”, “so far this year”."""
    span = reading.sentence_span(token.sentence)
    sentence = " ".join(span.of(reading.text).lower().split())
    return any(re.search(rf"\b{re.escape(cue)}\b", sentence) for cue in words("casualties")["totals"])
