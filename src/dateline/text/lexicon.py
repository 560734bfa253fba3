"""The word lists under `data/`, read once; what each holds stands in its first lines."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words(name: str) -> dict[str, Any]:
    """The content of `data/NAME.yaml`."""
    content = files("dateline.text").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(content))


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A list of a file, in lower case."""
    return frozenset(str(word).lower() for word in words(name)[key])


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """A file's expressions under a key as one, words bounded, case ignored, any white space for a space."""
    given = words(name)[key]
    choices = "|".join([given] if isinstance(given, str) else given).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)
