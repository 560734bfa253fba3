"""The date and the place that belong to a trigger: the nearest in its sentence, in its clause before others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.extract.rules.apart import shifted
from dateline.extract.rules.language import Reading, Token
from dateline.facts.extraction import FoundDate, FoundPlace
from dateline.model import Edtf
from dateline.places.gazetteer import capitals
from dateline.text.lexicon import pattern
from dateline.text.span import Span

_DISTANCE = re.compile(r"\b(?:km|kilomet(?:er|re)s?|miles?|meters?|metres?)\b[^.;,]{0,30}\b(?:of|from)\s+(?:the\s+)?$")
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
}
_UNRESOLVED = 10
_BESIDE = 8  # “north of Baghdad” is not in Baghdad
_SIDE = re.compile(r"\b(?:north|south|east|west)\w*\s+of\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$")
_HERE = "here"
_KIND_ORDER = {
    "town": 0,
    "facility": 1,
    "unknown": 1,
    "district": 1,
    "area": 1,
    "province": 2,
    "sea": 2,
    "region": 3,
    "country": 4,
}


def past_dates(dates: Sequence[FoundDate], report: date | None) -> tuple[FoundDate, ...]:
    """Without those that begin after the report's own day: nothing that happened did so then."""
    known = [(found, Edtf.parse(found.value)) for found in dates]
    return tuple(
        found
        for found, value in known
        if not (report and value and value.first and value.first > report + timedelta(days=1))
    )


def date_near(reading: Reading, head: int, dates: Sequence[FoundDate]) -> str:
    """The EDTF date that says when, or ""; what is told “since X last month” did not happen last month.

    “On Monday, two days after X”: X was two days before Monday.
    """
    scored = [
        (_distance(reading, head, token), shifted(reading, head, found))
        for found in dates
        for token in _tokens(reading, head, found.span)
        if _since(reading, token.i) == _since(reading, head)
    ]
    return min(scored)[1] if scored else ""


def _since(reading: Reading, i: int) -> int | None:
    """The word “since” below which, or in whose clause, a token stands."""
    for token in (reading.tokens[i], *reading.ancestors(i)):
        if token.lemma == "since" and token.pos in ("ADP", "SCONJ"):
            return token.i
        marks = [one.i for one in reading.below(token.i, "mark") if one.lemma == "since"]
        if marks:
            return marks[0]
    return None


def place_near(reading: Reading, head: int, places: Sequence[FoundPlace]) -> int | None:
    """The position of the place that says where, after “in”, “near” and the like: the nearest, a town before all."""
    scored = []
    for number, place in enumerate(places):
        for span in place.mentions:
            if _is_distance(reading.text, span):
                continue
            for token in _tokens(reading, head, span):
                if _is_where(reading, token, head):
                    vague = _KIND_ORDER.get(place.kind, 0)
                    far = _distance(reading, head, token) + 4 * vague + _UNRESOLVED * (place.lat is None)
                    far += _BESIDE * bool(_SIDE.search(reading.text, max(0, span.start - 45), span.start))
                    scored.append((vague >= 3, far, number))
    return min(scored)[2] if scored else None


def place_around(
    reading: Reading,
    head: int,
    places: Sequence[FoundPlace],
    others: frozenset[int] = frozenset(),
    *,
    sure: bool = False,
    back: bool = False,
) -> int | None:
    """Where no place belongs to the trigger itself: the first one said in its sentence, the next or the last one.

    back    it points back (“the demonstration”): the last sentence before the next one

    others  sentences that begin another incident; as the next one such a sentence says where that was
    sure    beside its own sentence a name that the gazetteer lacks counts only after a word of place: “in Arlen”
    """
    own = reading.tokens[head].sentence
    for sentence in (own, own - 1, own + 1) if back else (own, own + 1, own - 1):
        if 0 <= sentence < len(reading.sentences) and not (sentence == own + 1 and sentence in others):
            found = _said_in(reading, sentence, places, sure=sure and sentence != own)
            if found:
                return min(found)[1]
    return None


