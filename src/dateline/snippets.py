"""Ids and closed lists as snippets of VS Code, which completes front matter in Markdown by no schema."""

import json
from collections.abc import Iterator

from dateline.model import Corpus
from dateline.schema import ids_of
from dateline.vocabulary import Vocabulary

Snippet = dict[str, object]

# What a person types in a record, by the list that it is from.
_LISTS = ("incident-types", "roles", "stances", "actor-kinds", "place-kinds", "geo-precision", "source-types", "review")


def snippets(corpus: Corpus, vocabulary: Vocabulary) -> str:
    """The text of a `.code-snippets` file: each id by its id and name, each term by its slug and label, two blocks."""
    found = {**dict(_ids(corpus)), **dict(_terms(vocabulary)), **dict(_blocks(vocabulary))}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _ids(corpus: Corpus) -> Iterator[tuple[str, Snippet]]:
    names = {
        "actor": {key: record.data.name for key, record in corpus.actors.items()},
        "location": {key: record.data.name for key, record in corpus.locations.items()},
        "incident": {key: record.data.title for key, record in corpus.incidents.items()},
    }
    for kind, ids in ids_of(corpus).items():
        for key in ids:
            name = names[kind].get(key, "")
            yield f"{kind} {key}", _snippet([key, name], key, f"{kind}: {name or key}")


def _terms(vocabulary: Vocabulary) -> Iterator[tuple[str, Snippet]]:
    for name in _LISTS:
        for slug, entry in vocabulary[name].items():
            yield f"{name} {slug}", _snippet([slug, entry.label], slug, f"{name.replace('-', ' ')}: {entry.label}")


def _blocks(vocabulary: Vocabulary) -> Iterator[tuple[str, Snippet]]:
    chosen = {name: f"|{','.join(vocabulary[name])}|" for name in ("stances", "roles", "incident-types")}
    claim = [
        "- id: c${1:1}",
        "  incident: $2",
        "  claimant: {actor: $3}",
        f"  stance: ${{4{chosen['stances']}}}",
        f"  about: {{actor: $5, role: ${{6{chosen['roles']}}}}}",
        "  quote: q$7",
    ]
    incident = [
        "- id: ${1:2024-01-04-town-air-strike}",
        f"  type: ${{2{chosen['incident-types']}}}",
        "  date: ${3:2024-01-04}",
        "  location: $4",
        "  quote: q$5",
    ]
    yield "claim", _snippet(["claim"], claim, "a claim: who says what, and in which words")
    yield "incident", _snippet(["incident"], incident, "what this report says of an incident")


def _snippet(prefixes: list[str], body: str | list[str], words: str) -> Snippet:
    """Bodies of ids and slugs need no escapes: they hold letters, digits and hyphens alone."""
    prefix = list(dict.fromkeys(filter(None, prefixes)))
    return {"scope": "markdown,yaml", "prefix": prefix, "body": body, "description": words}
