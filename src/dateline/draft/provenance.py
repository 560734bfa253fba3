"""`(base, ours) ─▶ Fields`: where each field of a record comes from: the last draft, or a person. Values to values."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, Literal

from dateline.draft.merge.paragraphs import paragraphs
from dateline.draft.merge.values import keyed, shown_key
from dateline.frontmatter import Parsed, parse
from dateline.model.corpus import KeyPath

Status = Literal["drafted", "confirmed", "edited", "added", "deleted"]


@dataclass(frozen=True)
class Field:
    """One field of a record.

    path     such as `incidents[ID].date`, or `text[3]` for a paragraph
    status   `drafted` as in the last draft; `confirmed` the same, and the briefing is reviewed; `edited` another than
             there; `added` not there; `deleted` there alone
    line     of the record's file, from 1; 0 for what was deleted
    value    what it is, None where deleted
    draft    what the last draft has, None where it has nothing
    """

    path: str
    status: Status
    line: int
    value: Any
    draft: Any

    def as_dict(self) -> dict[str, Any]:
        """As a row of JSON."""
        return asdict(self)


def provenance(base: str, ours: str) -> tuple[Field, ...]:
    """Each field of the file and of its last draft ("" where none is kept), in the file's order, deleted ones last.

    Raises FrontMatterError.
    """
    file, draft = parse(ours), parse(base)
    unchanged: Status = "confirmed" if file.data.get("review") == "reviewed" else "drafted"
    mine, theirs = dict(_of_mapping(file, file.data, "", ())), dict(_of_mapping(draft, draft.data, "", ()))
    fields = [
        _field(path, unchanged, mine.get(path, (0, None)), theirs.get(path, (0, None))[1])
        for path in dict.fromkeys((*mine, *theirs))
    ]
    return (*fields, *_text(file, draft, unchanged))


def _field(path: str, unchanged: Status, mine: tuple[int, Any], draft: Any) -> Field:
    line, value = mine
    status: Status = "deleted" if value is None else "added" if draft is None else "edited"
    return Field(path, unchanged if value == draft else status, line, value, draft)


def _text(file: Parsed, draft: Parsed, unchanged: Status) -> Iterator[Field]:
    """The paragraphs, those that stand in both as they are first: one more does not make the next ones others."""
    old, mine = paragraphs(draft.body), paragraphs(file.body)
    lines, at = [], 0
    for block in mine:
        at = file.body.index(block, at)
        lines.append(file.body_line + file.body.count("\n", 0, at))
    for _, start, end, first, last in SequenceMatcher(None, old, mine, autojunk=False).get_opcodes():
        for was, number in zip_longest(range(start, end), range(first, last)):
            now = (lines[number], mine[number]) if number is not None else (0, None)
            path = f"text[{number + 1}]" if number is not None else "text"
            yield _field(path, unchanged, now, None if was is None else old[was])


def _of_mapping(parsed: Parsed, data: Mapping[str, Any], path: str, keys: KeyPath) -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        yield from _of_value(parsed, key, value, f"{path}.{key}".lstrip("."), (*keys, key))


def _of_value(parsed: Parsed, key: str, value: Any, path: str, keys: KeyPath) -> Iterator[tuple[str, Any]]:
    items = keyed(key, value) if isinstance(value, list) else None
    if key == "quotes" and isinstance(value, dict):
        for name, quote in value.items():
            yield f"{path}[{name}]", (_line(parsed, (*keys, name)), quote)
    elif items is None:
        yield path, (_line(parsed, keys), value)
    else:
        for number, (name, item) in enumerate(items.items()):
            here, inside = f"{path}[{shown_key(name)}]", (*keys, number)
            if isinstance(item, dict) and "id" in item:
                yield from _of_mapping(parsed, {key: one for key, one in item.items() if key != "id"}, here, inside)
            else:
                yield here, (_line(parsed, inside), item)


def _line(parsed: Parsed, keys: KeyPath) -> int:
    return parsed.lines.get(keys, 1)
