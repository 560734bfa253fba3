"""Names in a reading: what the project knows, then patterns, closed lists and the model, the stronger first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.draft.extraction import Span
from dateline.draft.lexicon import word_set, words
from dateline.draft.name_index import NameIndex
from dateline.draft.registry import Registry
from dateline.draft.rules.language import Reading, Token

# How much a source of names is trusted, in the order of DESIGN: records, patterns, lists, model.
RECORD, PATTERN, LISTED, MODEL = 4, 3, 2, 1


@dataclass(frozen=True)
class Name:
    """A name in the text.

    sort     `person`, `group` or `place`
    key      what its mentions have in common: the name under which they are gathered
    kind     as in actor-kinds (or place-kinds of a place), "" where not known
    country  ISO code, "" where none is named
    trust    who says that it is a name: RECORD, PATTERN, LISTED or MODEL
    origin   the rule or the model that found it
    """

    span: Span
    sort: str
    key: str
    kind: str = ""
    country: str = ""
    trust: int = MODEL
    origin: str = ""


_SHOUT = 3  # words
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


def find_names(reading: Reading, registry: Registry, patterns: Iterable[Name], start: int) -> list[Name]:
    """All names, none overlapping another, in text order."""
    listed = [*_of_registry(reading.text, registry, start), *_of_lists(reading.text, start)]
    model = _consistent(list(_without_shouts(reading.text, list(_of_model(reading)))))
    return _without_overlap([*patterns, *listed, *model])


def _without_shouts(text: str, names: list[Name]) -> Iterator[Name]:
    """In a line of capitals alone only what is a name elsewhere too: there the model takes any word for one."""
    known = {name.key.lower() for name in names if not name.key.isupper()}
    for name in names:
        if not name.key.isupper() or name.key.lower() in known or not _is_shouted(text, name.span):
            yield name


def _is_shouted(text: str, span: Span) -> bool:
    line = text[text.rfind("\n", 0, span.start) + 1 : (text.find("\n", span.end) + 1 or len(text) + 1) - 1]
    return line.isupper() and len(re.findall(r"[^\W\d_]{2,}", line)) >= _SHOUT


def _without_overlap(names: list[Name]) -> list[Name]:
    chosen: list[Name] = []
    for name in sorted(names, key=_rank):
        if not any(name.span.start < other.span.end and other.span.start < name.span.end for other in chosen):
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.span)


def _rank(name: Name) -> tuple[int, int, int, int]:
    """Patterns before all; else the longer name, of equal ones the more trusted."""
    return (name.trust != PATTERN, -(name.span.end - name.span.start), -name.trust, name.span.start)


def _of_registry(text: str, registry: Registry, start: int) -> Iterator[Name]:
    for span, key in registry.location_index.find(text, start):
        place = registry.locations[key]
        if place.kind != "country":
            yield Name(span, "place", place.name, place.kind, trust=RECORD, origin="names: project record")
    for span, key in registry.actor_index.find(text, start):
        actor = registry.actors[key]
        # A state's name is a country's: whether it acts is told by the grammar around it.
        if actor.kind != "state":
            sort = "person" if actor.kind == "person" else "group"
            yield Name(span, sort, actor.name, actor.kind, trust=RECORD, origin="names: project record")


def _of_lists(text: str, start: int) -> Iterator[Name]:
    for span, name in listed_names().find(text, start):
        # “MAN WHO SHOT TEN”: in a line of capitals an acronym may be any word.
        if not (name.sort == "group" and span.of(text).isupper() and _is_shouted(text, span)):
            yield replace(name, span=span)


@lru_cache(maxsize=1)
def listed_names() -> NameIndex[Name]:
    """Well-known organisations, countries, states and regions."""
    found: list[tuple[str, Name]] = []
    nowhere = Span(0, 0)
    for key, fields in words("actors").items():
        name = Name(nowhere, "group", key, fields["kind"], fields.get("country", ""), LISTED, "names: known actor")
        found += [(other, name) for other in (key, *fields.get("names", ()))]
    for code, fields in words("countries").items():
        name = Name(nowhere, "place", fields["name"], "country", code, LISTED, "names: country")
        found += [(other, name) for other in (fields["name"], *fields.get("names", ()))]
    for key, fields in words("regions").items():
        name = Name(nowhere, "place", key, fields["kind"], fields.get("country", ""), LISTED, "names: known region")
        found += [(other, name) for other in (key, *fields.get("names", ()))]
    return NameIndex[Name].of(found)


def _of_model(reading: Reading) -> Iterator[Name]:
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
        or (sort == "person" and tokens[0].text.lower() in titles)
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text.lower() in _JOINERS or not any(map(is_part, tokens[-1].text))):
        tokens = tokens[:-1]
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


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Words with a capital that name nobody: days, months, peoples, titles."""
    found = {word for key in ("months", "weekdays") for word in words("calendar")[key]}
    found |= set(adjectives()) | word_set("place-words", "never")
    found |= {cue.lower() for cues in words("organisations").values() for cue in cues}
    for key in ("honorifics", "offices", "ranks"):
        found |= word_set("titles", key)
    return frozenset(found)


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Adjective or people, in lower case -> ISO code."""
    return {word.lower(): code for code, fields in words("countries").items() for word in fields.get("adjectives", ())}


def plain(words_: str) -> str:
    """A name in one line, without an article and a possessive."""
    name = re.sub(r"\s+", " ", words_).strip(' ,;:“”"')
    return re.sub(r"(?:['’]s)$", "", re.sub(r"^(?:the|The) ", "", name))


def _consistent(names: list[Name]) -> list[Name]:
    """One sort per name in a text: the most frequent; of equal ones person, then group."""
    votes: Counter[tuple[str, str]] = Counter((name.key, name.sort) for name in names)
    order = ("person", "group", "place")
    best: dict[str, str] = {}
    for key, sort in sorted(votes, key=lambda item: (item[0], -votes[item], order.index(item[1]))):
        best.setdefault(key, sort)
    surnames = {key.split()[-1] for key, sort in best.items() if sort == "person" and " " in key}
    best |= {key: "person" for key in best if key in surnames}
    placed = {key for key, sort in best.items() if sort == "place"}
    return [_without_owner(replace(name, sort=best[name.key]), placed) for name in names]


def _without_owner(name: Name, places: set[str]) -> Name:
    """“Iraq's Interior Ministry” is the Interior Ministry; “People's Party” keeps its people."""
    owner, sign, rest = re.sub("’s ", "'s ", name.key).partition("'s ")
    if not sign or (owner not in places and not _is_country(owner)):
        return name
    return replace(name, key=rest, span=Span(name.span.end - len(rest), name.span.end))


def _is_country(name: str) -> bool:
    return any(found.kind == "country" and span.end == len(name) for span, found in listed_names().find(name))
