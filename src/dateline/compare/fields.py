"""Two versions of a record's front matter and text: each key that differs, in words."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from dateline.model import Count, Model, Statement
from dateline.render.counts import count_words, plural

_LONGEST = 160  # characters of a value; a reader sees which one it is, and the diff of the file has the rest
_NOTHING = "not stated"


def field_changes(before: Model, after: Model, *, under: str = "") -> Iterator[str]:
    """A line for each key that differs: "fatalities: 3 -> 4", "actors: added hamas"."""
    for name in type(after).model_fields:
        old, new = getattr(before, name, None), getattr(after, name)
        if old != new:
            yield from _changes(f"{under}{name}", old, new)


def text_changes(before: str, after: str) -> Iterator[str]:
    """How many paragraphs of the text below the front matter are new, otherwise or gone."""
    if before == after:
        return
    old, new = (tuple(filter(None, map(str.strip, text.split("\n\n")))) for text in (before, after))
    counts = {"replace": 0, "insert": 0, "delete": 0}
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        counts[tag] = counts.get(tag, 0) + max(old_to - old_from, new_to - new_from)
    words = {"insert": "added", "replace": "changed", "delete": "removed"}
    told = [f"{plural(counts[tag], 'paragraph')} {word}" for tag, word in words.items() if counts[tag]]
    yield f"text: {', '.join(told) or 'spacing changed'}"


def short(text: str) -> str:
    """A value on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _changes(label: str, old: Any, new: Any) -> Iterator[str]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _keyed(label, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _listed(label, old, new)
    elif _is_nested(old) and _is_nested(new):
        yield from field_changes(old, new, under=f"{label}.")
    else:
        yield f"{label}: {value_words(old)} -> {value_words(new)}"


def _is_nested(value: Any) -> bool:
    return isinstance(value, Model) and not isinstance(value, Count)


def _listed(label: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[str]:
    before, after = ({_key(item): item for item in items} for items in (old, new))
    if before == after:
        yield f"{label}: order changed"
        return
    yield from _keyed(label, before, after)


def _keyed(label: str, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Iterator[str]:
    for word, keys, items in (("added", after, after), ("removed", before, before)):
        other = before if word == "added" else after
        yield from (f"{label}: {word} {_named(key, items[key])}" for key in keys if key not in other)
    for key in after:
        if key in before and before[key] != after[key]:
            yield from _changes(f"{label}.{_key_words(key)}", before[key], after[key])


def _key(item: Any) -> Hashable:
    """What tells an item of a list from the others, so that one that changed is not one gone and one new."""
    if not isinstance(item, Model):
        return str(item)
    for names in (("id",), ("actor", "role"), ("name",), ("actor",), ("date", "kind"), ("text",)):
        if all(hasattr(item, name) for name in names):
            return tuple(str(getattr(item, name)) for name in names)
    return item.model_dump_json()


def _key_words(key: Any) -> str:
    return short(" ".join(key) if isinstance(key, tuple) else str(key))


def _named(key: Any, value: Any) -> str:
    if isinstance(value, Statement):
        return value_words(value)
    words = _key_words(key)
    return f"{words} (“{short(value.exact)}”)" if hasattr(value, "exact") else words


def value_words(value: Any) -> str:
    """A value as a message shows it."""
    if value is None or value in ("", ()):
        return _NOTHING
    if isinstance(value, Count):
        return count_words(value, "").strip()
    if isinstance(value, Statement):
        return f"“{short(value.text)}”"
    if isinstance(value, Model):
        given = value.model_dump(mode="json", exclude_defaults=True)
        return short(", ".join(f"{name} {item}" for name, item in given.items()))
    return short(", ".join(map(str, value)) if isinstance(value, tuple) else str(value))
