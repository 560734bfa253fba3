"""Who died or was hurt, and how many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from dateline.extract.rules.amounts import sum_of
from dateline.extract.rules.dying import people_harmed
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.rows import grouped
from dateline.extract.rules.totals import is_of_more, is_total
from dateline.model import Count
from dateline.text.lexicon import pattern, word_set
from dateline.text.span import Span

_ONE = Count(low=1, high=1)


@dataclass(frozen=True)
class Casualty:
    """People of one kind in one clause. heads: their nouns or names; verb: the token that says what befell them.

    origin   that token's base form
    further  they come on top of those told before; also: so says the verb, of whatever sentence
    """

    injured: bool
    verb: TokenAt
    heads: tuple[TokenAt, ...]
    count: Count | None
    span: Span
    origin: str = ""
    further: bool = False
    also: bool = False


def find_casualties(reading: Reading) -> tuple[Casualty, ...]:
    """Every mention of dead and hurt people, in text order; running totals left out."""
    found: list[Casualty] = []
    for token in reading.tokens:
        for injured, heads in people_harmed(reading, token):
            if heads and not is_total(reading, token):
                span, origin = reading.sentence_span(token.sentence), f"casualties: {token.lemma}"
                also = any(one.lemma == "also" for one in reading.below(token.i, "advmod"))
                among = pattern("casualties", "among-them").search(reading.text, span.start, span.end)
                further = not among and (also or _are_further(reading, heads))
                counted = sum_of(reading, _one_of(reading, token, heads))
                if counted and counted != _ONE and not _are_known(reading, heads) and is_of_more(reading, token):
                    continue
                found.append(Casualty(injured, token.i, heads, counted, span, origin, further, also))
        for injured, heads in _some_of(reading, token):
            span, origin = reading.sentence_span(token.sentence), f"casualties: {token.lemma} include"
            found.append(Casualty(injured, token.i, heads, None, span, origin))
    return tuple(found)


def _one_of(reading: Reading, verb: Token, heads: tuple[TokenAt, ...]) -> tuple[TokenAt, ...]:
    """“An elder and member of the council has been killed”: one, as the verb says; others stand behind it."""
    said = [one for one in reading.below(verb.i, "aux", "auxpass") if one.tag in ("VBZ", "VBD")]
    if not any(one.text.lower() in ("was", "has", "is") for one in said):
        return heads
    before = [i for i in heads if i < verb.i]
    alone = all(reading.tokens[i].tag in ("NN", "NNP") and not reading.below(i, "nummod") for i in before)
    return (*before[:1], *(i for i in heads if i > verb.i)) if alone else heads


def _some_of(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[TokenAt, ...]]]:
    """“The wounded include a child and a woman”, “among the dead were two nuns”: who some were, not how many."""
    injured = token.text.lower() in word_set("casualties", "hurt")
    if not injured and token.text.lower() not in word_set("casualties", "the-dead"):
        return
    above = reading.tokens[token.head]
    if token.relation == "nsubj" and above.lemma in ("include", "be"):
        heads = reading.below(above.i, "dobj", "attr")
    elif token.relation == "pobj" and above.lemma == "among" and reading.tokens[above.head].lemma == "be":
        heads = [one for one in reading.below(above.head, "nsubj", "attr") if one.i > token.i]
    else:
        return
    some = grouped(reading, [one.i for one in heads], living=True)
    if some:
        yield injured, some


def _are_further(reading: Reading, heads: tuple[TokenAt, ...]) -> bool:
    """“Three further people”, “an additional 12 civilians”."""
    words_ = {one.lemma for one in (reading.tokens[heads[0]], *reading.below(heads[0]))}
    return bool(words_ & word_set("casualties", "further"))


def _are_known(reading: Reading, heads: tuple[TokenAt, ...]) -> bool:
    """“Her two children”, “the three brothers”: certain people, and no sum."""
    said = reading.below(heads[0], "det", "poss")
    return any(one.relation == "poss" or one.lemma in ("the", "these", "those") for one in said)


def further_than(first: Casualty, told: Iterable[Casualty]) -> tuple[Casualty, ...]:
    """Those of other sentences whose number is said to come on top of the first one."""
    sentences = {first.span}
    found: list[Casualty] = []
    for other in told:
        if other.count and other.further and not first.further and (other.also or other.span not in sentences):
            sentences.add(other.span)
            found.append(other)
    return tuple(found)


def sum_told(counts: Iterable[Count]) -> Count:
    """Numbers that come on top of one another, as one."""
    return reduce(_plus, counts)


def _plus(one: Count, two: Count) -> Count:
    if one.best is not None or two.best is not None:
        return Count(best=(one.best or one.low or one.high or 0) + (two.best or two.low or two.high or 0))
    high = one.high + two.high if one.high is not None and two.high is not None else None
    return Count(low=(one.low or 0) + (two.low or 0), high=high)
