"""The smallest words that say a thing by themselves: a clause where it can stand alone, else the sentence."""

from dateline.extract.rules.language import Reading, TokenAt
from dateline.text.span import Span

_LEAST_WORDS = 5
_NEAR = 2  # sentences


def clause_of(reading: Reading, i: TokenAt) -> Span:
    """The leading subordinate clause that holds the token, or its sentence without one."""
    token = reading.tokens[i]
    first, end = reading.sentences[token.sentence]
    cut = _end_of_leading_clause(reading, first, end)
    if cut is None:
        return reading.sentence_span(token.sentence)
    left, right = (first, cut - 1) if i < cut else (cut + 1, end - 1)
    if right - left + 1 < _LEAST_WORDS:
        return reading.sentence_span(token.sentence)
    return reading.span(TokenAt(left), TokenAt(right))


def words_of(reading: Reading, i: TokenAt, saying: TokenAt) -> Span:
    """The clause that holds the token, with the words of saying: in its sentence or in one near it."""
    span = clause_of(reading, i)
    if saying < 0:
        return span
    said = reading.tokens[saying]
    sentence, other = reading.tokens[i].sentence, said.sentence
    if abs(sentence - other) > _NEAR:
        return span
    if span.start <= said.start < span.end:
        return span
    first, last = sorted((sentence, other))
    return Span(reading.sentence_span(first).start, reading.sentence_span(last).end)


def _end_of_leading_clause(reading: Reading, first: TokenAt, end: TokenAt) -> TokenAt | None:
    """The comma after “While it remains unclear who did it”; None where a sentence has no such beginning."""
    for token in reading.tokens[first:end]:
        if token.relation != "advcl" or reading.tokens[token.head].relation != "ROOT" or token.head < token.i:
            continue
        below = reading.subtree(token.i)
        comma = TokenAt(below[-1] + 1)
        has_subject = any(one.relation.startswith("nsubj") for one in reading.below(token.i))
        if below[0] == first and has_subject and comma < end and reading.tokens[comma].text == ",":
            return comma
    return None
