"""Questions and figures of speech of those who speak: “Why are we bombed?”, “This is a massacre”."""

from dateline.extract.rules.governing import points_back
from dateline.extract.rules.language import Reading, Token

_FEW = 4  # steps up to the verb of the clause
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
        return _is_now(reading, head)
    first = head if head.relation != "conj" else reading.tokens[head.head]
    if first.relation == "attr" and not reading.below(head.i, "relcl", "acl", "prep"):
        return True
    clause = next((one for one in reading.ancestors(head.i, _FEW) if one.pos in ("VERB", "AUX")), None)
    return clause is not None and reading.quoted[clause.i] and _is_now(reading, clause)


def _is_now(reading: Reading, verb: Token) -> bool:
    """“Bomb us”, “are being killed”, “are bombed”."""
    if verb.tag in _PRESENT:
        return True
    auxiliaries = reading.below(verb.i, "aux", "auxpass")
    return any(one.lemma == "be" and one.tag in _PRESENT for one in auxiliaries)
