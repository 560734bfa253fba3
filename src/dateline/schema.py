"""JSON Schema of each record kind, for editors, made from the models that also validate."""

from collections.abc import Mapping
from typing import Any

from dateline.model import Actor, Briefing, Incident, Location, Model, PlainPage
from dateline.vocabulary import Vocabulary

KINDS: Mapping[str, type[Model]] = {
    "briefing": Briefing,
    "actor": Actor,
    "location": Location,
    "incident": Incident,
    "page": PlainPage,
}


def json_schema(kind: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind's front matter, each closed list spelled out."""
    schema = KINDS[kind].model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Front matter of a {kind}"}
    return {**head, **_with_lists({key: value for key, value in schema.items() if key != "title"}, vocabulary)}


def _with_lists(node: Any, vocabulary: Vocabulary) -> Any:
    if isinstance(node, list):
        return [_with_lists(item, vocabulary) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-vocabulary" in node:
        return _choices(list(vocabulary[node["x-vocabulary"]]))
    return {key: _with_lists(value, vocabulary) for key, value in node.items()}


def _choices(slugs: list[str]) -> dict[str, Any]:
    """A grade such as `6` may be written without quotes, which editors read as a number."""
    numbers = [int(slug) for slug in slugs if slug.isdecimal()]
    return {"enum": [*slugs, *numbers]} if numbers else {"type": "string", "enum": slugs}
