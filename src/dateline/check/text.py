"""Text: what readers see is what stands there, and all of it comes from this project."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.check.finding import Context, Finding
from dateline.check.prose import AnyRecord, inline_tokens, lines_of, prose_records
from dateline.model.corpus import KeyPath

_OVERRIDES = frozenset("\u202d\u202e")
_OPENING = {**dict.fromkeys("\u202a\u202b", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
_CLOSING = frozenset(_OPENING.values())
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\u115f\u1160\u2800\u3164\uffa0\U000e0000-\U000e007f]|(?<=[A-Za-z])[\u034f\ufe00-\ufe0f]"
    # What joins and turns letters of other scripts does nothing within words of Latin ones.
    "|(?<=[A-Za-z0-9])[\u061c\u200e\u200f](?=[A-Za-z0-9])"
    "|(?<=[A-Za-z0-9])[\u200c\u200d](?![^\x00-\x7f])|(?<![^\x00-\x7f])[\u200c\u200d](?=[A-Za-z0-9])"
)
_TAG = re.compile(r"<[A-Za-z/!?]")
_QUOTED = frozenset({"exact", "prefix", "suffix"})  # as the seed has them, whatever that is


def text_runs_one_way(context: Context) -> Iterator[Finding]:
    """No control character turns the order of letters around, or does so past the end of its line."""
    for path, line, text in _texts(context, _BIDI):
        fault = _bidi_fault(text)
        if fault:
            message = f"text must not turn the direction of letters, found {_name(fault)}; remove it"
            yield Finding(path, line, message)


def _bidi_fault(text: str) -> str:
    """The first override, or the first embedding or isolate that is not closed, or ""."""
    pending: list[str] = []
    for letter in text:
        if letter in _OVERRIDES:
            return letter
        if letter in _OPENING:
            pending.append(letter)
        elif letter in _CLOSING and (not pending or _OPENING[pending.pop()] != letter):
            return letter
    return pending[0] if pending else ""


def text_is_visible(context: Context) -> Iterator[Finding]:
    """No character stands in a text that nobody can see."""
    for path, line, text in _texts(context, _INVISIBLE):
        match = _INVISIBLE.search(text)
        if match:
            around = text[max(0, match.start() - 12) : match.start()]
            message = f"text should have no invisible characters, found {_name(match[0])} after '{around}'; remove it"
            yield Finding(path, line, message)


def _name(letter: str) -> str:
    return f"U+{ord(letter):04X} {unicodedata.name(letter, 'a control character').lower()}"


def _texts(context: Context, pattern: re.Pattern[str]) -> Iterator[tuple[str, int, str]]:
    """(path, line, line of text or value) of all that may hold what is looked for."""
    for record in prose_records(context.corpus):
        for line, text in context.kept.of(_texts_of, record, pattern):
            yield record.path, line, text


def _texts_of(record: AnyRecord, pattern: re.Pattern[str]) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    if pattern.search(record.body):
        lines = enumerate(record.body.split("\n"), record.body_line)
        found += [(number, line) for number, line in lines if pattern.search(line)]
    if pattern.search(record.written) or "\\u00" in record.written:
        values = _values(record.data.model_dump(), ())
        found += [(record.line(*keys), value) for keys, value in values if pattern.search(value)]
    return tuple(found)


def _values(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _QUOTED:
                yield from _values(item, (*keys, key))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _values(item, (*keys, number))


def html_is_not_written(context: Context) -> Iterator[Finding]:
    """HTML in a text is shown as the signs that it is made of, never as what it means."""
    parser = MarkdownIt("commonmark", {"html": True})
    for record in prose_records(context.corpus):
        for line, tag in _html(parser, record) if _TAG.search(record.body) else ():
            message = f"text should be Markdown, HTML is shown as it is written, not '{tag}'; use Markdown or remove it"
            yield Finding(record.path, record.body_line + line, message)


def _html(parser: MarkdownIt, record: AnyRecord) -> Iterator[tuple[int, str]]:
    """(line in the body, tag) of the first tag in each block."""
    for token in parser.parse(record.body):
        yield from islice(_tags(token), 1)


def _tags(token: Token) -> Iterator[tuple[int, str]]:
    parts = [((token.map or [0])[0], token)] if token.type == "html_block" else lines_of(token)
    for line, part in parts:
        if part.type in ("html_block", "html_inline"):
            yield line, " ".join(part.content.split())[:40]


def images_are_here(context: Context) -> Iterator[Finding]:
    """A page asks no other host for anything, and so has no image from one."""
    for record, line, token in inline_tokens(context.corpus):
        source = str(token.attrGet("src") or "") if token.type == "image" else ""
        if re.match(r"(https?:)?//", source, re.IGNORECASE):
            message = f"an image must not come from another host, as '{source}' does; link to the page that shows it"
            yield Finding(record.path, line, message)


def images_have_words(context: Context) -> Iterator[Finding]:
    """An image says in words what it shows, to those who cannot see it."""
    for record, line, token in inline_tokens(context.corpus):
        if token.type == "image" and not token.content.strip():
            message = f"an image should say what it shows, '{token.attrGet('src')}' does not; write ![what it shows](…)"
            yield Finding(record.path, line, message)
