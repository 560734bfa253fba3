"""What the content of a noun is worth: “the theory that Y did it”, “no evidence that Y did it”, “the claim that …”."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.extract.rules.language import Reading, Token
from dateline.text.lexicon import word_set

_NONE = frozenset({"no", "any", "little", "without", "scant"})
_QUOTES = frozenset({"“", '"', "‘"})


def worth_of_content(reading: Reading, chain: Sequence[Token]) -> str:
    """How a token is told that is in the content of a noun: as nobody's, somebody's; "" for the report's own words.

    unsaid: nobody stands by it; untold: somebody whom nobody can name.
    """
    for below, noun in pairwise(chain):
        if noun.pos != "NOUN" or below.relation not in ("acl", "ccomp", "relcl"):
            continue
        if not any(one.lemma == "that" and one.relation == "mark" for one in reading.below(below.i)):
            continue
        if noun.lemma in word_set("speech", "untrue-nouns") or _is_doubted(reading, noun):
            return "unsaid"
        if noun.lemma in word_set("speech", "hearsay-nouns"):
            return "untold"
    return ""


def _is_doubted(reading: Reading, noun: Token) -> bool:
    """“No evidence that”, “‘proof’ that” in quotation marks."""
    proof = noun.lemma in word_set("speech", "proof-nouns")
    around = [one.text for one in reading.tokens[max(noun.i - 1, 0) : noun.i]]
    none = any(one.lemma in _NONE for one in reading.below(noun.i, "det", "amod", "neg"))
    return proof and (none or any(one in _QUOTES for one in around))
