"""A comparison as text for a terminal, as JSON for programs, as Markdown for the summary of a pull request."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from dateline.compare.report import KINDS, Change, Comparison, Section
from dateline.render.counts import plural

LIMIT = 50
"""Changes that a section of text or Markdown shows; the others are counted."""
LARGEST = 900_000
"""Bytes of the Markdown: GitHub refuses the summary of a step above 1 MiB."""

_DETAILS = 8
_LONG = 12  # a section of more changes is folded, unless it is what a reviewer must see
_SIGNS = {"added": "+", "changed": "~", "removed": "-"}
_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]#|~<&@])")


def format_comparison(comparison: Comparison, *, form: str = "text", limit: int = LIMIT) -> str:
    """In one of the FORMATS; it ends with a line feed."""
    return FORMATS[form](comparison, limit)


def _json(comparison: Comparison, _: int) -> str:
    sections = {
        section.slug: {**{kind: section.count(kind) for kind in KINDS}, "changes": list(map(asdict, section.changes))}
        for section in comparison.sections
    }
    head = {"base": comparison.base, "head": comparison.head, "notes": list(comparison.notes)}
    return json.dumps({**head, "sections": sections}, ensure_ascii=False, indent=2) + "\n"


def _text(comparison: Comparison, limit: int) -> str:
    lines = [f"{comparison.base} -> {comparison.head}", *(f"note: {note}" for note in comparison.notes)]
    shown = [section for section in comparison.sections if section.changes]
    for section in shown:
        lines += ["", f"{section.title}: {_counted(section)}", *_text_lines(section, limit)]
    return "\n".join(lines if shown else [*lines, "nothing that a reader sees is otherwise"]) + "\n"


def _text_lines(section: Section, limit: int) -> Iterator[str]:
    for change in section.changes[:limit]:
        yield f"  {_SIGNS[change.kind]} {_at(change)}{_one_line(change.words)}"
        yield from (f"      {_one_line(detail)}" for detail in _few(change.details))
    if len(section.changes) > limit:
        yield f"  and {len(section.changes) - limit:,} more"


def _at(change: Change) -> str:
    if not change.path:
        return ""
    return f"{change.path}:{change.line}: " if change.line else f"{change.path}: "


def _markdown(comparison: Comparison, limit: int) -> str:
    """Shorter lists where it would grow past LARGEST; at the least, the counts."""
    while True:
        text = "\n".join(_markdown_lines(comparison, limit)) + "\n"
        if len(text.encode()) <= LARGEST or limit == 0:
            return text
        limit //= 2


def _markdown_lines(comparison: Comparison, limit: int) -> Iterator[str]:
    yield "## What this change does"
    yield ""
    yield f"{_plain(comparison.base)} → {_plain(comparison.head)}"
    yield from (line for note in comparison.notes for line in ("", f"> [!NOTE]\n> {_plain(note)}"))
    shown = [section for section in comparison.sections if section.changes]
    if not shown:
        yield from ("", "Nothing that a reader sees is otherwise.")
        return
    yield from ("", "| | added | changed | removed |", "|---|--:|--:|--:|")
    for section in shown:
        yield f"| {section.title} | {' | '.join(str(section.count(kind) or '') for kind in KINDS)} |"
    for section in shown:
        yield from _markdown_section(section, limit)


def _markdown_section(section: Section, limit: int) -> Iterator[str]:
    title = f"{section.title}: {_counted(section)}"
    folded = len(section.changes) > _LONG and not section.is_urgent
    yield ""
    yield f"<details><summary>{title}</summary>\n" if folded else f"### {title}\n"
    for change in section.changes[:limit]:
        place = f" · {_plain(_at(change).removesuffix(': '))}" if change.path else ""
        yield f"- {change.kind}: {_plain(change.words)}{place}"
        yield from (f"  - {_plain(detail)}" for detail in _few(change.details))
    if len(section.changes) > limit:
        yield f"- and {len(section.changes) - limit:,} more"
    if folded:
        yield "\n</details>"


def _few(details: tuple[str, ...]) -> tuple[str, ...]:
    if len(details) <= _DETAILS:
        return details
    return (*details[:_DETAILS], f"and {plural(len(details) - _DETAILS, 'more change')}")


def _counted(section: Section) -> str:
    counts = ((section.count(kind), kind) for kind in KINDS if section.count(kind))
    return ", ".join(f"{count:,} {kind}" for count, kind in counts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Text that means nothing as Markdown, and addresses nobody."""
    return _MEANS_SOMETHING.sub(r"\\\1", _one_line(text))


FORMATS: Mapping[str, Callable[[Comparison, int], str]] = {"text": _text, "json": _json, "markdown": _markdown}
