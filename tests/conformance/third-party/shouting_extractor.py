"""Finds names that are written in capitals."""

import re

from dateline.facts import Extraction, FoundActor, Registry, Span
from dateline.model import Seed

NAME = re.compile(r"\b[A-Z]{3,}\b")


def extract(seed: Seed, _registry: Registry) -> Extraction:
    """One actor for each word of capitals."""
    found: dict[str, list[Span]] = {}
    for match in NAME.finditer(seed.text):
        found.setdefault(match[0], []).append(Span(*match.span()))
    actors = tuple(
        FoundActor(name, "group", tuple(spans), origin="shouting: capitals") for name, spans in found.items()
    )
    return Extraction("shouting 1.0", actors=actors)


def broken(seed: Seed, registry: Registry) -> Extraction:
    """Fails on everything."""
    raise ZeroDivisionError(len(seed.text) / 0 if registry else 0)
