"""Questions and figures of speech of those who speak: “Why are we bombed?”, “This is a massacre”."""

from dateline.extract.rules.governing import points_back
from dateline.extract.rules.language import Reading, Token

_FAR = 40  # tokens to the sign that ends a clause
_ENDS = frozenset({"?", ".", "!", ";"})
_PRESENT = frozenset({"VBP", "VBZ"})


def is_question(reading: Reading, head: Token, *, verb: bool) -> bool:
    """True where the word stands in a question and takes nothing for granted: “Is there a siege?”."""
    if not verb and points_back(reading, head):
        return False
    _, end = reading.sentences[head.sentence]
    rest = reading.tokens[head.i + 1 : min(head.i + _FAR, end)]
    return next((one.text for one in rest if one.text in _ENDS), "") == "?"


def is_rhetoric(reading: Reading, head: Token, *, verb: bool) -> bool:
    """True where somebody's own words judge or lament, and tell no event: “they bomb us”, “it is a massacre”."""
    if not reading.quoted[head.i]:
        return False
    if verb:
        return head.tag in _PRESENT or _is_now(reading, head)
    return head.relation == "attr" and not reading.below(head.i, "relcl", "acl", "prep")


def _is_now(reading: Reading, verb: Token) -> bool:
    """“Are being killed”, “are bombed”."""
    auxiliaries = reading.below(verb.i, "aux", "auxpass")
    return any(one.lemma == "be" and one.tag in _PRESENT for one in auxiliaries)
