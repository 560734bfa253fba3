"""Which deeds a word of blame or claim is about: any number of them (“many attacks”), or one that it tells itself."""

from collections.abc import Iterator

from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.triggers import deed_words
from dateline.text.lexicon import word_set

_MEANT = frozenset({"the", "these", "those", "both", "this", "that"})
_FOR = frozenset({"for", "of", "in", "with"})


def is_of_many(reading: Reading, word: Token) -> bool:
    """True where a word of blame, claim or denial is about any number of deeds."""
    deeds = [noun for noun in _deeds(reading, word) if noun.lemma in deed_words()]
    return bool(deeds) and all(is_any_number(reading, noun) for noun in deeds)


def is_told_anew(reading: Reading, word: Token) -> bool:
    """“Responsibility for firing two rockets”, “for a raid”: the word tells the deed and points back to none."""
    nouns = reading.below(word.i, "dobj", "nsubjpass")
    for preposition in (one for noun in nouns for one in reading.below(noun.i, "prep") if one.lemma == "for"):
        deeds = reading.below(preposition.i, "pobj")
        anew = all(not any(one.lemma in _MEANT for one in reading.below(noun.i, "det")) for noun in deeds)
        return bool(reading.below(preposition.i, "pcomp")) or (bool(deeds) and anew)
    return False


def _deeds(reading: Reading, word: Token) -> Iterator[Token]:
    """“Bombings blamed on”, “attributed bombings to”, “responsibility for bombings”, “blamed them for bombings”."""
    if word.relation in ("acl", "relcl"):
        yield reading.tokens[word.head]
    below = reading.below(word.i, "dobj", "nsubjpass", "acomp")
    yield from below
    for one in (word, *below):
        for preposition in reading.below(one.i, "prep"):
            if preposition.lemma in _FOR:
                yield from reading.below(preposition.i, "pobj")


def is_any_number(reading: Reading, noun: Token) -> bool:
    """True for a plural without "the" or a number: “attacks”, “many attacks”."""
    if noun.tag not in ("NNS", "NNPS"):
        return False
    before = reading.below(noun.i, "det", "amod", "nummod", "poss")
    if any(one.lemma in word_set("modality", "campaign") for one in before):
        return True
    return not any(one.lemma in _MEANT or one.relation in ("nummod", "poss") for one in before)
