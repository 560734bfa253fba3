"""The place that belongs to a deed: the nearest of its sentence, in its clause before others."""

import re
from collections.abc import Iterator, Sequence, Set

from dateline.extract.rules.language import Reading, SentenceAt, Token, TokenAt
from dateline.extract.rules.locality import rank_of
from dateline.extract.rules.paths import is_meanwhile, is_of_the_dying, is_told_beside, path_between, reach_of
from dateline.extract.rules.triggers import deed_words
from dateline.facts.extraction import Evidence, FoundPlace, PlaceAt, by_position
from dateline.text.lexicon import word_set
from dateline.text.span import Span, held

_LENGTH = r"(?:\b|\d)(?:km|kilomet(?:er|re)s?|miles?|meters?|metres?)\b"
_DISTANCE = re.compile(rf"{_LENGTH}[^.;,]{{0,30}}\b(?:of|from)\s+(?:the\s+)?$")
_CLAUSES = {"ROOT", "advcl", "ccomp", "relcl", "parataxis"}
_WHERE = {
    "in",
    "at",
    "near",
    "on",
    "outside",
    "around",
    "inside",
    "off",
    "over",
    "across",
    "along",
    "north",
    "south",
    "east",
    "west",
    "into",
    "between",
    "through",
}
_NEAR = {"near", "outside"}
_SURE = {"in", "at", "through", "inside", "into", "near", "outside"}  # words before a place that the gazetteer lacks
_THITHER = {"to", "toward", "towards", "from", "with", "for"}
_UNRESOLVED = 3
_NEAR_BY = 2
_DEEP = 30  # steps up a sentence's tree
_ROW = 5  # tokens
_SIDE = re.compile(r"\b(?:north|south|east|west)\w*\s+of\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$")
_HERE = "here"
NEAR_IT = "whereabouts: near it"


def place_of(
    reading: Reading, head: TokenAt, places: Sequence[FoundPlace], *, main: bool = False
) -> tuple[PlaceAt, Evidence] | None:
    """The place that says where a deed was, after “in”, “near” and the like: the nearest, a town before all.

    main: in no clause below
    """
    scored = []
    near = reach_of(reading, head)
    for number, place in by_position(places):
        for span in held(place.mentions, near):
            if _is_distance(reading.text, span):
                continue
            for token in reading.within(span)[-1:]:
                before = "" if _is_owner(reading, token) else _word_of_place(reading, token, head)
                sure = _is_sure(reading, place, span, before)
                if main and path_between(reading, head, token.i).other:
                    continue
                if before and sure and _is_of_deed(reading, head, token):
                    vague = rank_of(place)
                    far = _distance(reading, head, token) + 4 * vague + _UNRESOLVED * (place.lat is None)
                    beside = before in _NEAR or bool(_SIDE.search(reading.text, max(0, span.start - 45), span.start))
                    scored.append((vague >= 3, beside, far, number))
    if not scored:
        return None
    span = reading.sentence_span(reading.tokens[head].sentence)
    _, beside, _, number = min(scored)
    return number, Evidence("place", span, NEAR_IT if beside else "whereabouts: beside the deed")


def _is_of_people(reading: Reading, token: Token) -> bool:
    """“Arlen and Brook herders”, “the Arlen community”: whose name it is, not where they are."""
    people = word_set("casualties", "people") | word_set("place-words", "peoples")
    _, end = reading.sentences[token.sentence]
    behind = reading.tokens[token.i + 1 : min(end, token.i + _ROW)]
    joined = behind[:1] and behind[0].text in ("and", "or")
    noun = next((one for one in behind[1:] if not one.text[0].isupper()), None) if joined else next(iter(behind), None)
    if noun is None or noun.lemma not in people or noun.pos != "NOUN":
        return False
    if noun.lemma in word_set("place-words", "within") and noun.tag == "NN" and not reading.below(noun.i, "det"):
        return False  # “in Orlo community”
    return noun.relation != "compound" and (noun.tag == "NNS" or not joined)


def _is_owner(reading: Reading, token: Token) -> bool:
    """“Ankara's offensive”, “Russia's use of its veto”; not “Kabul's airport”, “Mogadishu's Huriwa district”."""
    noun = reading.tokens[token.head]
    where = word_set("place-words", "of") | word_set("place-words", "around") | word_set("place-words", "kinds")
    where |= word_set("place-words", "within") | word_set("incident-words", "attacked")
    return token.relation == "poss" and noun.pos == "NOUN" and noun.lemma not in where


