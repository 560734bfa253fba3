"""JSON Schema of each record kind, for editors, made from the models that also validate."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.model import Actor, Briefing, Corpus, Incident, Location, Model, PlainPage
from dateline.vocabulary import Vocabulary

KINDS: Mapping[str, type[Model]] = {
    "briefing": Briefing,
    "actor": Actor,
    "location": Location,
    "incident": Incident,
    "page": PlainPage,
}


Ids = Mapping[str, Sequence[str]]
"""Kind of record (`actor`, `location`, `incident`) -> the ids that there are."""


def json_schema(kind: str, vocabulary: Vocabulary, *, ids: Ids | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind's front matter, each closed list spelled out.

    ids  offered where a record is named. Others are accepted too: the record may be written in the same change, and
         an id that leads nowhere is what the check refuses.
    """
    schema = KINDS[kind].model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Front matter of a {kind}"}
    rest = {key: value for key, value in schema.items() if key != "title"}
    return {**head, **_spelled_out(rest, vocabulary, ids or {})}


def schema_text(kind: str, vocabulary: Vocabulary, *, ids: Ids | None = None, address: str = "") -> str:
    """The schema as a file; address: where it is published, which is its `$id`."""
    schema = json_schema(kind, vocabulary, ids=ids)
    named = {"$schema": schema["$schema"], "$id": address, **schema} if address else schema
    return json.dumps(named, ensure_ascii=False, indent=2) + "\n"


def ids_of(corpus: Corpus) -> Ids:
    """The ids that a record may name; an incident has one without having a file."""
    reported = {report.id for record in corpus.briefings.values() for report in record.data.incidents}
    return {
        "actor": sorted(corpus.actors),
        "location": sorted(corpus.locations),
        "incident": sorted(reported | set(corpus.incidents)),
    }


def _spelled_out(node: Any, vocabulary: Vocabulary, ids: Ids) -> Any:
    if isinstance(node, list):
        return [_spelled_out(item, vocabulary, ids) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-vocabulary" in node:
        return _choices(list(vocabulary[node["x-vocabulary"]]))
    found = {key: _spelled_out(value, vocabulary, ids) for key, value in node.items() if key != "x-id"}
    known = list(ids.get(node.get("x-id", ""), ()))
    return {"anyOf": [{"enum": known}, found]} if known else found


def _choices(slugs: list[str]) -> dict[str, Any]:
    """A grade such as `6` may be written without quotes, which editors read as a number."""
    numbers = [int(slug) for slug in slugs if slug.isdecimal()]
    return {"enum": [*slugs, *numbers]} if numbers else {"type": "string", "enum": slugs}
