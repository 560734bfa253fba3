"""Single values of front matter, replaced where they stand: quoting, spacing and comments around them stay."""

from collections.abc import Iterator, Mapping

import yaml

from dateline.frontmatter.parse import KeyPath
from dateline.frontmatter.write import written_matter


def with_scalars(matter: str, values: Mapping[KeyPath, str]) -> str:
    """The YAML with these texts at these key paths; KeyError where no single value stands at one."""
    spans = dict(_scalars(yaml.compose(matter, Loader=yaml.BaseLoader), ()))
    for path in sorted(values, key=lambda path: spans[path], reverse=True):
        start, end = spans[path]
        matter = matter[:start] + _written(values[path], matter[start:end]) + matter[end:]
    return matter


def _scalars(node: yaml.Node | None, path: KeyPath) -> Iterator[tuple[KeyPath, tuple[int, int]]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, (node.start_mark.index, node.end_mark.index)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _scalars(item, (*path, number))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*path, key.value))


def _written(value: str, old: str) -> str:
    """In the quotes that the old value had; else bare, where that reads as text."""
    bare = written_matter({"k": value}).removeprefix("k: ").rstrip("\n")
    if old[:1] in ("'", '"') and bare == value:
        return f"{old[0]}{value}{old[0]}"
    return bare
