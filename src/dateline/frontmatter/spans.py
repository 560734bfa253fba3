"""Where keys, values and comments stand in a file's text, for those who change some of it and leave the rest alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from dateline.frontmatter.parse import LOADER, KeyPath, parse


@dataclass(frozen=True)
class Place:
    """One item of front matter, in characters of the file's text, ends exclusive.

    key    of an item of a mapping: where its key stands
    value  where the value stands, quotes and brackets included
    node   as YAML has it; its marks count from the front matter's first character
    """

    key: tuple[int, int] | None
    value: tuple[int, int]
    node: yaml.Node


def places(text: str) -> Mapping[KeyPath, Place]:
    """Key path -> where it stands, in the order of the file; () is the whole. Raises FrontMatterError."""
    matter, _, _ = read(text)
    head = text.index("\n") + 1
    node = yaml.compose(matter, Loader=LOADER) if matter.strip() else None
    return dict(_places(node, (), None, head)) if node else {}


def _places(node: yaml.Node, keys: KeyPath, key: tuple[int, int] | None, head: int) -> Iterator[tuple[KeyPath, Place]]:
    yield keys, Place(key, _span(node, head), node)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _places(value, (*keys, name.value), _span(name, head), head)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _places(item, (*keys, number), None, head)


def _span(node: yaml.Node, head: int) -> tuple[int, int]:
    return head + node.start_mark.index, head + node.end_mark.index


def comments(matter: str) -> list[str]:
    """The comments of a YAML text, in order."""
    spans = [
        (token.start_mark.index, token.end_mark.index)
        for token in yaml.scan(matter, Loader=LOADER)
        if isinstance(token, yaml.ScalarToken)
    ]
    found, at = [], 0
    for line in matter.splitlines(keepends=True):
        for column, character in enumerate(line):
            begins = character == "#" and (column == 0 or line[column - 1] in " \t")
            if begins and not any(start <= at + column < end for start, end in spans):
                found.append(line[column:].rstrip())
                break
        at += len(line)
    return found


def read(text: str) -> tuple[str, dict[str, Any], str]:
    """A file's YAML as it stands, its values, and the rest. Raises FrontMatterError."""
    parsed = parse(text)
    head = text[: len(text) - len(parsed.body)]
    matter = head[head.index("\n") + 1 : head.rindex("\n---") + 1] if head else ""
    return matter, parsed.data, parsed.body