def _is_sure(reading: Reading, place: FoundPlace, span: Span, before: str) -> bool:
    """A name that the gazetteer lacks is a place only behind a word of place or beside its noun.

    “In Arlen”, “attacked the village of Arlen”, “attacked Arlen village”; not “attacked Arlen”.
    """
    if place.lat is not None or place.kind == "country" or before in _SURE:
        return True
    nouns = word_set("place-words", "of") | word_set("place-words", "around")
    beside = reading.text[max(0, span.start - 25) : span.end + 15].lower().replace(",", " ").split()
    return bool(nouns & set(beside))


def _is_of_deed(reading: Reading, head: TokenAt, at: Token, *, alone: bool = False) -> bool:
    """False for the place of another clause: “the man who bombed it was held in Lyon”, “shot a man who lived in Lyon”.

    alone: no other place is said, so that one behind a noun's clause is the deed's: “shops owned by N in Lyon”
    """
    path = path_between(reading, head, at.i)
    if path.apart or _is_goal(reading, at):
        return False
    between = reading.tokens[head + 1 : at.i]
    follows = head < at.i and not any(one.pos in ("VERB", "AUX") or one.text == "," for one in between)
    if is_told_beside(reading, head, path.top) and not follows:
        return False  # “on trial for the killing of N in Arlen” is in Arlen, “met in Arlen after the killing” is not
    return all(_is_there(reading, one, at) for one in path.own) and all(
        _goes_along(reading, one, alone=alone) for one in path.other
    )


def _is_goal(reading: Reading, at: Token) -> bool:
    """Where somebody went: “fled to camps in Ruritania” was not in Ruritania."""
    above = (one for one in reading.ancestors(at.i, _DEEP) if one.lemma in ("to", "toward", "towards"))
    return any(reading.tokens[one.head].lemma in word_set("place-words", "leave") for one in above)


def _is_there(reading: Reading, clause: Token, at: Token) -> bool:
    """“In Arlen, where gunmen shot him”, “in Arlen, which is besieged”, “exploded in Arlen, killing five”."""
    if is_of_the_dying(reading, clause):
        return True
    if clause.relation == "relcl":
        done = clause.head == at.i and any(
            one.tag == "WDT" for one in reading.below(clause.i, "nsubjpass", "dobj", "nsubj")
        )
        return done or any(one.lemma == "where" for one in reading.below(clause.i, "advmod"))
    return clause.relation == "conj" or (clause.relation == "advcl" and is_meanwhile(reading, clause))


def _goes_along(reading: Reading, clause: Token, *, alone: bool) -> bool:
    """“Died when it exploded in Arlen”, “an attack carried out in Arlen”, “a bomb planted in Arlen”."""
    if clause.lemma in word_set("speech", "verbs") and clause.relation != "conj":
        return False
    if clause.relation in ("acl", "relcl"):
        if clause.lemma == "age" or (alone and clause.relation == "acl" and clause.lemma not in _elsewhere()):
            return True
        put = word_set("joining", "happens") | word_set("attribution", "carry-out") | word_set("joining", "stands")
        return clause.lemma in put or clause.lemma in deed_words()
    return clause.relation in ("conj", "pcomp") or (clause.relation == "advcl" and is_meanwhile(reading, clause))


def _elsewhere() -> frozenset[str]:
    return word_set("joining", "elsewhere") | word_set("joining", "afterwards")


def place_said_with(reading: Reading, head: TokenAt, places: Sequence[FoundPlace]) -> tuple[PlaceAt, Evidence] | None:
    """The first town or province behind a word of place in a deed's sentence, and in a clause that goes with it."""
    sentence = reading.tokens[head].sentence
    struck = _struck(reading, head, places)
    if struck is not None:
        return struck, Evidence("place", reading.sentence_span(sentence), "whereabouts: what the deed befell")
    said = list(_said_in(reading, sentence, places))
    towns = {number for _, number, _ in said if rank_of(places[number]) < 2}
    alone = len(towns) == 1 or len({number for _, number, _ in said}) == 1
    told = [
        (rank, number)
        for rank, number, span in said
        if all(
            _is_of_deed(reading, head, token, alone=alone) and not _is_owner(reading, token)
            for token in reading.within(span)[-1:]
        )
    ]
    if not told:
        return None
    return min(told)[1], Evidence("place", reading.sentence_span(sentence), "whereabouts: said with the deed")


