"""Names that the language model finds, without the words around them that it takes along."""

import re
from collections.abc import Iterable, Iterator

from dateline.draft.extraction import Span
from dateline.draft.lexicon import word_set
from dateline.draft.rules.language import Reading, Token
from dateline.draft.rules.names import Name, not_names, plain

_LATIN = re.compile(r"[A-Za-zÀ-ÿĀ-ſ]")
_CALL_SIGN = re.compile(r"\d{1,3}[A-Z]{2,}")
# Initials, a legal form, a sign of a series: “D.”, “A.A.”, “LLC”, “M3”.
_NO_NAME = re.compile(r"(?:[A-Z]\.[ -]?){1,2}|[A-Z]\.|L\.?L\.?[CP]\.?|L\.P\.|Inc\.?|Ltd\.?|[A-Z]-?\d{1,3}")
_ADJECTIVE = re.compile(r"(?:ian|ean|ese|ish)$")
_SORTS = {"PERSON": "person", "ORG": "group", "GPE": "place", "LOC": "place", "FAC": "place"}
_BEFORE_PLACES = ("Near", "In", "At")
_DASHES = ("-", "--", "–", "—")
_JOINERS = {
    "of",
    "the",
    "and",
    "for",
    "de",
    "del",
    "la",
    "las",
    "los",
    "el",
    "al",
    "in",
    "on",
    "to",
    "-",
    "'",
    "’",
    "&",
    "bin",
    "ibn",
    "von",
    "van",
    "da",
    "do",
    "dos",
    "y",
    "du",
    "des",
    "al-",
    "'s",
    "’s",
}


def names_of_model(reading: Reading) -> Iterator[Name]:
    """People, groups and places as the model has them, in text order."""
    for tokens in _parted(_entities(reading.tokens)):
        sort = _sort_of(tokens)
        trimmed = _trimmed(_extended(reading, tokens), sort) if sort else []
        if not sort or not trimmed or not _is_name(trimmed) or (sort == "group" and _is_thing(trimmed)):
            continue
        if not (sort == "place" and _is_adjective(trimmed)):
            span = Span(trimmed[0].start, trimmed[-1].end)
            yield Name(span, sort, plain(span.of(reading.text)), origin=f"names: model ({tokens[0].name})")


def _parted(entities: Iterable[list[Token]]) -> Iterator[list[Token]]:
    """“Exeter - London”: a dash with room on both sides parts two names."""
    for tokens in entities:
        current: list[Token] = []
        for token in tokens:
            if current and token.text in _DASHES and token.start > current[-1].end:
                yield current
                current = []
            else:
                current.append(token)
        if current:
            yield current


def _sort_of(tokens: list[Token]) -> str | None:
    """As the model says; but a place whose last word is an organisation's is a group: “Norton United”."""
    sort, last = _SORTS.get(tokens[0].name), tokens[-1].text.rstrip(".").lower()
    if sort != "place" or len(tokens) == 1:
        return sort
    return "group" if last in word_set("place-words", "organisations") else sort


def _is_adjective(tokens: list[Token]) -> bool:
    """“The Ruritanian town”: an adjective of a place that no list knows."""
    last = tokens[-1]
    return last.relation == "amod" or (last.relation == "compound" and bool(_ADJECTIVE.search(last.text)))


def _entities(tokens: tuple[Token, ...]) -> Iterator[list[Token]]:
    current: list[Token] = []
    for token in tokens:
        if current and (token.name_begins or token.name != current[0].name):
            yield current
            current = []
        if token.name in _SORTS:
            current.append(token)
    if current:
        yield current


def _extended(reading: Reading, tokens: list[Token]) -> list[Token]:
    """Add parts that the model often leaves out: "Khan" + "al - Masri"."""
    found = list(tokens)
    rest = reading.tokens[found[-1].i + 1 : found[-1].i + 4]
    if (
        tokens[0].name == "PERSON"
        and len(rest) == 3
        and rest[0].text.lower() in ("al", "el", "ul")
        and rest[1].text == "-"
        and rest[2].text[:1].isupper()
    ):
        found.extend(rest)
    return found


def _trimmed(tokens: list[Token], sort: str) -> list[Token]:
    """Without articles, titles and signs around it; a number ends a place alone (“Highway 9”, but not “Norton 3”)."""
    is_part = str.isalnum if sort == "place" else str.isalpha
    titles = word_set("titles", "honorifics") | word_set("titles", "offices") | word_set("titles", "ranks")
    while tokens and (
        tokens[0].text.lower() in ("the", "a", "an")
        or (tokens[0].text in _BEFORE_PLACES and len(tokens) > 1)
        or not tokens[0].text[0].isalnum()
        or (tokens[0].text.islower() and tokens[0].text not in _JOINERS)
        or (sort == "person" and tokens[0].text.lower() in titles)
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text.lower() in _JOINERS or not any(map(is_part, tokens[-1].text))):
        tokens = tokens[:-1]
    return _without_container(tokens) if sort == "place" else tokens


def _without_container(tokens: list[Token]) -> list[Token]:
    """“City of Arlen” is Arlen."""
    if len(tokens) > 2 and tokens[1].text == "of" and tokens[0].text.lower() in word_set("place-words", "containers"):
        return tokens[2:]
    return tokens


def _is_name(tokens: list[Token]) -> bool:
    text = " ".join(token.text for token in tokens)
    capitals = [token for token in tokens if _is_capital(token.text)]
    others = [token for token in tokens if not _is_capital(token.text) and token.text.lower() not in _JOINERS]
    return (
        bool(capitals)
        and not _NO_NAME.fullmatch(text)
        and _LATIN.search(text) is not None
        and len(others) < len(capitals)
        and len(text) <= 70
        and len(tokens) <= 9
        and text.lower() not in not_names()
    )


def _is_capital(word: str) -> bool:
    """“Radio”, and “6PR”."""
    return word[:1].isupper() or bool(_CALL_SIGN.fullmatch(word))


def _is_thing(tokens: list[Token]) -> bool:
    """“Grammy Award”, “Operation Sunrise”: what is given, held, signed or fought."""
    first, last = tokens[0].text.lower(), tokens[-1].text.lower()
    return len(tokens) > 1 and (last in word_set("things", "last") or first in word_set("things", "first"))
