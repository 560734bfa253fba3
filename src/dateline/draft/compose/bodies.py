"""Which of a project's bodies of countries a report means: one country has one military, one government, one navy."""

import re

from dateline.facts.registry import Registry
from dateline.model import Actor
from dateline.places.countries import country_words
from dateline.text.lexicon import word_set, words

_OF_STATES = ("state-forces", "government-body")


def find_body(name: str, kind: str, country: str | None, registry: Registry) -> str | None:
    """The one record of the same body under another name of its country or its own: “UK government”, “US army”."""
    body = _body(name)
    if not body or not country or kind not in _OF_STATES:
        return None
    found = [
        actor.id
        for actor in registry.actors.values()
        if actor.kind == kind and actor.country == country and _is_called(actor, body)
    ]
    return found[0] if len(found) == 1 else None


def _is_called(actor: Actor, body: str) -> bool:
    return any(_body(name) == body for name in (actor.name, *(alias.name for alias in actor.aliases)))


def _body(name: str) -> str:
    """What stands behind a country's name or adjective, all words for its military as one; "" in any other name."""
    lower = re.sub(r"['’]s ", " ", name.lower())
    parts = lower.split()
    for length in range(1, len(parts)):
        if " ".join(parts[:length]) in country_words():
            rest = " ".join(parts[length:])
            noun = words("forces")["same"].get(rest, rest)
            return "military" if noun in word_set("forces", "military") else str(noun) if _is_body(noun) else ""
    return ""


def _is_body(noun: str) -> bool:
    given = words("forces")
    return any(noun in given[kind] for kind in _OF_STATES)