def _struck(reading: Reading, head: TokenAt, places: Sequence[FoundPlace]) -> PlaceAt | None:
    """“The city of Arlen fell after an assault”, “Arlen was shaken by explosions”: the subject of a verb above."""
    verbs = (one for one in reading.ancestors(head, _DEEP) if one.lemma in word_set("joining", "befalls"))
    subjects = [noun for verb in verbs for noun in reading.below(verb.i, "nsubj", "nsubjpass")]
    names = [one for noun in subjects for of in reading.below(noun.i, "prep") for one in reading.below(of.i, "pobj")]
    at = {token.start for token in (*subjects, *names)}
    named = (
        n for n, place in by_position(places) for span in place.mentions if {t.start for t in reading.within(span)} & at
    )
    return next((n for n in named if rank_of(places[n]) < 3), None)


def places_said_in(reading: Reading, sentence: SentenceAt, places: Sequence[FoundPlace]) -> frozenset[PlaceAt]:
    """The towns and provinces behind a word of place in a sentence."""
    return frozenset(number for _, number, _ in _said_in(reading, sentence, places))


def _said_in(
    reading: Reading, sentence: SentenceAt, places: Sequence[FoundPlace]
) -> Iterator[tuple[int, PlaceAt, Span]]:
    """(vagueness and position, place, words) of what stands behind a word of place; countries and seas are none."""
    whole = reading.sentence_span(sentence)
    for number, place in by_position(places):
        vague = rank_of(place)
        for span in held(place.mentions, whole) if vague < 3 else ():
            if span.of(reading.text).lower() == _HERE:
                continue  # it belongs to the verb alone: “said here”
            words_ = _WHERE if place.lat is not None else _SURE
            if not _is_distance(reading.text, span) and _stands_behind(reading, span, words_):
                beside = _NEAR_BY * bool(_SIDE.search(reading.text, max(0, span.start - 45), span.start))
                yield 1000 * (vague + beside) + span.start - whole.start, number, span


def is_after_place_word(reading: Reading, span: Span) -> bool:
    """“In Lanzhou”, “near the town of Basra”."""
    return _stands_behind(reading, span, _WHERE)


def _stands_behind(reading: Reading, span: Span, words_: Set[str]) -> bool:
    """“In Arlen”, “in the border town of Arlen”."""
    before = reading.text[max(0, span.start - 60) : span.start].lower().split()
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in word_set("place-words", "kinds") | {"capital"}:
        before = before[:-2]
    before = before[-4:]
    return bool(words_ & set(before)) and "from" not in before


def _is_distance(text: str, span: Span) -> bool:
    """“850 km north of Bogota” is not in Bogota."""
    return bool(_DISTANCE.search(text, max(0, span.start - 45), span.start))


def _distance(reading: Reading, head: TokenAt, token: Token) -> int:
    other = 0 if _clause(reading, head) == _clause(reading, token.i) else 12
    return abs(head - token.i) + other


def _clause(reading: Reading, i: TokenAt) -> TokenAt:
    for token in (reading.tokens[i], *reading.ancestors(i, _DEEP)):
        if token.relation in _CLAUSES or (token.relation == "conj" and token.pos == "VERB"):
            return token.i
    return i


def _word_of_place(reading: Reading, token: Token, head: TokenAt) -> str:
    """The word of place before it, or the deed itself where it was done to the place: “attacked the town of Basra”."""
    below = token
    if _is_of_people(reading, token):
        return ""
    for above in reading.ancestors(token.i, 5):
        if above.lemma in _WHERE and above.pos in ("ADP", "ADV", "SCONJ"):
            return above.lemma
        if above.lemma in _THITHER and above.pos == "ADP":
            return ""  # “on the road to Ruritania”, “at the border with it”
        if above.i == head:
            done = below.lemma in (_HERE, "of") or below.relation in ("dobj", "nsubjpass")
            return above.lemma if done else ""
        if above.pos in ("VERB", "AUX"):
            return ""
        below = above
    return ""