def _said_in(reading: Reading, sentence: int, places: Sequence[FoundPlace], *, sure: bool) -> list[tuple[int, int]]:
    """(vagueness and position, place) of what stands after a word of place; countries and seas are no such places."""
    whole = reading.sentence_span(sentence)
    found = []
    for number, place in enumerate(places):
        vague = _KIND_ORDER.get(place.kind, 0)
        for span in place.mentions if vague < 3 else ():
            if span.of(reading.text).lower() == _HERE:
                continue  # it belongs to the verb alone: “said here”
            if whole.holds(span) and not _is_distance(reading.text, span):
                before = reading.text[max(whole.start, span.start - 40) : span.start].lower().split()[-4:]
                after_word = bool(_WHERE & set(before))
                if "from" not in before and (after_word or not sure or place.lat is not None):
                    far = 0 if after_word else 3000
                    found.append((far + 1000 * vague + span.start - whole.start, number))
    return found


def is_after_place_word(reading: Reading, span: Span) -> bool:
    """“In Lanzhou”, “near the town of Basra”."""
    return bool(_WHERE & set(reading.text[max(0, span.start - 40) : span.start].lower().split()[-4:]))


def date_around(reading: Reading, head: int, dates: Sequence[FoundDate]) -> str:
    """The last day told in the sentence before, or ""."""
    sentence = reading.tokens[head].sentence - 1
    if sentence < 0:
        return ""
    whole = reading.sentence_span(sentence)
    found = [date.value for date in dates if whole.holds(date.span) and len(date.value) == len("2024-01-04")]
    return found[-1] if found else ""


def country_of_report(
    reading: Reading, places: Sequence[FoundPlace], dateline: int | None, home: int | None
) -> int | None:
    """The dateline's country, unless the report names another one more and says of anything that it is there."""
    at = places[dateline] if dateline is not None else None
    own = dateline if at and at.kind == "country" else at.country if at else None
    if home is None or own is None or own == home:
        return home
    there = (place for number, place in enumerate(places) if home in (number, place.country))
    is_scene = any(is_after_place_word(reading, span) for place in there for span in place.mentions)
    return home if is_scene else own


def with_here(reading: Reading, places: tuple[FoundPlace, ...], dateline: int | None) -> tuple[FoundPlace, ...]:
    """The places, the dateline's with all words that stand for it."""
    if dateline is None:
        return places
    town = places[dateline]
    more = tuple(_here(reading, capital=_is_capital(places, town)))
    return (*places[:dateline], replace(town, mentions=(*town.mentions, *more)), *places[dateline + 1 :])


def _here(reading: Reading, *, capital: bool) -> Iterator[Span]:
    """“Here”, “in this city”; “in the capital” where that is meant."""
    for key in ("here", "in-capital") if capital else ("here",):
        yield from (Span(*match.span()) for match in pattern("incident-words", key).finditer(reading.text))


def _is_capital(places: Sequence[FoundPlace], town: FoundPlace) -> bool:
    return town.country is not None and capitals().get(places[town.country].code) == town.name


def _is_distance(text: str, span: Span) -> bool:
    """“850 km north of Bogota” is not in Bogota."""
    return bool(_DISTANCE.search(text, max(0, span.start - 45), span.start))


def _tokens(reading: Reading, head: int, span: Span) -> list[Token]:
    """The last token of the span, where it stands in the trigger's sentence."""
    first, end = reading.sentences[reading.tokens[head].sentence]
    if not (reading.tokens[first].start <= span.start and span.end <= reading.tokens[end - 1].end):
        return []
    return reading.within(span)[-1:]


def _distance(reading: Reading, head: int, token: Token) -> int:
    other = 0 if _clause(reading, head) == _clause(reading, token.i) else 12
    return abs(head - token.i) + other


def _clause(reading: Reading, i: int) -> int:
    for token in (reading.tokens[i], *reading.ancestors(i)):
        if token.relation in _CLAUSES or (token.relation == "conj" and token.pos == "VERB"):
            return token.i
    return i


def _is_where(reading: Reading, token: Token, head: int) -> bool:
    """Reached from a word of place, or what the deed was done to: “in Basra, Iraq”, “attacked the town of Basra”."""
    below = token
    for above in reading.ancestors(token.i)[:5]:
        if above.lemma in _WHERE and above.pos in ("ADP", "ADV", "SCONJ"):
            return True
        if above.i == head:
            return below.lemma == _HERE or below.relation in ("dobj", "nsubjpass") or below.lemma == "of"
        if above.pos in ("VERB", "AUX"):
            return False
        below = above
    return False
