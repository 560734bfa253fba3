"""What a name is, and which names and words that are none are known beforehand."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.facts.name_index import NameIndex
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

# How much a source of names is trusted, in the order of DESIGN: records, patterns, lists, model.
RECORD, PATTERN, LISTED, MODEL = 4, 3, 2, 1

# The sort of words that are nobody's name, whatever finds one in them.
DATELINE = "names: town of the dateline"
NOBODY = "nobody"

_SHORT_FORM = 3  # letters
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_LETTERS = re.compile(r"(?<![’'])[^\W\d_]+|(?<=[’'])[^\W\d_]{2,}")
_SMALL = ("de", "del", "do", "dos", "da", "das", "di", "la", "las", "los", "el", "es", "of", "the", "and", "on", "al")


@dataclass(frozen=True)
class Name:
    """A name in the text.

    sort     `person`, `group` or `place`; NOBODY where nothing is to be found in these words
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
    for key, fields in words("us-states").items():
        name = Name(nowhere, "place", key, "province", "US", LISTED, "names: short form of a state")
        found += [(short, name) for short in fields["short"] if short.rstrip(".").lower() not in not_names()]
    for key, fields in words("regions").items():
        name = Name(nowhere, "place", key, fields["kind"], fields.get("country", ""), LISTED, "names: known region")
        found += [(other, name) for other in (key, *fields.get("names", ()))]
    return NameIndex[Name].of(found)


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Words with a capital that name nobody: days, months, peoples, titles, exchanges."""
    found = {word for key in ("months", "weekdays") for word in words("calendar")[key]}
    found |= set(adjectives()) | word_set("place-words", "never") | word_set("cues", "exchanges")
    found |= {cue.lower() for cues in words("organisations").values() for cue in cues}
    for key in ("honorifics", "offices", "ranks"):
        found |= word_set("titles", key)
    return frozenset(found)


@lru_cache(maxsize=1)
def weekdays() -> tuple[str, ...]:
    """Whole names of the days of the week, in lower case: “Sun” alone may end the name of a paper."""
    return tuple(word for word in words("calendar")["weekdays"] if word.endswith("day"))


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Adjective or people, in lower case -> ISO code."""
    return {word.lower(): code for code, fields in words("countries").items() for word in fields.get("adjectives", ())}


def plain(words_: str) -> str:
    """A name in one line, without an article and a possessive."""
    name = re.sub(r"\s+", " ", words_).strip(' ,;:“”"')
    return re.sub(r"(?:['’]s)$", "", re.sub(r"^(?:the|The) ", "", name))


def spelt(words_: str) -> str:
    """A place's name in capitals as it is written elsewhere: “RIO DE JANEIRO”, but not “NY”, which is short for one."""
    if not words_.isupper() or len(words_) <= _SHORT_FORM or _DOTTED.fullmatch(words_):
        return words_
    name = _LETTERS.sub(lambda word: word[0].capitalize(), words_.lower())
    first, *rest = name.split(" ")
    return " ".join([first, *(word.lower() if word.lower() in _SMALL else word for word in rest)])
