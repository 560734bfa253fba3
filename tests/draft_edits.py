"""A small draft, real briefings, and edits of theirs that a person or a new draft may make."""

from typing import Any

from folders import PROJECTS
from hypothesis import strategies as st

from dateline.draft.merge.yaml_text import yaml_text
from dateline.frontmatter import parse

BASE = """---
id: 2031-01-02-a
title: A bomb in Orvin
date: 2031-01-02
actors:
  - orvin-front
  - dorlen-army
incidents:
  - id: i1
    type: bombing
    fatalities: {low: 2, high: 2}
    quote: q1
    participants:
      - {actor: orvin-front, role: target, quote: q1}
claims:
  - id: c1
    claimant: {name: police}
    stance: asserts
    quote: q2
quotes:
  q1: {source: s1, exact: a bomb fell}
  q2: {source: s1, exact: police said}
---

First.

Second.

Third.
"""

BRIEFINGS = [
    path.read_text("utf-8")
    for name in ("cross-linked", "one-briefing")
    for path in sorted((PROJECTS / name / "briefings").glob("203*.md"))
]
_FIXED = {"id", "review", "review_reason", "updates", "former_ids", "quotes", "incidents", "sources"}
_TEXTS = {"title", "text", "stance", "type", "geo_precision"}
edits = st.lists(st.tuples(st.integers(0, 500), st.sampled_from(["change", "delete", "add"])), max_size=6)


def _spots(value: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """What can be changed or deleted: fields and list items below the quotes."""
    if isinstance(value, dict):
        pairs = [(key, item) for key, item in value.items() if key not in {"quotes", "id", "sources"}]
    else:
        pairs = list(enumerate(value)) if isinstance(value, list) else []
    for key, item in pairs:
        if key in _TEXTS or (isinstance(key, int) and key not in _FIXED):
            found.append((value, key))
        _spots(item, found)
    return found


def changed(text: str, chosen: list[tuple[int, str]], words: str) -> tuple[str, list[str], list[str]]:
    """The text with these edits, what was written, and the actors that were deleted."""
    parsed = parse(text)
    data, deleted = parsed.data, []
    for number, (at, kind) in enumerate(chosen):
        spots = _spots(data, [])
        place, key = spots[at % len(spots)]
        if kind == "change" and isinstance(place[key], str) and isinstance(place, dict):
            place[key] = f"{words} {number}"
        elif kind == "delete" and isinstance(place, list):
            item = place.pop(key)
            deleted += [item] if isinstance(item, str) and place is data.get("actors") else []
        elif kind == "add":
            data.setdefault("actors", []).append(f"{words}-{number}")
    body = f"{parsed.body}\n{words} at the end.\n" if len(chosen) % 2 else parsed.body
    written = f"---\n{yaml_text(data)}---\n{body}"
    return written, [line for line in written.splitlines() if words in line], deleted
