"""Which keys a mapping of a record may hold, in the order in which they are written."""

from functools import cache, lru_cache
from typing import Any

from dateline.model.fields import Model


@lru_cache(maxsize=4096)
def keys_at(model: type[Model], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys of the mapping at a key path, in the model's order; () where none are prescribed."""
    schema = _schema(model)
    node: dict[str, Any] = schema
    for key in path:
        node = _step(schema, node, key)
    return tuple(_resolve(schema, node).get("properties", {}))


@cache
def _schema(model: type[Model]) -> dict[str, Any]:
    return model.model_json_schema()


def _step(schema: dict[str, Any], node: dict[str, Any], key: str | int) -> dict[str, Any]:
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
