"""A value that is not valid, and the one valid value of which it can only be a slip."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import OSA

from dateline.text.lexicon import words

_SHORTEST = 5  # letters of the shortest word in which a slip may be mended: iran is no slip of iraq


def spelled(value: str) -> str:
    """A value in the spelling of ids and closed lists: lower case, words joined by hyphens."""
    return re.sub(r"[\s_-]+", "-", value.strip().lower())


def obvious(value: str, valid: Collection[str]) -> str:
    """The valid value that is meant, or "" where none or more than one may be.

    The same but for case, spaces, underscores, hyphens and accents; else one letter too many, too few, changed, or two
    that changed places, in a word of five letters or more, its first letter and all digits as they are.
    """
    same = sorted(key for key in valid if _joined(key) == _joined(value))
    if same:
        return same[0] if len(same) == 1 else ""
    near = process.extract(spelled(value), sorted(valid), scorer=OSA.distance, score_cutoff=1, limit=3)
    return str(near[0][0]) if len(near) == 1 and _is_slip(spelled(value), str(near[0][0])) else ""


def _joined(value: str) -> str:
    return re.sub(r"[^a-z0-9]", "", anyascii(value).lower())


def _is_slip(value: str, meant: str) -> bool:
    one, two = re.split(r"[-_]", value), re.split(r"[-_]", meant)
    if len(one) != len(two) or re.findall(r"\d", value) != re.findall(r"\d", meant):
        return False
    differing = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return all(_may_be_slip(*pair) for pair in differing)


def _may_be_slip(wrong: str, right: str) -> bool:
    """Countries and peoples are other words, however near: Nigerien and Nigerian."""
    return min(len(wrong), len(right)) >= _SHORTEST and wrong[0] == right[0] and wrong not in _peoples()


@cache
def _peoples() -> frozenset[str]:
    entries = words("countries").values()
    return frozenset(word for entry in entries for name in _names(entry) for word in spelled(name).split("-"))


def _names(entry: dict[str, Iterable[str]]) -> Iterable[str]:
    return [str(entry["name"]), *entry.get("adjectives", ()), *entry.get("names", ())]
