"""Numbers of more than one incident: tolls of a war, a month, a country."""

import re
from functools import lru_cache

from dateline.extract.rules.amounts import number_of
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.text.lexicon import pattern, word_set, words

_FAR = 80  # tokens on either side that may belong to a clause
_SUPERLATIVE = "JJS"
_NUMBER = r"(?:[0-9][0-9,]*|[a-z]+(?:-[a-z]+)?)"
_IN = frozenset({"in", "during", "from", "of", "since", "amid", "by", "throughout"})
_ROW = 8  # verbs
_VERY_MANY = 200  # “hundreds”
_MEANT = frozenset({"the", "this", "these", "those"})
_MOVED = frozenset({"bring", "take", "raise", "push", "lift", "put", "rise", "reach", "stand"})


def is_total(reading: Reading, token: Token) -> bool:
    """True where its clause counts over a longer time: “since 2014”, “so far this year”."""
    near = reading.around(token.i, _FAR)
    if not pattern("casualties", "totals").search(near.of(reading.text)):
        return False
    above = {
        token.i,
        *(one.i for one in reading.ancestors(token.i, _FAR)),
        *_joined(reading, reading.clause_verbs[token.i]),
    }
    own = [one for one in reading.within(near) if reading.clause_verbs[one.i] in above and not _compares(reading, one)]
    clause = " ".join(one.text.lower() for one in own)
    clauses = (one for i in _joined(reading, token.i) for one in reading.below(i, "advcl"))
    since = any(mark.lemma == "since" for one in clauses for mark in reading.below(one.i, "mark"))
    return since or bool(pattern("casualties", "totals").search(clause))


def _joined(reading: Reading, verb: TokenAt) -> set[TokenAt]:
    """A verb with those that “and” joins to it without a subject of their own; of a long row only some."""
    found = {verb}
    rest = [verb]
    while rest and len(found) < _ROW:
        one = reading.tokens[rest.pop()]
        before = [one.head] if _shares_subject(reading, one) else []
        after = [other.i for other in reading.below(one.i, "conj") if _shares_subject(reading, other)]
        new = [i for i in (*before, *after[:_ROW]) if i not in found]
        found.update(new)
        rest += new
    return found


def _shares_subject(reading: Reading, verb: Token) -> bool:
    joined = verb.relation == "conj" and verb.pos == "VERB" and reading.tokens[verb.head].pos == "VERB"
    return joined and not reading.below(verb.i, "nsubj", "nsubjpass")


def is_of_more(reading: Reading, token: Token) -> bool:
    """True where the number beside a word of death or injury is that of a span of time, of a war or of many places."""
    own = _clause(reading, token)
    many = any(one.lemma in word_set("casualties", "one-deed") and one.tag == "NNS" for one in own)
    in_time = _says("spans", own) or (many and _says("weeks", own))
    return (in_time and not _is_one_deed(reading, own)) or is_wide(reading, token)


def is_wide(reading: Reading, token: Token) -> bool:
    """True where a word of death or injury tells the sum of a war or of many places, and no single incident."""
    if _is_sum(reading, token):
        return True
    own = _clause(reading, token)
    if _is_one_deed(reading, own):
        return False
    deeds = any(one.lemma in word_set("casualties", "one-deed") for one in own)
    by_deeds = deeds or any(one.relation == "nsubjpass" for one in reading.below(token.i))
    lasting = _lasts(reading, own) or _are_many_until_now(reading, token)
    return (lasting and not _has_day(own)) or (by_deeds and _says("many-places", own))


def _says(key: str, clause: list[Token]) -> bool:
    return bool(_pattern(key).search(" ".join(one.text.lower() for one in clause)))


def _is_one_deed(reading: Reading, clause: list[Token]) -> bool:
    """“An attack in April killed 12”, “the airstrikes have killed 100 in two days”."""
    deeds = (one for one in clause if one.lemma in word_set("casualties", "one-deed") and one.relation != "compound")
    return any(
        (one.tag in ("NN", "NNP") and not _is_series(reading, one))
        or any(child.lemma in _MEANT for child in reading.below(one.i, "det"))
        for one in deeds
    )


def _clause(reading: Reading, token: Token) -> list[Token]:
    """The tokens of its clause, and those of the phrase that the clause describes: “in April, when 282 were killed”."""
    verb = reading.tokens[reading.clause_verbs[token.i]]
    described: set[TokenAt] = set()
    joined = _joined(reading, verb.i)
    if verb.relation in ("relcl", "acl"):
        described = {verb.head, *(one.i for one in reading.ancestors(verb.head, 1)), *reading.children[verb.head]}
    return [
        one
        for one in reading.within(reading.around(token.i, _FAR))
        if one.i in described or reading.clause_verbs[one.i] in joined
    ]


def _compares(reading: Reading, token: Token) -> bool:
    """“The deadliest attack since 2011” tells of one attack."""
    chain = (token, *reading.ancestors(token.i, 3))
    return any(below.tag == _SUPERLATIVE for one in chain for below in reading.below(one.i, "amod"))


def _is_sum(reading: Reading, token: Token) -> bool:
    """“Bringing to 30 the number of people killed”, “brought the carnage to more than 500 killed”."""
    chain = reading.ancestors(token.i, 4)
    sums = [one for one in chain if one.lemma in word_set("casualties", "sums")]
    sums += [one for one in chain[1:2] if one.lemma == "to" and token.relation == "acl"]
    return any(reading.tokens[one.head].lemma in _MOVED for one in sums)


def _lasts(reading: Reading, clause: list[Token]) -> bool:
    """“The war has killed”, “died in the conflict”; not “in a conflict over land”."""
    lasting = [one for one in clause if one.lemma in word_set("casualties", "lasting") and not _is_any(reading, one)]
    return any(one.relation == "nsubj" or reading.tokens[one.head].lemma in _IN for one in lasting)


def _are_many_until_now(reading: Reading, verb: Token) -> bool:
    """“Thousands have died”: until now, and at no one time."""
    if not any(one.lemma == "have" and one.tag in ("VBP", "VBZ") for one in reading.below(verb.i, "aux")):
        return False
    people = reading.below(verb.i, "nsubj", "nsubjpass", "dobj")
    numbers = filter(None, (number_of(reading, one) for one in people))
    return any((number.low or 0) >= _VERY_MANY and number.high is None for number in numbers)


def _is_any(reading: Reading, noun: Token) -> bool:
    """“A land conflict” of one day."""
    return any(one.lemma in ("a", "an") for one in reading.below(noun.i, "det"))


def _has_day(clause: list[Token]) -> bool:
    return any(one.text.lower() in _days() for one in clause)


def _is_series(reading: Reading, deed: Token) -> bool:
    """“A spate of arson”: one word, and many deeds."""
    above = reading.ancestors(deed.i, 2)
    return len(above) > 1 and above[0].lemma == "of" and above[1].lemma in word_set("casualties", "series")


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    calendar = words("calendar")
    return frozenset((*calendar["weekdays"], "today", "yesterday", "overnight", "weekend"))


@lru_cache(maxsize=4)
def _pattern(key: str) -> re.Pattern[str]:
    choices = "|".join(words("casualties")[key])
    months = "|".join(month for month in words("calendar")["months"] if month not in ("may", "march"))
    countries = "|".join(re.escape(str(fields["name"]).lower()) for fields in words("countries").values())
    for name, value in (("NUMBER", _NUMBER), ("MONTH", f"(?:{months})"), ("COUNTRY", f"(?:{countries})")):
        choices = choices.replace(name, value)
    return re.compile(rf"\b(?:{choices})\b")
