"""`text + Mend ─▶ text`: some characters change, and a second reading proves that nothing else did."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.frontmatter import FrontMatterError, parse
from dateline.frontmatter.spans import comments, read
from dateline.markdown import markdown_parser
from dateline.model.corpus import KeyPath


class UnsafeMendError(ValueError):
    """The mended text would say something else than was meant: nothing may be written."""


@dataclass(frozen=True, order=True)
class Edit:
    """The characters [start, end) of a file's text, and what stands there instead."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class NewFile:
    """A file that is not there yet; its path is relative to the project."""

    path: str
    text: str


@dataclass(frozen=True)
class Mend:
    """One thing that is put right in a file.

    line     1-based
    message  what was and what is now
    edits    of the file's text
    value    the one value that is another afterwards: its key path and what it is then
    key      the one key that has another name afterwards: its key path and that name
    new      a file to write instead of an edit
    """

    line: int
    message: str
    edits: tuple[Edit, ...] = ()
    value: tuple[KeyPath, str] | None = None
    key: tuple[KeyPath, str] | None = None
    new: NewFile | None = None


def applied(text: str, mends: Iterable[Mend]) -> str:
    """The text with these mends. Raises UnsafeMendError where anything else would change."""
    mends = tuple(mends)
    edits = sorted(edit for mend in mends for edit in mend.edits)
    out, at = [], 0
    for edit in edits:
        if edit.start < at:
            raise UnsafeMendError
        out += [text[at : edit.start], edit.text]
        at = edit.end
    mended = "".join([*out, text[at:]])
    if mended != text:
        _prove(text, mended, mends)
    return mended


def _prove(text: str, mended: str, mends: tuple[Mend, ...]) -> None:
    """The mended file is read again: its values are those that were meant, its comments and its prose as before."""
    (matter, values, body), now = read(text), _read(mended)
    for keys, value in (mend.value for mend in mends if mend.value):
        values = _with_value(values, keys, value)
    renamed = dict(mend.key for mend in mends if mend.key)
    if now[1] != _with_keys(values, renamed, ()) or Counter(comments(matter)) != Counter(comments(now[0])):
        raise UnsafeMendError
    if body != now[2] and markdown_parser().render(body) != markdown_parser().render(now[2]):
        raise UnsafeMendError


def _read(text: str) -> tuple[str, dict[str, Any], str]:
    try:
        parse(text)
        return read(text)
    except FrontMatterError:
        raise UnsafeMendError from None


def _with_value(values: Any, keys: KeyPath, value: str) -> Any:
    if not keys:
        return value
    if isinstance(values, list):
        return [_with_value(item, keys[1:], value) if n == keys[0] else item for n, item in enumerate(values)]
    return {name: _with_value(item, keys[1:], value) if name == keys[0] else item for name, item in values.items()}


def _with_keys(values: Any, names: Mapping[KeyPath, str], path: KeyPath) -> Any:
    if isinstance(values, list):
        return [_with_keys(item, names, (*path, number)) for number, item in enumerate(values)]
    if not isinstance(values, dict):
        return values
    return {names.get((*path, key), key): _with_keys(item, names, (*path, key)) for key, item in values.items()}
