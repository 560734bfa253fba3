"""Which actors a noun names: its own, those joined to it, those of whom it is a member."""

from collections.abc import Iterator, Mapping

from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.facts.extraction import ActorAt
from dateline.text.lexicon import word_set

_FAR = 15  # tokens


def named_by(reading: Reading, noun: Token, actor_at: Mapping[TokenAt, ActorAt]) -> list[ActorAt]:
    """The actors that a noun names: “X”, “members of X”, “the X group”."""
    return [actor for _, actor in actors_named(reading, noun, actor_at, frozenset())]


def actors_named(
    reading: Reading, token: Token, actor_at: Mapping[TokenAt, ActorAt], persons: frozenset[ActorAt]
) -> Iterator[tuple[TokenAt, ActorAt]]:
    """(token, actor) of the noun, of those joined to it by "and", of its appositions.

    “Members of X” are X, but “troops of N” are not the person N.
    """
    rest = [token]
    whose: set[TokenAt] = set()
    while rest:
        one = rest.pop(0)
        if one.i in actor_at:
            if one.i not in whose or actor_at[one.i] not in persons:
                yield one.i, actor_at[one.i]
        elif one.lemma in word_set("attribution", "members") and not _is_of_another(reading, one):
            owners = reading.below(one.i, "compound", "amod")
            for of in reading.below(one.i, "prep"):
                owners += reading.below(of.i, "pobj") if of.lemma in ("of", "from") else []
            whose |= {owner.i for owner in owners} if one.lemma in word_set("attribution", "commanded") else set()
            rest += owners
        rest += reading.below(one.i, "conj")
        rest += [beside for beside in reading.below(one.i, "appos") if _is_beside(reading, one, beside)]


def _is_beside(reading: Reading, noun: Token, other: Token) -> bool:
    """False where a whole clause stands between a noun and what the parse takes for its apposition."""
    first, last = sorted((noun.i, other.i))
    between = reading.tokens[first + 1 : min(last, first + _FAR)]
    return last - first < _FAR and not any(one.tag in ("VBD", "VBZ", "VBP") for one in between)


def _is_of_another(reading: Reading, noun: Token) -> bool:
    """“A breakaway X group”, “former X members” are not X."""
    apart = word_set("attribution", "no-longer")
    return any(one.lemma in apart or one.text.lower() in apart for one in reading.below(noun.i))
