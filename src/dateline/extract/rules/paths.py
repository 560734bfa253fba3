"""How two tokens of one sentence stand to each other: the clauses that lie between them."""

from dataclasses import dataclass

from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.text.lexicon import word_set
from dateline.text.span import Span

_DEEP = 30  # steps up a sentence's tree
_FAR = 60  # tokens
_BOUNDS = frozenset({"relcl", "advcl", "ccomp", "acl", "pcomp", "parataxis", "csubj", "csubjpass"})


@dataclass(frozen=True)
class Path:
    """The lowest token that holds both, and the heads of the clauses between it and each, the innermost first.

    apart  they stand so far from each other that the path is not followed to its end
    """

    top: Token
    own: tuple[Token, ...]
    other: tuple[Token, ...]
    apart: bool = False


def path_between(reading: Reading, own: TokenAt, other: TokenAt) -> Path:
    """The path of two tokens of one sentence."""
    mine = [reading.tokens[own], *reading.ancestors(own, _DEEP)]
    theirs = [reading.tokens[other], *reading.ancestors(other, _DEEP)]
    at = {token.i: number for number, token in enumerate(mine)}
    meet = next((number for number, token in enumerate(theirs) if token.i in at), None)
    if meet is None:
        return Path(theirs[-1], (), (), apart=True)
    return Path(theirs[meet], _clauses(mine[: at[theirs[meet].i]]), _clauses(theirs[:meet]))


def reach_of(reading: Reading, i: TokenAt) -> Span:
    """The words of a token's sentence that stand near it."""
    first, end = reading.sentences[reading.tokens[i].sentence]
    return reading.span(TokenAt(max(first, i - _FAR)), TokenAt(min(end - 1, i + _FAR)))


def verb_over(reading: Reading, i: TokenAt) -> Token:
    """The token or the nearest above it that is a verb; the root where none is."""
    chain = [reading.tokens[i], *reading.ancestors(i, _DEEP)]
    return next((one for one in chain if one.pos in ("VERB", "AUX")), chain[-1])


def is_meanwhile(reading: Reading, clause: Token) -> bool:
    """“When a bomb went off”, “killing five”: no joint that tells another time, as “after” does."""
    marks = {one.lemma for one in reading.below(clause.i, "mark")}
    marks |= {one.lemma for one in reading.below(clause.i, "prep") if one.i < clause.i and one.pos == "SCONJ"}
    return marks <= word_set("joining", "meanwhile")


def _clauses(chain: list[Token]) -> tuple[Token, ...]:
    return tuple(one for one in chain if one.relation in _BOUNDS or (one.relation == "conj" and one.pos == "VERB"))


def is_of_the_dying(reading: Reading, clause: Token) -> bool:
    """“The second guard to be killed died on Monday”: the clause tells of the death that the verb above tells."""
    noun = reading.tokens[clause.head]
    passive = clause.relation in ("acl", "relcl") and clause.tag == "VBN"
    return passive and noun.relation == "nsubj" and reading.tokens[noun.head].lemma in word_set("casualties", "die")


def is_told_beside(reading: Reading, i: TokenAt, top: Token) -> bool:
    """“After the bombing”, “in the wake of the raid”: a word of another time or cause stands between it and the top."""
    for above in reading.ancestors(i, _DEEP):
        if above.i == top.i:
            return False
        if above.pos != "VERB" and above.lemma in word_set("modality", "background"):
            return True
    return False
