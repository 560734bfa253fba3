"""Names as ids: lower-case Latin letters, digits and hyphens."""

import importlib
import re
from collections.abc import Container

from dateline.errors import MissingPackageError

_LONGEST = 80
# Names of devices, which no file can have on Windows, whatever its ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)")


def slug(name: str, *, longest: int = _LONGEST) -> str:
    """The name as an id, cut at a whole word; "unnamed" where nothing of it can be written."""
    plain = re.sub(r"['’‘ʼ.]", "", _latin(name)).lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > longest:
        words = words[: longest + 1].rpartition("-")[0] or words[:longest]
    return words or "unnamed"


def is_device(key: str) -> bool:
    """True for an id of which Windows can write no file: `aux`, `con`, `com1`."""
    return bool(_DEVICES.fullmatch(key))


def free_slug(wanted: str, taken: Container[str], *suffixes: str) -> str:
    """The wanted id, or with the first suffix that makes it new and a file's name, or numbered from 2."""
    for suffix in ("", *suffixes):
        candidate = f"{wanted}-{suffix}" if suffix else wanted
        if candidate not in taken and not is_device(candidate):
            return candidate
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _latin(name: str) -> str:
    try:
        return str(importlib.import_module("anyascii").anyascii(name))
    except ModuleNotFoundError:
        raise MissingPackageError("drafting needs anyascii; pip install 'dateline[draft]'") from None
