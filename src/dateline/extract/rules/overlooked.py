"""Places that the model does not name: after “in”, and in the name of a body that is called after its place."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from dateline.extract.rules.retyping import is_known
from dateline.facts.names import Name, listed_names, not_names, plain
from dateline.places.setting import Setting, state_of
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span, cover, overlaps

_WORD = r"[A-ZÀ-Þ][\w’'.-]*[\w’']"
_YEAR = re.compile(r"\s+\d")
_SMALL = r"(?:(?:de|del|do|da|la|el|al|es)\s)?"
_IN = re.compile(rf"\b(?:in|near|at|outside)\s+(?P<where>{_WORD}(?:\s{_SMALL}{_WORD}){{0,3}})")


def with_overlooked(text: str, names: Sequence[Name], setting: Setting, start: int) -> list[Name]:
    """The names, and places after a word of place that none covers, where a country that is named has one such."""
    return sorted([*names, *_overlooked(text, names, setting, start)], key=lambda name: name.span)


def _overlooked(text: str, names: Sequence[Name], setting: Setting, start: int) -> Iterator[Name]:
    covered = cover(name.span for name in names)
    small = _is_small_in(text)
    for match in (*_IN.finditer(text, start), *_folk().finditer(text, start)):
        span = Span(*match.span("where"))
        key = plain(span.of(text))
        free = not overlaps(covered, span)
        # “One man”, “Many residents”: a word that the report writes small too is no town's name.
        # “In Early 1989”.
        free = free and not _YEAR.match(text, span.end)
        free = free and not small(key)
        if (
            free
            and key.split()[0].lower() not in word_set("cues", "never")
            and key.lower() not in not_names()
            and is_known(key, setting)
        ):
            yield Name(span, "place", key, origin="names: gazetteer after a word of place")


def _is_small_in(text: str) -> Callable[[str], bool]:
    return cache(lambda key: re.search(rf"\b{re.escape(key.lower())}\b", text) is not None)


@lru_cache(maxsize=1)
def _folk() -> re.Pattern[str]:
    """“Arlen man”, “Arlen police”."""
    nouns = "|".join(words("place-words")["folk"])
    return re.compile(rf"(?<![\w’'.-][ ])\b(?P<where>{_WORD}(?:\s{_SMALL}{_WORD}){{0,2}})\s(?:{nouns})\b")


def homes(names: Sequence[Name], setting: Setting) -> Iterator[Name]:
    """“Ohio Department of Health”: Ohio; “Boone County Board of Education”: Boone County."""
    for name in names:
        if name.sort != "group":
            continue
        parts = name.key.split()
        for length in range(min(4, len(parts) - 1), 0, -1):
            head, rest = " ".join(parts[:length]), parts[length:]
            if _is_body(rest) and (_is_place(head, setting) or (_is_municipal(rest) and is_known(head, setting))):
                span = Span(name.span.start, name.span.start + len(head))
                yield from _named(head, span)
                break


def _is_body(rest: list[str]) -> bool:
    return any(word.rstrip(".,").replace("’", "'").lower() in word_set("place-words", "bodies") for word in rest)


def _is_municipal(rest: list[str]) -> bool:
    """“Police Department”, “City Council”."""
    return rest[0].lower() in word_set("place-words", "municipal")


def _is_place(head: str, setting: Setting) -> bool:
    return bool(state_of(head) or (head.endswith((" County", " Parish")) and setting.gazetteer.divisions(head)))


def _named(head: str, span: Span) -> Iterator[Name]:
    found = next((found for where, found in listed_names().find(head) if where.end == len(head)), None)
    if found and found.sort == "place":
        yield Name(span, "place", found.key, found.kind, found.country, found.trust, found.origin)
    else:
        yield Name(span, "place", head, origin="names: place of a body")
