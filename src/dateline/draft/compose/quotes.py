"""Quotes: the words of spans, numbered in text order, each made to stand once in the text."""

from collections.abc import Iterable

from dateline.model import Quote
from dateline.text.span import Span

_STEP, _LONGEST = 8, 2000


def numbered(spans: Iterable[Span], text: str) -> dict[Span, str]:
    """Span -> `q1`, `q2`, … in text order; spans of the very same words and place share one."""
    ordered = sorted({tightened(span, text) for span in spans})
    return {span: f"q{number}" for number, span in enumerate(ordered, start=1)}


def tightened(span: Span, text: str) -> Span:
    """Without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def quote_of(span: Span, text: str, source: str) -> Quote:
    """The quote, with as much before it (or after it) as makes it the only one in the text."""
    exact = span.of(text)
    if _stands_once(exact, text):
        return Quote(source=source, exact=exact)
    for length in range(_STEP, _LONGEST, _STEP):
        prefix = text[max(0, span.start - length) : span.start]
        suffix = text[span.end : span.end + length]
        if _stands_once(prefix + exact, text):
            return Quote(source=source, exact=exact, prefix=prefix)
        if _stands_once(exact + suffix, text):
            return Quote(source=source, exact=exact, suffix=suffix)
    return Quote(
        source=source,
        exact=exact,
        prefix=text[max(0, span.start - _LONGEST) : span.start],
        suffix=text[span.end : span.end + _LONGEST],
    )


def _stands_once(words: str, text: str) -> bool:
    at = text.find(words)
    return at >= 0 and text.find(words, at + 1) < 0
