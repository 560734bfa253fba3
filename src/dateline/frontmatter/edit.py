"""Puts merged values into a person's YAML: only items that change are written anew, comments stay."""

from collections.abc import Mapping
from typing import Any

import yaml

from dateline.frontmatter.parse import LOADER
from dateline.frontmatter.spans import comments
from dateline.frontmatter.yaml_text import yaml_text


def edited(matter: str, ours: Mapping[str, Any], merged: Mapping[str, Any]) -> str:
    """The YAML with the merged values; what is equal keeps its bytes."""
    chunks, head = _top(matter)
    out = [head]
    for key, text in chunks.items():
        if ours.get(key) == merged.get(key):
            out.append(text)
        elif key not in merged:
            out.append(_kept_comments(text))
        else:
            out.append(_key(key, text, ours.get(key), merged[key]))
    out += [yaml_text({key: merged[key]}) for key in merged if key not in chunks]
    return "".join(out)


def _key(key: str, text: str, ours: Any, merged: Any) -> str:
    node = yaml.compose(text, Loader=LOADER)
    value = node.value[0][1] if isinstance(node, yaml.MappingNode) else None
    if not isinstance(value, yaml.CollectionNode) or value.flow_style or type(ours) is not type(merged):
        return yaml_text({key: merged}) + _kept_comments(text)
    starts = [(item[0] if isinstance(item, tuple) else item).start_mark.line for item in value.value]
    lines = text.splitlines(keepends=True)
    ends = [*starts[1:], len(lines)]
    old = ["".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    indent = lines[starts[0]][: len(lines[starts[0]]) - len(lines[starts[0]].lstrip())]
    return "".join(lines[: starts[0]]) + (
        _mapping(old, ours, merged, indent) if isinstance(merged, dict) else _list(old, ours, merged, indent)
    )


def _mapping(old: list[str], ours: Mapping[str, Any], merged: Mapping[str, Any], indent: str) -> str:
    out = [
        text if ours[key] == merged.get(key) else _written({key: merged[key]}, indent) + _kept_comments(text)
        if key in merged else _kept_comments(text)
        for key, text in zip(ours, old, strict=True)
    ]  # fmt: skip
    return "".join([*out, *(_written({key: merged[key]}, indent) for key in merged if key not in ours)])


def _list(old: list[str], ours: list[Any], merged: list[Any], indent: str) -> str:
    """Merging keeps the order and puts new items last; a changed item stands between its neighbours."""
    out: list[str] = []
    rest = list(merged)
    for item, text in zip(ours, old, strict=True):
        if rest and rest[0] == item:
            rest.pop(0)
            out.append(text)
        elif rest and (
            _is_same(item, rest[0]) or not any(rest[0] == other or _is_same(other, rest[0]) for other in ours)
        ):
            out.append(_written([rest.pop(0)], indent) + _kept_comments(text))
        else:
            out.append(_kept_comments(text))
    return "".join([*out, *(_written([item], indent) for item in rest)])


def _is_same(one: Any, other: Any) -> bool:
    names = ("id", "quote", "name", "actor")
    return isinstance(one, dict) and isinstance(other, dict) and any(
        name in one and one[name] == other.get(name) for name in names
    )  # fmt: skip


def _written(value: Any, indent: str) -> str:
    return "".join(indent + line for line in yaml_text(value).splitlines(keepends=True))


def _kept_comments(text: str) -> str:
    return "".join(f"{comment}\n" for comment in comments(text))


def _top(matter: str) -> tuple[dict[str, str], str]:
    node = yaml.compose(matter, Loader=LOADER)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    lines = matter.splitlines(keepends=True)
    starts = [key.start_mark.line for key, _ in pairs]
    ends = [*starts[1:], len(lines)]
    chunks = {key.value: "".join(lines[start:end]) for (key, _), start, end in zip(pairs, starts, ends, strict=True)}
    return chunks, "".join(lines[: starts[0]] if starts else lines)
