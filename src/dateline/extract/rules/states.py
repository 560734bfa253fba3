"""Countries as doers: told by the grammar around their name or adjective."""

from collections.abc import Iterable

from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.parts import is_concerned
from dateline.facts.names import LISTED, Name, adjectives
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_CRAFT = {"fighter", "bomber"}  # “Kenyan fighter jets”


def acting_states(reading: Reading, names: Iterable[Name]) -> Iterable[Name]:
    """Countries as doers: subject of a deed, after "by", object of blame, party to a war."""
    for name in names:
        if name.kind == "country" and name.sort == "place":
            tokens = reading.within(name.span)
            if tokens and (_acts(reading, tokens) or _did(reading, tokens[-1])):
                yield Name(name.span, "group", name.key, "state", name.country, LISTED, "names: country that acts")
    covered = {token.i for name in names for token in reading.within(name.span)}
    for token in reading.tokens:
        code = adjectives().get(token.text.lower())
        if code and token.i not in covered and _did(reading, token):
            country = str(words("countries")[code]["name"])
            span = Span(token.start, token.end)
            yield Name(span, "group", country, "state", code, LISTED, "names: adjective of a country before a deed")


def _did(reading: Reading, token: Token) -> bool:
    """“An Israeli air strike”: the country's name or adjective before a deed; not “an Irish guerrilla bombing”."""
    noun = reading.tokens[token.head]
    if noun.lemma not in words("forces")["deeds"] or token.i > noun.i or is_concerned(reading, token, noun):
        return False
    armed = word_set("attribution", "armed") - _CRAFT
    others = any(one.lemma in armed for one in reading.below(noun.i, "compound", "nmod"))
    return token.relation in ("amod", "compound", "poss", "nmod") and not others


def _acts(reading: Reading, tokens: list[Token]) -> bool:
    last = next((token for token in tokens if token.head not in {one.i for one in tokens}), tokens[-1])
    while last.relation == "conj":
        last = reading.tokens[last.head]
    head = reading.tokens[last.head]
    if _is_partner(reading, last):
        return True
    if last.relation == "nsubj":
        return head.lemma not in ("be", "have", "remain", "become")
    if last.relation == "pobj":
        return head.relation == "agent" or (head.lemma == "by" and head.i < last.i)
    if last.relation == "dobj":
        return head.lemma in word_set("attribution", "blame")
    following = reading.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    return bool(following) and following[0].text in ("-", "–") and last.relation == "compound"


def _is_partner(reading: Reading, country: Token) -> bool:
    """“Its backer Russia”, “allies including France”, “the nations that struck include Jordan”."""
    head = reading.tokens[country.head]
    if country.relation == "appos":
        return head.lemma in word_set("forces", "partners")
    if head.lemma not in ("include", "including") or head.i > country.i:
        return False
    beside = [reading.tokens[head.head], *reading.below(head.i, "nsubj")]
    return any(token.lemma in word_set("forces", "partners") for token in beside)
