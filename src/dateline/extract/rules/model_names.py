"""Names that the language model finds, without the words around them that it takes along."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.nameless import is_nameless, is_office, is_thing
from dateline.facts.names import Name, adjectives, not_names, plain, weekdays
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_LATIN = re.compile(r"[A-Za-zÀ-ÿĀ-ſ]")
_CALL_SIGN = re.compile(r"\d{1,3}[A-Z]{2,}")
# Initials, a legal form, a sign of a series: “D.”, “A.A.”, “LLC”, “M3”.
_NO_NAME = re.compile(r"(?:[A-Z]\.[ -]?){1,2}|[A-Z]\.|L\.?L\.?[CP]\.?|L\.P\.|Inc\.?|Ltd\.?|[A-Z]-?\d{1,3}")
_ADJECTIVE = re.compile(r"(?:ian|ean|ese|ish)$")
_SORTS = {"PERSON": "person", "ORG": "group", "GPE": "place", "LOC": "place", "FAC": "place"}
_BEFORE_PLACES = ("Near", "In", "At")
_NO_BEGINNING = ("of", "and", "for", "in", "on", "to", "&")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_NUMBER = re.compile(r"\d{3,}|\d[\d.,]*[.,]\d+")
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
        trimmed = _trimmed(_extended(reading, _without_state(reading, tokens)), sort) if sort else []
        if not sort or not trimmed or not _is_name(trimmed) or (sort != "person" and is_thing(_words(trimmed))):
            continue
        if len(trimmed) == 1 and (_is_adverb(trimmed[0]) or _is_of_a_people(trimmed[0])):
            continue
        if sort == "person" and len(trimmed) == 1 and trimmed[0].text.lower().rstrip(".") in not_names():
            continue
        if is_nameless(_words(trimmed)) or is_office(_words(trimmed), _word_at(reading, trimmed[-1].i + 1)):
            continue
        if not (sort == "place" and (_is_adjective(trimmed) or _is_no_place(trimmed))) and not _is_sign(
            reading, trimmed
        ):
            span = Span(trimmed[0].start, trimmed[-1].end)
            yield Name(span, sort, plain(span.of(reading.text)), origin=f"names: model ({tokens[0].name})")


def _is_no_place(tokens: list[Token]) -> bool:
    """“The Capital, Arlen”."""
    return len(tokens) == 1 and tokens[0].text.lower() in word_set("place-words", "no-places")


def _is_adverb(token: Token) -> bool:
    """“Fiendishly complicated” at the beginning of a sentence."""
    return token.tag == "RB" and token.text.endswith("ly")


def _is_of_a_people(token: Token) -> bool:
    """“Emiratis”: more than one of a people, by its adjective."""
    return token.text.endswith("s") and token.text.lower()[:-1] in adjectives()


def _words(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


def _is_sign(reading: Reading, tokens: list[Token]) -> bool:
    """“<ACM>”: the sign of its shares is another name, told elsewhere."""
    return (
        len(tokens) == 1 and tokens[0].text.isupper() and tokens[0].i > 0 and _word_at(reading, tokens[0].i - 1) == "<"
    )


def _word_at(reading: Reading, i: int) -> str:
    return reading.tokens[i].text if i < len(reading.tokens) else ""


def _parted(entities: Iterable[list[Token]]) -> Iterator[list[Token]]:
    """“Exeter - London”, “Acme Inc <ACM”, “Acme Corp. Brook Corp”: what is no part of a name parts two of them."""
    for tokens in entities:
        current: list[Token] = []
        lone = _lone_signs(tokens)
        for at, token in enumerate(tokens):
            is_dash = token.text in _DASHES and bool(current) and token.start > current[-1].end
            if is_dash or token.text[0] in "<>" or at in lone or _parts_companies(tokens, at):
                yield from [current] if current else []
                current = []
                continue
            current.append(token)
            if _ends_company(tokens, at):
                yield current
                current = []
        if current:
            yield current


def _lone_signs(tokens: list[Token]) -> set[int]:
    """Positions of brackets and quotation marks that have no other side within the name."""
    texts = [token.text for token in tokens]
    lone = {at for at, text in enumerate(texts) for pair in _PAIRS if text in pair and not set(pair) <= set(texts)}
    return lone | ({texts.index('"')} if texts.count('"') == 1 else set())


def _parts_companies(tokens: list[Token], at: int) -> bool:
    """“Acme Co [and] Brook Co”."""
    forms = word_set("cues", "legal-forms")
    is_between = tokens[at].text == "and" and 0 < at < len(tokens) - 2
    return is_between and all(one.text.lower().rstrip(".") in forms for one in (tokens[at - 1], tokens[-1]))


def _ends_company(tokens: list[Token], at: int) -> bool:
    """“… Corp. Brook …”: a legal form with a full stop before a word with a capital that is no legal form."""
    text = tokens[at].text
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return (
        at > 0
        and text.endswith(".")
        and text.lower().rstrip(".") in word_set("cues", "legal-forms")
        and following[:1].isupper()
        and following.lower().rstrip(".") not in word_set("cues", "legal-forms")
        and "." not in following
    )


def _sort_of(tokens: list[Token]) -> str | None:
    """As the model says; but a place or person whose last word is an organisation's is a group: “Norton United”."""
    sort, last = _SORTS.get(tokens[0].name), tokens[-1].text.rstrip(".").lower()
    if len(tokens) == 1 or sort not in ("place", "person"):
        return sort
    if sort == "person":
        return "group" if tokens[-1].text.rstrip(".") in words("cues")["companies"] else sort
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
    """Add parts that the model often leaves out: "Khan" + "al - Masri", "Ruri Sese" before "Seko" behind a title."""
    found = [*_forenames(reading, tokens), *tokens, *_surname(reading, tokens)]
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


