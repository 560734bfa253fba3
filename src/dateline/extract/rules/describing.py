"""Who somebody without a name was, in the report's words: “two soldiers”, “gunmen believed to be rebels”."""

from collections.abc import Iterable, Iterator

from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.speakers import phrase_of
from dateline.extract.rules.triggers import deed_words
from dateline.text.lexicon import word_set

_LONG = 12  # words behind a noun that still describe it
_DAYS = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "along", "on"})
_INSIDE = frozenset({"of", "the", "a", "an", "from", "with", "to", "'s", "’s", "-", "–"})


def people_phrase(reading: Reading, noun: Token, *, doer: bool = False) -> str:
    """A noun with what describes it, without the day and the place: “two gunmen” of “two gunmen in Arlen”.

    doer  who did it; then “soldiers in Corvale” are that country's
    """
    beside = [one for one in reading.below(noun.i, "prep") if one.i > noun.i and _tells_when_or_where(reading, one)]
    if doer and noun.lemma in word_set("attribution", "guards"):
        beside = [one for one in beside if any(day.name in _DAYS for day in reading.below(one.i, "pobj"))]
    phrase = phrase_of(reading, noun, without=beside) or ""
    phrase = phrase.split(" [")[0] if "]" not in phrase else phrase
    return phrase.removeprefix("dead ")  # “shot dead six students”


def _tells_when_or_where(reading: Reading, preposition: Token) -> bool:
    below = [reading.tokens[i] for i in reading.subtree(preposition.i)]
    nouns = reading.below(preposition.i, "pobj")
    if any(one.name in _DAYS for one in nouns):
        return True
    land = word_set("incident-words", "land") | word_set("incident-words", "quarters")
    unknown = (one for one in nouns if one.text[0].isupper() and one.name != "ORG")
    told = any(one.lemma in deed_words() for one in nouns)
    named = told or any(one.name in _PLACES for one in below) or any(unknown) or any(one.lemma in land for one in nouns)
    return preposition.lemma in _WHERE and named


def identity_of(reading: Reading, noun: Token) -> str:
    """“Suspected to be cattle thieves”, right after “gunmen”: who they are held to be."""
    tokens = reading.tokens[noun.i + 1 : noun.i + 2 + _LONG]
    if tokens and tokens[0].text == ",":
        tokens = tokens[1:]
    held = len(tokens) > 1 and tokens[0].lemma in word_set("attribution", "identity")
    if not held or tokens[0].tag not in ("VBN", "VBD", "VBG") or tokens[1].text not in ("to", "as"):
        return ""
    last = 0
    for number, token in enumerate(tokens[2:], start=2):
        if token.name in _DAYS or not _may_describe(token):
            break
        if token.pos in ("NOUN", "PROPN") and token.relation not in ("npadvmod", "nsubj"):
            last = number
    return " ".join(reading.span(tokens[0].i, tokens[last].i).of(reading.text).split()) if last else ""


def _may_describe(token: Token) -> bool:
    """A word inside of “suspected to be members of the Black Hand”."""
    nominal = token.pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "AUX", "PRON")
    return nominal or token.lemma in _INSIDE or token.tag == "VBN"


def described(scene: Scene, heads: Iterable[TokenAt]) -> str:
    """Those without a name in the report's words: “two soldiers, a guard”; "" where a row also has “two of his”."""
    reading = scene.reading
    tokens = [reading.tokens[head] for head in heads if head not in scene.actor_at]
    if len(tokens) > 1 and any(
        one.pos != "NOUN" and reading.below(one.i, "prep") for one in tokens if one.i in reading.number_at
    ):
        return ""
    tokens = [token for token in tokens if (token.pos == "NOUN" and _is_whole(reading, token)) or _is_called(token)]
    tokens = [token for token in tokens if not _is_of_another(scene, token)]
    among = [one for token in tokens for one in _including(scene, token)]
    phrases = [people_phrase(reading, token) for token in (*tokens, *among)]
    return ", ".join(dict.fromkeys(phrase for phrase in phrases if phrase))


def _is_whole(reading: Reading, token: Token) -> bool:
    """False for the parts of “non-combatants” and for “killed fighting alongside”."""
    following = reading.tokens[token.i + 1 : token.i + 2]
    around = (*following, *reading.tokens[max(token.i - 1, 0) : token.i])
    hyphened = any(one.text in ("-", "–") for one in around)
    return token.text[0].isalnum() and not hyphened and not (token.text.endswith("ing") and token.lemma in deed_words())


def _is_of_another(scene: Scene, token: Token) -> bool:
    """“After N's murder, the 40 judges …”, read as an apposition."""
    return token.relation == "appos" and token.tag == "NNS" and scene.actor_at.get(token.head) in scene.persons


def _is_called(token: Token) -> bool:
    """“The Deputy Director was shot”: a title in capitals; “six Iranians”: a people or a faith."""
    called = token.lemma in word_set("casualties", "people") or token.name == "NORP"
    return token.pos in ("PROPN", "ADJ") and called


def _including(scene: Scene, token: Token) -> Iterator[Token]:
    """“Eleven people, including five journalists”."""
    reading = scene.reading
    for one in reading.below(token.i, "prep", "acl"):
        if one.lemma in ("include", "among"):
            rest = reading.below(one.i, "pobj", "dobj")
            while rest:
                noun = rest.pop(0)
                if noun.pos == "NOUN" and noun.i not in scene.actor_at:
                    yield noun
                rest += reading.below(noun.i, "conj")
