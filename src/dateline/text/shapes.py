"""The shapes that a list of words may have, and what is wrong with one that has not its own."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

_UNQUOTED = "no, on, yes, off and numbers need quotes"


def shape_fault(shape: str, value: Any) -> str:
    """What a value must be and is not, "" where it has the shape.

    word, words       a text, a list of them
    groups            a list of lists of words
    expressions       a regular expression or a list of them
    number, numbers   a number, a list of them
    record, records   fields by their names, a list of such
    {SHAPE}           anything of that shape by a word
    anchors           anything: YAML anchors for other keys of the file
    """
    if shape.startswith("{"):
        return _by_word(shape[1:-1], value)
    what, holds = _SHAPES[shape]
    return "" if holds(value) else f"must be {what}"


def _by_word(shape: str, value: Any) -> str:
    if not isinstance(value, Mapping) or not all(isinstance(word, str) for word in value):
        return f"must map words ({_UNQUOTED})"
    faults = ((word, shape_fault(shape, inner)) for word, inner in value.items())
    return next((f"'{word}' {fault}" for word, fault in faults if fault), "")


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_record(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(name, str) and _is_field(one) for name, one in value.items())


def _is_field(value: Any) -> bool:
    """A word, a number, a flag, a day, or a list of words or numbers, in which a flag is a word without its quotes."""
    alone = isinstance(value, str | bool | date) or _is_number(value)
    return alone or _each(_is_word)(value) or _each(_is_number)(value)


def _is_expression(value: Any) -> bool:
    try:
        return _is_word(value) and bool(re.compile(value))
    except re.error:
        return False


def _each(holds: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(holds, value))


_SHAPES: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "word": ("a word", _is_word),
    "words": (f"a list of words ({_UNQUOTED})", _each(_is_word)),
    "groups": (f"a list of lists of words ({_UNQUOTED})", _each(_each(_is_word))),
    "expressions": ("a regular expression or a list of them", lambda value: _each(_is_expression)(_listed(value))),
    "number": ("a number", _is_number),
    "numbers": ("a list of numbers", _each(_is_number)),
    "record": (f"fields by their names ({_UNQUOTED})", _is_record),
    "records": (f"a list of fields by their names ({_UNQUOTED})", _each(_is_record)),
    "anchors": ("anything", lambda _: True),
}


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value
