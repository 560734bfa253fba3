"""“According to X”, and what stands there that is nobody's word: a belief, a plan, a law."""

from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.text.lexicon import word_set

ACCORDING = frozenset({"accord", "according"})
_FAR = 16  # steps up to the verb of a clause
_HOLDING = frozenset({"hold", "have", "go", "teach"})


def is_according(reading: Reading, token: Token) -> bool:
    """True for the first word of “according to”."""
    following = reading.tokens[token.i + 1 : token.i + 2]
    return token.lemma in ACCORDING and bool(following) and following[0].lemma == "to"


def is_norm(token: Token) -> bool:
    """“The plan”, “tradition”: nobody speaks in it."""
    return token.lemma.lower() in word_set("speech", "norms") or is_belief(token)


def is_belief(token: Token) -> bool:
    """“Superstition”, “a legend”."""
    return token.lemma.lower() in word_set("speech", "beliefs")


def is_of_a_belief(reading: Reading, head: Token) -> bool:
    """“According to superstition the bay kills …”, “legend has it that …”: it is told as no event."""
    for one in (head, *reading.ancestors(head.i, _FAR)):
        below = reading.below(one.i, "prep", "nsubj")
        to = [
            word for prep in below if is_according(reading, prep) for word in reading.below(TokenAt(prep.i + 1), "pobj")
        ]
        tells = one.lemma in _HOLDING or one.lemma in word_set("speech", "verbs")
        if any(map(is_belief, to)) or (tells and any(is_belief(word) for word in below if word.relation == "nsubj")):
            return True
    return False
