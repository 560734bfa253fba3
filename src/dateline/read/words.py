"""The words of `data/english.yaml`, by which `read` tells dates and datelines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class Words:
    """Lower-case words.

    months      each name or short form with its number, 1 to 12
    weekdays    names and short forms
    published   openings of a line that says when a report came out
    agencies    news agencies as a dateline names them
    articles    small words in a place's name
    prepositions  small words inside a place's name, which seldom open it
    not_places  words that stand where a dateline has its place
    """

    months: Mapping[str, int]
    weekdays: frozenset[str]
    published: frozenset[str]
    agencies: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    not_places: frozenset[str]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The word lists that come with Dateline."""
    text = files("dateline.read").joinpath("data/english.yaml").read_text(encoding="utf-8")
    lists = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - "on" and "no" are words here
    months = {name.lower(): int(number) for number, names in lists.pop("months").items() for name in names}
    return Words(months, **{name: frozenset(value.lower() for value in values) for name, values in lists.items()})


def any_of(words: Iterable[str]) -> str:
    """A regular expression that matches one of the words; the longest is tried first."""
    return "|".join(sorted((word.replace(" ", r"\s+") for word in words), key=lambda word: (-len(word), word)))
