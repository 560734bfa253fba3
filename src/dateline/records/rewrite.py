"""One file with records under their new ids: only the ids change, proved by reading the file again."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.frontmatter import parse, with_scalars
from dateline.frontmatter.edit import edited
from dateline.frontmatter.spans import comments
from dateline.load import model_of
from dateline.model.corpus import KeyPath
from dateline.records.links import moved_links
from dateline.records.names import Target, target_of_path
from dateline.records.references import references
from dateline.records.text import Text


class UnsafeEditError(ValueError):
    """The edited file would not say what was meant: nothing may be written."""


def rewritten(path: str, content: bytes, moved: Mapping[Target, str]) -> bytes:
    """The file with `moved` records (record -> new id) named by their new ids, its own among them.

    path: below the project, of a record or of its last draft. Raises FrontMatterError, ValidationError or
    UnicodeDecodeError where it cannot be read.
    """
    if not any(target.id.encode() in content for target in moved):
        return content
    file = Text.of(content)
    home = path.replace(".dateline/drafts/", "briefings/", 1)
    parts = _split(file.text)
    new = _new_values(home, parts.values, moved)
    matter = with_scalars(parts.matter, new) if new else parts.matter
    text = parts.opening + matter + parts.closing + moved_links(home, parts.body, moved)
    if text == file.text:
        return content
    _prove(text, _with(parts.values, new), comments(parts.matter))
    return file.with_text(text)


def _new_values(home: str, values: Mapping[str, Any], moved: Mapping[Target, str]) -> dict[KeyPath, str]:
    own = target_of_path(home)
    found: dict[KeyPath, str] = {("id",): moved[own]} if own and own in moved and values.get("id") == own.id else {}
    for keys, target in references(model_of(home).model_validate(values)):
        if target in moved:
            old = _at(values, keys)
            found[keys] = moved[target] + old.removeprefix(target.id)
    return found


def with_values(content: bytes, values: Mapping[str, Any], *, body: str | None = None, words: str = "") -> bytes:
    """The file with other values (and body), those that are equal in their own words; words: further comments."""
    file = Text.of(content)
    parts = _split(file.text)
    matter = edited(parts.matter, parts.values, values) + words
    text = parts.opening + matter + parts.closing + (parts.body if body is None else body)
    _prove(text, values, comments(parts.matter + words))
    return file.with_text(text)


def values_of(content: bytes) -> tuple[dict[str, Any], str, list[str]]:
    """A readable file's front matter, body and comments."""
    parts = _split(Text.of(content).text)
    return parts.values, parts.body, comments(parts.matter)


@dataclass(frozen=True)
class _Parts:
    """opening, matter, closing and body together are the file's text; without front matter all is body."""

    opening: str
    matter: str
    closing: str
    body: str
    values: dict[str, Any]


def _split(text: str) -> _Parts:
    parsed = parse(text)
    head = text[: len(text) - len(parsed.body)]
    first, last = head.find("\n") + 1, head.rstrip("\n").rfind("\n") + 1
    return _Parts(head[:first], head[first:last], head[last:], parsed.body, parsed.data)


def _at(values: Any, keys: KeyPath) -> str:
    for key in keys:
        values = values[key]
    return str(values)


def _with(values: Any, new: Mapping[KeyPath, str], path: KeyPath = ()) -> Any:
    if path in new:
        return new[path]
    if isinstance(values, dict):
        return {key: _with(value, new, (*path, key)) for key, value in values.items()}
    if isinstance(values, list):
        return [_with(value, new, (*path, number)) for number, value in enumerate(values)]
    return values


def _prove(text: str, values: Mapping[str, Any], said: list[str]) -> None:
    parts = _split(text)
    if parts.values != values or Counter(said) - Counter(comments(parts.matter)):
        raise UnsafeEditError
