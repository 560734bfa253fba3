"""The word lists under `data/`, read once; what each holds stands in its first lines and above its keys."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import DatelineError
from dateline.text.shapes import shape_fault

EACH = "*"  # the key of a list whose keys are its entries


class WordListError(DatelineError):
    """A list of words has not the shape that `word-lists.txt` says."""


@dataclass(frozen=True)
class Listed:
    """A row of `word-lists.txt`: what a key of a list holds (a shape of `shapes.py`), and the modules that read it."""

    shape: str
    readers: tuple[str, ...]


@cache
def listed() -> Mapping[str, Mapping[str, Listed]]:
    """The table of word lists: list -> key -> what it holds and who reads it."""
    found: dict[str, dict[str, Listed]] = {}
    for line in files("dateline.text").joinpath("word-lists.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, key, shape, *readers = line.split()
            found.setdefault(name, {})[key] = Listed(shape, tuple(readers))
    return found


@cache
def words(name: str) -> dict[str, Any]:
    """The content of `data/NAME.yaml`. Raises WordListError where it has another shape than `word-lists.txt` says."""
    content = files("dateline.text").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    return checked_list(name, yaml.safe_load(content))


def checked_list(name: str, content: Any) -> dict[str, Any]:
    """The content of a list, each key of its shape (WordListError); a key that the table does not name has none."""
    if not isinstance(content, Mapping):
        raise WordListError(f"text/data/{name}.yaml: must be keys with their words")
    table = listed().get(name, {})
    for key, value in content.items():
        row = table.get(str(key)) or table.get(EACH)
        fault = shape_fault(row.shape, value) if row else ""
        if fault:
            raise WordListError(f"text/data/{name}.yaml: '{key}' {fault}")
    return dict(content)


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A list of a file, in lower case."""
    return frozenset(word.lower() for word in words(name)[key])


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """A file's expressions under a key as one, words bounded, case ignored, any white space for a space."""
    given = words(name)[key]
    choices = "|".join([given] if isinstance(given, str) else given).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)
