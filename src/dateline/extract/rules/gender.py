"""Whether “he” or “she” may stand for a person, by titles, nouns and given names."""

import re

from dateline.extract.rules.language import Reading, Token
from dateline.text.lexicon import word_set

MAN, WOMAN = "man", "woman"


def gender_of(name: str, nouns: frozenset[str]) -> str:
    """MAN, WOMAN or "" for a person of this name, of whom these nouns and titles are said."""
    told = {gender for gender in (MAN, WOMAN) if nouns & word_set("anaphora", gender)}
    if not told:
        given = re.split(r"[\s-]", name, maxsplit=1)[0].lower()
        lists = {MAN: word_set("given-names", "men"), WOMAN: word_set("given-names", "women")}
        told = {gender for gender, names in lists.items() if given in names} if " " in name else set()
    return told.pop() if len(told) == 1 else ""


def nouns_beside(reading: Reading, head: Token) -> list[Token]:
    """The nouns and titles that say who somebody is: before the name, in apposition, after “is”."""
    found = reading.below(head.i, "compound", "nmod", "appos")
    if head.relation == "appos":
        above = reading.tokens[head.head]
        found += [above, *reading.below(above.i, "compound")]
    verb = reading.tokens[head.head]
    if head.relation == "nsubj" and verb.lemma == "be":
        found += reading.below(verb.i, "attr")
    return [token for token in found if token.pos in ("NOUN", "PROPN")]
