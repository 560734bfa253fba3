"""Writes a record as front matter and body: keys in the model's order, nothing that has nothing to say."""

from typing import Any

import yaml
from pydantic import BaseModel


class _Dumper(yaml.SafeDumper):
    """Quotes what another YAML reader would take for something else, save plain dates."""

    def increase_indent(self, *args: bool, **options: bool) -> None:
        """Indent lists below their key, as people write them."""
        super().increase_indent(*args[:1], **{**options, "indentless": False})


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


class _Flow(dict[str, Any]):
    """A small mapping written on one line."""


def _flow(dumper: yaml.SafeDumper, value: _Flow) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)


_Dumper.add_representer(_Flow, _flow)


def write(record: BaseModel, body: str = "") -> str:
    """The file's text: front matter between `---` lines, then the body, ended by a line feed."""
    matter = written_matter(record.model_dump(mode="python", exclude_defaults=True, exclude_none=True))
    return f"---\n{matter}---\n" + (f"\n{body.strip()}\n" if body.strip() else "")


def written_matter(data: Any) -> str:
    """Values as the YAML that a record is written in."""
    return str(
        yaml.dump(
            _compact(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, default_flow_style=False
        )
    )


def _compact(value: Any, *, depth: int = 0) -> Any:
    if isinstance(value, dict):
        items = {str(key): _compact(item, depth=depth + 1) for key, item in value.items()}
        return _Flow(items) if depth and _is_small(items) else items
    if isinstance(value, list | tuple):
        return [_compact(item, depth=depth + 1) for item in value]
    return value


def _is_small(items: dict[str, Any]) -> bool:
    plain = all(isinstance(item, str | int | float | bool) for item in items.values())
    return plain and sum(len(key) + len(str(item)) + 4 for key, item in items.items()) <= 96
