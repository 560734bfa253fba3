"""Well-known organisations by any of their names, written with capitals and apostrophes or without."""

import re
from collections.abc import Mapping
from functools import lru_cache

from dateline.text.lexicon import word_set, words

Known = tuple[str, str, str]
"""Name, kind, country."""


def well_known(name: str) -> Known | None:
    """The organisation of this name; of several words also as “Kurdistan Workers’ party” or “Workers Party”."""
    return known_names().get(name) or (_by_form().get(_form(name)) if " " in name else None)


def known_by_acronym(long: str, short: str) -> Known | None:
    """“Kurdish People’s Protection Units (YPG)”: the one of this acronym, where the long form ends in its name."""
    known = known_names().get(short)
    return known if known and _form(long).endswith(f" {_form(known[0])}") else None


@lru_cache(maxsize=1)
def known_names() -> Mapping[str, Known]:
    """Any name of a well-known organisation -> its name, kind and country."""
    return {
        other: (key, fields["kind"], fields.get("country", ""))
        for key, fields in words("actors").items()
        for other in (key, *fields.get("names", ()))
    }


@lru_cache(maxsize=1)
def _by_form() -> Mapping[str, Known]:
    found: dict[str, Known] = {}
    for name, known in known_names().items():
        if " " in name or known[1] == "company":
            found.setdefault(_form(name), known)
    return found


def _form(name: str) -> str:
    parts = re.sub(r"['’.]", "", name).replace("-", " ").casefold().split()
    while len(parts) > 1 and parts[-1] in word_set("cues", "legal-forms"):
        parts = parts[:-1]
    return " ".join(parts)
