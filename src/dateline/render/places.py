"""Places in words: "Dorlen, Vardania (within 5 km)", "somewhere in Marn, Vardania", "not reported"."""

import re

from dateline.vocabulary.lists import Entry

_SOMEWHERE = "somewhere in"
_BESIDE_A_NUMBER = re.compile(r"(?<=\d) | (?=\d)")


def place_words(full_name: str, precision: Entry | None) -> str:
    """A place with how exactly it is known.

    precision  the entry of the list `geo-precision`, None where it is not stated. Its label tells whether
               the name stands for an area; its `words` are put in brackets otherwise
    """
    if not full_name:
        return "not reported"
    if precision is None:
        return full_name
    if precision.label.startswith(_SOMEWHERE):
        return f"{_SOMEWHERE} {full_name}"
    return f"{full_name} ({_unbroken(precision)})" if precision["words"] else full_name


def precision_words(precision: Entry | None) -> str:
    """The second line of a facts strip: what the precision means, or that none is stated."""
    if precision is None:
        return "precision not stated"
    return _unbroken(precision) or precision.label


def _unbroken(precision: Entry) -> str:
    """A number stays in a line with its unit and with what stands before it."""
    return _BESIDE_A_NUMBER.sub("\N{NO-BREAK SPACE}", str(precision["words"]))
