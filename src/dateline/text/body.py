"""The report's text as Markdown that reads as the very same words."""

import re

from dateline.markdown import plain_text
from dateline.text.foreign_markdown import adapted
from dateline.text.sentences import paragraphs

_AT_START = re.compile(r"^(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|=+$|-+$|~~~|```|\|)")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|\*(?!\s)|(?<!\s)\*|`|(?<!\w)_|_(?!\w)|~(?=~)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\[(?=\^|[^\]]*\](?:\(|\[|:))"
)
_SIGN = re.compile(r"([!-/:-@\[-`{-~])")


def body_of(text: str, *, is_markdown: bool) -> str:
    """Paragraphs with one empty line between them; Markdown stays as it is, but for what a briefing cannot have."""
    own = adapted(text) if is_markdown else None
    if own is not None:
        return own.strip() + "\n"
    return "\n\n".join(_paragraph(span.of(text)) for span in paragraphs(text)) + "\n"


def _paragraph(words: str) -> str:
    line = " ".join(words.split())
    escaped = _INLINE.sub(r"\\\g<0>", line)
    escaped = _NUMBERED.sub(r"\1\\\2", _AT_START.sub(r"\\", escaped) if not escaped.startswith("\\") else escaped)
    if escaped == line and line.isascii() and line.replace(" ", "").isalnum():
        return line
    return escaped if plain_text(escaped) == line else _SIGN.sub(r"\\\1", line)
