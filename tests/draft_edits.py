"""A small draft, real briefings, and edits of theirs that a person or a new draft may make."""

import re
from typing import Any

from folders import PROJECTS
from hypothesis import strategies as st

from dateline.frontmatter import parse
from dateline.frontmatter.yaml_text import yaml_text

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
edits = st.lists(
    st.tuples(st.integers(0, 500), st.sampled_from(["change", "change", "prose", "delete", "add"])), max_size=6
)


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
    blocks = parsed.body.strip("\n").split("\n\n")
    for number, (at, kind) in enumerate(chosen):
        spots = _spots(data, [])
        texts = [(place, key) for place, key in spots if isinstance(place, dict)]
        items = [(place, key) for place, key in spots if isinstance(place, list)]
        if kind == "change" and texts:
            place, key = texts[at % len(texts)]
            place[key] = f"{words} {number}"
        elif kind == "delete" and items:
            place, key = items[at % len(items)]
            item = place.pop(key)
            deleted += [item] if isinstance(item, str) and place is data.get("actors") else []
        elif kind == "add":
            data.setdefault("actors", []).append(f"{words}-{number}")
        elif kind == "prose":
            blocks[at % len(blocks)] = f"{words} {number} in the text."
    body = "\n" + "\n\n".join(blocks) + "\n" if any(kind == "prose" for _, kind in chosen) else parsed.body
    body = f"{body}\n{words} at the end.\n" if len(chosen) % 2 else body
    written = f"---\n{yaml_text(data)}---\n{body}"
    return written, [line for line in written.splitlines() if words in line], deleted


def remarked(text: str, at: int) -> str:
    """The text with a comment above one of the keys or items of its front matter, or behind the last."""
    matter, fence, rest = text.partition("\n---\n")
    lines = matter.split("\n")
    places = [number for number, line in enumerate(lines) if re.match(r" *- |[a-z_]+:", line)]
    number = places[at % len(places)]
    indent = re.match(" *", lines[number])
    lines.insert(number, f"{indent[0] if indent else ''}# my own remark")
    return "\n".join(lines) + fence + rest
