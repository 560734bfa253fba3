"""One file merged: front matter and prose, with the proof that nothing of a person's is lost."""

from collections import Counter
from dataclasses import dataclass

from dateline.draft.merge.numbers import renumbered
from dateline.draft.merge.paragraphs import merge_prose
from dateline.draft.merge.values import Suggestion, merge_values
from dateline.frontmatter import parse
from dateline.frontmatter.edit import edited
from dateline.frontmatter.spans import comments, read
from dateline.frontmatter.yaml_text import yaml_text


class UnsafeMergeError(ValueError):
    """The merged text would not say what was merged: nothing may be written."""


@dataclass(frozen=True)
class Merged:
    """The file's new text, the base to keep for the next time, and what was found but not written."""

    text: str
    base: str
    suggestions: tuple[Suggestion, ...] = ()


def merge_files(base: str, now: str, ours: str) -> Merged:
    """Merge a new draft into a person's file. Raises UnsafeMergeError, FrontMatterError."""
    _, base_values, base_body = read(base)
    _, now_values, now_body = read(now)
    matter, our_values, our_body = read(ours)
    now_values = renumbered(now_values, base_values, our_values)
    fresh = f"---\n{yaml_text(now_values)}---\n{now_body}"
    if ours == base:
        return Merged(base if _is_equal(base, fresh) else fresh, base if _is_equal(base, fresh) else fresh)
    values, unwritten = merge_values(base_values, now_values, our_values)
    body, unwritten_text = merge_prose(base_body, now_body, our_body)
    suggestions = (*unwritten, *unwritten_text)
    new_base = base if _is_equal(base, fresh) else fresh
    if values == our_values and body == our_body:
        return Merged(ours, new_base, suggestions)
    text = f"---\n{edited(matter, our_values, values)}---\n{body}"
    _prove(text, values, body, comments(matter))
    return Merged(text, new_base, suggestions)


def _is_equal(one: str, other: str) -> bool:
    (_, values, body), (_, others, text) = read(one), read(other)
    return values == others and list(values) == list(others) and body == text


def _prove(text: str, values: dict[str, object], body: str, written: list[str]) -> None:
    parsed = parse(text)
    lost = Counter(written) - Counter(comments(read(text)[0]))
    if parsed.data != values or parsed.body != body or lost:
        raise UnsafeMergeError
