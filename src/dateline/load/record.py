"""Reads one file of `briefings/`: decode, split, validate; each fault with its line."""

import unicodedata
from typing import Any, TypeVar

from pydantic_core import ErrorDetails

from dateline.frontmatter import FrontMatterError, Parsed, parse
from dateline.load.kinds import misplaced
from dateline.load.validating import validated
from dateline.model import Model, Problem, Record
from dateline.model.keys import keys_at
from dateline.vocabulary import Vocabulary
from dateline.vocabulary.nearest import nearest

M = TypeVar("M", bound=Model)


def load_record(
    data: bytes, *, relative: str, model: type[M], vocabulary: Vocabulary
) -> tuple[Record[M] | None, list[Problem]]:
    """A file's bytes, validated, or None with its problems (rules `encoding`, `front-matter`, `schema`)."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Problem(relative, line, "encoding", "must be UTF-8 text; save the file as UTF-8")]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        parsed = parse(text)
    except FrontMatterError as error:
        return None, [Problem(relative, error.line, "front-matter", error.message)]
    valid, faults = validated(parsed, model, vocabulary)
    if valid is None:
        other = misplaced(parsed, model, vocabulary)
        if other:
            return None, [Problem(relative, 1, "schema", other)]
        return None, [_problem(fault, relative, parsed, model) for fault in faults if not _follows(fault, faults)]
    return Record(relative, valid, parsed.body, parsed.body_line, parsed.lines), []


def _follows(fault: ErrorDetails, faults: list[ErrorDetails]) -> bool:
    """True where a list only seems too short because its items have faults of their own."""
    keys = fault["loc"]
    inside = (other["loc"] for other in faults if len(other["loc"]) > len(keys))
    return fault["type"] == "too_short" and any(loc[: len(keys)] == keys for loc in inside)


def _problem(fault: ErrorDetails, path: str, parsed: Parsed, model: type[Model]) -> Problem:
    keys = tuple(key for key in fault["loc"] if key != "[key]")
    known = keys
    while known and known not in parsed.lines:
        known = known[:-1]
    name = ".".join(str(key) for key in keys)
    return Problem(
        path, parsed.lines.get(known, 1), "schema", f"{name}: {_words(fault, keys, model)}".removeprefix(": ")
    )


def _words(fault: ErrorDetails, keys: tuple[Any, ...], model: type[Model]) -> str:
    kind = fault["type"]
    if kind == "extra_forbidden":
        return _unknown_key(str(keys[-1]), keys_at(model, keys[:-1]))
    if kind in _ADVICE:
        return _ADVICE[kind]
    words = _WORDS[kind].format(**fault.get("ctx", {})) if kind in _WORDS else fault["msg"]
    says_value = words == fault["msg"] and words.startswith("must")
    return words if says_value else f"{words[:1].lower()}{words[1:]}, not {_shown(fault['input'])}"


_ADVICE = {
    "missing": "must be given; add it",
    "too_short": "must have at least one item; add one",
    "string_too_short": "must not be empty; fill it in or leave the key out",
}
_WORDS = {
    "string_type": "must be text",
    "int_parsing": "must be a whole number",
    "float_parsing": "must be a number",
    "bool_parsing": "must be true or false",
    "tuple_type": "must be a list",
    "dict_type": "must hold keys and values",
    "model_type": "must hold keys and values",
    "less_than_equal": "must be at most {le:g}",
    "greater_than_equal": "must be at least {ge:g}",
}


def _unknown_key(key: str, valid: tuple[str, ...]) -> str:
    hint = nearest(key, valid, at_least=60)
    return f"must be a known key; did you mean '{hint}'?" if hint else f"must be a known key: {', '.join(valid)}"


def _shown(value: Any) -> str:
    text = "nothing" if value is None else f"'{value}'" if isinstance(value, str) else type(value).__name__
    return text.replace("dict", "keys and values").replace("list", "a list").replace("\n", " ")[:80]
