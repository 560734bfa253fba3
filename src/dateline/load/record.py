"""Reads one file of `briefings/`: decode, split, validate; each fault with its line."""

import unicodedata
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dateline.frontmatter import FrontMatterError, Parsed, parse
from dateline.model import Model, Problem, Record
from dateline.vocabulary import Vocabulary
from dateline.vocabulary.nearest import nearest

M = TypeVar("M", bound=Model)


def load_record(
    content: bytes, *, relative: str, model: type[M], vocabulary: Vocabulary
) -> tuple[Record[M] | None, list[Problem]]:
    """The validated file `relative`, or None with its problems (rules `encoding`, `front-matter`, `schema`)."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, [Problem(relative, line, "encoding", "must be UTF-8 text; save the file as UTF-8")]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        parsed = parse(text)
    except FrontMatterError as error:
        return None, [Problem(relative, error.line, "front-matter", error.message)]
    try:
        data = model.model_validate(parsed.data, context={"vocabulary": vocabulary})
    except ValidationError as error:
        return None, [_problem(fault, relative, parsed, model) for fault in error.errors()]
    return Record(relative, data, parsed.body, parsed.body_line, parsed.lines), []


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
        return _unknown_key(str(keys[-1]), _fields(model, keys))
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


def _fields(model: type[Model], keys: tuple[Any, ...]) -> list[str]:
    schema = model.model_json_schema()
    node: dict[str, Any] = schema
    for key in keys[:-1]:
        node = _step(schema, node, key)
    return list(_resolve(schema, node).get("properties", {}))


def _step(schema: dict[str, Any], node: dict[str, Any], key: Any) -> dict[str, Any]:
    node = _resolve(schema, node)
    if isinstance(key, int):
        return dict(node.get("items", {}))
    return dict(node.get("properties", {}).get(key) or node.get("additionalProperties") or {})


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """The object that a node stands for: behind references, and among alternatives the one with keys."""
    if "$ref" in node:
        return _resolve(schema, schema["$defs"][node["$ref"].rpartition("/")[2]])
    objects = (_resolve(schema, choice) for choice in node.get("anyOf", []))
    return next((choice for choice in objects if "properties" in choice), node)


def _unknown_key(key: str, valid: list[str]) -> str:
    hint = nearest(key, valid, at_least=60)
    return f"must be a known key; did you mean '{hint}'?" if hint else f"must be a known key: {', '.join(valid)}"


def _shown(value: Any) -> str:
    text = "nothing" if value is None else f"'{value}'" if isinstance(value, str) else type(value).__name__
    return text.replace("dict", "keys and values").replace("list", "a list").replace("\n", " ")[:80]