def _surname(reading: Reading, tokens: list[Token]) -> list[Token]:
    """“Sir Mark [Tarvel]”: a word with a capital that no name has and to which the forename belongs by grammar."""
    following = reading.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    if tokens[0].name != "PERSON" or len(tokens) > 1 or not following:
        return []
    one = following[0]
    belongs = tokens[0].relation == "compound" and tokens[0].head == one.i and one.pos == "PROPN" and not one.name
    return [one] if belongs and one.text.istitle() and one.text.isalpha() else []


def _forenames(reading: Reading, tokens: list[Token]) -> list[Token]:
    """“President [Ruri Sese] Tarvel”: words with a capital and without another name between a title and a person."""
    if tokens[0].name != "PERSON":
        return []
    titles = word_set("titles", "honorifics") | word_set("titles", "offices") | word_set("titles", "ranks")
    found: list[Token] = []
    for i in range(tokens[0].i - 1, max(-1, tokens[0].i - 4), -1):
        token = reading.tokens[i]
        if token.sentence != tokens[0].sentence or not token.text.istitle() or token.name in ("ORG", "PERSON"):
            return []
        if token.text.lower() in titles:
            return found
        found.insert(0, token)
    return []


def _trimmed(tokens: list[Token], sort: str) -> list[Token]:
    """Without articles, titles and signs around it; a number ends a place alone (“Highway 9”, but not “Norton 3”)."""
    is_part = str.isalnum if sort == "place" else str.isalpha
    titles = word_set("titles", "honorifics") | word_set("titles", "offices") | word_set("titles", "ranks")
    while tokens and (
        tokens[0].text.lower() in ("the", "a", "an", "ngo")
        or (tokens[0].text in _BEFORE_PLACES and len(tokens) > 1)
        or not tokens[0].text[0].isalnum()
        or (tokens[0].text.islower() and tokens[0].text not in _JOINERS)
        or (sort == "person" and tokens[0].text.lower() in titles)
        or tokens[0].text in _NO_BEGINNING
        or (sort != "place" and _NUMBER.fullmatch(tokens[0].text))
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text.lower() in _JOINERS or not any(map(is_part, tokens[-1].text))):
        tokens = tokens[:-1]
    tokens = _without_day(_without_rest(tokens), sort)
    return _without_container(tokens) if sort == "place" else tokens


def _without_rest(tokens: list[Token]) -> list[Token]:
    """“Group of Seven (G-7”: a bracket without its end ends a name."""
    texts = _words(tokens)
    return tokens[: texts.index("(")] if "(" in texts and ")" not in texts else tokens


def _without_state(reading: Reading, tokens: list[Token]) -> list[Token]:
    """“LEXINGTON, Ky. United Copper”: the state belongs to the town before it; “Ky. Highway Patrol” is one name."""
    is_behind = _word_at(reading, tokens[0].i - 1) == "," if tokens and tokens[0].i else False
    return tokens[1:] if is_behind and len(tokens) > 1 and tokens[0].text in _short_states() else tokens


@lru_cache(maxsize=1)
def _short_states() -> frozenset[str]:
    return frozenset(short for fields in words("us-states").values() for short in fields["short"])


def _without_day(tokens: list[Token], sort: str) -> list[Token]:
    """“Ministry of Agriculture Sunday”, but not “Mail on Sunday”."""
    is_day = len(tokens) > (1 if sort == "place" else 2) and tokens[-1].text.lower() in weekdays()
    return tokens[:-1] if is_day and tokens[-2].text[0].isupper() else tokens


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
