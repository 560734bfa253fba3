"""Where a text quotes: the words between double quotation marks."""

import re

from dateline.text.sentences import paragraphs
from dateline.text.span import Span

_MARK = re.compile("[“”\"]|''|``")
_OPENING = ("“", "``")
_CLOSING = "”"
_BEFORE_OPENING = " \t\n([{—–-‘"


def quotations(text: str, start: int = 0) -> tuple[Span, ...]:
    """Each quotation without its marks; an unclosed one ends at the next opening mark or the end of the paragraph."""
    found: list[Span] = []
    for paragraph in paragraphs(text, start):
        opened: int | None = None
        for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
            opens = _opens(text, mark, paragraph.start)
            found += [Span(opened, mark.start())] if opened is not None else []
            opened = mark.end() if opens else None
        found += [Span(opened, paragraph.end)] if opened is not None else []
    return tuple(span for span in found if span.of(text).strip())


def _opens(text: str, mark: re.Match[str], first: int) -> bool:
    """A straight mark opens after a space or a bracket and before a word."""
    if mark[0] in _OPENING or mark[0] == _CLOSING:
        return mark[0] in _OPENING
    after_space = mark.start() == first or text[mark.start() - 1] in _BEFORE_OPENING
    return after_space and mark.end() < len(text) and not text[mark.end()].isspace()
