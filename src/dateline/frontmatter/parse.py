"""Reads `--- YAML --- Markdown`: every scalar stays the text that it is, each key knows its line."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

KeyPath = tuple[str | int, ...]
_FENCE = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_NULLS = {"", "~", "null", "Null", "NULL"}
_QUOTED = {"'", '"', "|", ">"}
_MAX_DEPTH = 20
_MANY = 400  # more brackets than this are looked at before they are composed
_DOUBTFUL = re.compile(r"\*|[-?] +[-?] ")
# libyaml reads some things that PyYAML's own reader refuses, such as a tab at the end of a line: one reader for all.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class FrontMatterError(ValueError):
    """The YAML cannot be read; `line` is 1-based in the file."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Parsed:
    """Front matter as lists, mappings and text; keys without a value are left out. `body_line` is 1-based."""

    data: dict[str, Any]
    body: str
    body_line: int
    lines: dict[KeyPath, int]


def parse(text: str) -> Parsed:
    """Split a file and read its front matter; without any, data is empty and all is body.

    Numbers and dates stay text (the model converts what it declares), so `NO` is Norway and `12:30` no number.
    Raises FrontMatterError with a line: broken YAML, a duplicate key, an alias, a merge key, no mapping.
    """
    match = _FENCE.match(text)
    if not match:
        if re.match(r"---[ \t]*\n", text):
            raise FrontMatterError(1, "front matter must end with a line '---'; none was found; add it")
        return Parsed({}, text, 1, {})
    node = _compose(match[1])
    lines: dict[KeyPath, int] = {}
    data = {} if node is None else _value(node, (), lines)
    if not isinstance(data, dict):
        raise FrontMatterError(2, f"front matter must hold keys and values, not {type(data).__name__}")
    return Parsed(data, text[match.end() :], text.count("\n", 0, match.end()) + 1, lines)


def _compose(text: str) -> yaml.Node | None:
    try:
        if _DOUBTFUL.search(text) or text.count("[") + text.count("{") > _MANY:
            _look_ahead(text)
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = _line(error.problem_mark or error.context_mark)
        raise FrontMatterError(
            line, f"must be valid YAML: {error.problem or error.context}; {_advice(text, line)}"
        ) from None
    except yaml.YAMLError as error:
        raise FrontMatterError(2, f"must be valid YAML: {str(error).splitlines()[0]}") from None
    return node


def _look_ahead(text: str) -> None:
    """Refuse aliases, and nesting so deep that composing it would exhaust the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise FrontMatterError(_line(event.start_mark), f"must not use YAML aliases, found *{event.anchor}")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise FrontMatterError(_line(event.start_mark), f"must not nest deeper than {_MAX_DEPTH} levels")


def _line(mark: Any) -> int:
    return int(mark.line) + 2 if mark else 2


def _advice(text: str, line: int) -> str:
    lines = text.split("\n")
    shown = lines[line - 2].strip() if 0 <= line - 2 < len(lines) else ""
    return f"near '{shown[:60]}'; put text with ': ', '#' or quotes in quotes" if shown else "check quotes and spaces"


def _value(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int]) -> Any:
    lines.setdefault(path, _line(node.start_mark))
    if len(path) > _MAX_DEPTH:
        raise FrontMatterError(_line(node.start_mark), f"must not nest deeper than {_MAX_DEPTH} levels")
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, number), lines) for number, item in enumerate(node.value)]
    return None if getattr(node, "style", None) not in _QUOTED and node.value in _NULLS else node.value


def _mapping(node: yaml.MappingNode, path: KeyPath, lines: dict[KeyPath, int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        line = _line(key.start_mark)
        if not isinstance(key, yaml.ScalarNode):
            raise FrontMatterError(line, "a key must be a plain word")
        if key.value in found:
            raise FrontMatterError(line, f"a key must stand once, '{key.value}' stands twice; remove or rename one")
        lines[(*path, key.value)] = line
        found[key.value] = _value(value, (*path, key.value), lines)
    return {key: value for key, value in found.items() if value is not None}
