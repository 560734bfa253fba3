"""Names without what spellings of one name differ in: accents, case, articles, hyphens, doubled letters."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml
from anyascii import anyascii

_APOSTROPHES = re.compile(r"['’‘ʼʻ`´.]")
_DOUBLED = re.compile(r"([a-z])\1+")
_SHORT = 4  # letters of words too short to have their doubled ones joined: CC and CCC are two companies
_ALIKE = (
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("dj", "j"),
    ("dh", "d"),
    ("th", "t"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
)


@lru_cache(maxsize=65536)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case letters, articles left out, words of many spellings in one."""
    words = _plain_words(name)
    kept = [word for word in words if word not in _articles()] or words
    return tuple(_once(_spellings().get(word, word)) for word in kept)


def joined(name: str) -> str:
    """All of a name as one word, its articles in one spelling: al-Dormi, el Dormi and Aldormi."""
    return "".join("al" if word in _articles() - {"the"} else _once(word) for word in _plain_words(name))


def _plain_words(name: str) -> list[str]:
    plain = anyascii(_APOSTROPHES.sub("", name)).lower()
    return [word for word in re.split(r"[^a-z0-9&]+", plain) if word]


def _once(word: str) -> str:
    return _DOUBLED.sub(r"\1", word) if len(word) > _SHORT else word


def skeleton(words: tuple[str, ...]) -> str:
    """What transliterations of one name share: its first letter and its consonants, alike ones as one."""
    whole = "".join(words)
    for written, meant in _ALIKE:
        whole = whole.replace(written, meant)
    return whole[:1] + re.sub(r"[aeiouy]", "", whole[1:])


@cache
def load_words(name: str) -> Any:
    """A data file of the checks."""
    return yaml.safe_load(files("dateline.check").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def _articles() -> frozenset[str]:
    return frozenset(load_words("spellings.yaml")["articles"])


@cache
def _spellings() -> dict[str, str]:
    return {word: group[0] for group in load_words("spellings.yaml")["words"] for word in group}
