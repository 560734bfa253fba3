"""Where paragraphs and sentences stand in a seed's text."""

import re
from collections.abc import Iterator

from dateline.markdown import sentence_spans
from dateline.text.span import Span

_LONGEST = 2500  # characters
_BEFORE = 12  # characters before a sentence's end in which a short form stands
_WORD = re.compile(r"\S{1,200}\s*")
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)
# Short forms after which a capital letter is no new sentence, beyond those that all texts share.
_SHORT = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|Bros|Messrs|Msgr|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$"
)


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Each run of lines without an empty one, without the white space around it."""
    for match in _PARAGRAPH.finditer(text, start):
        words = match[0].strip()
        if words:
            left = match.start() + match[0].index(words[0])
            yield Span(left, left + len(words))


def sentences(text: str, start: int = 0) -> tuple[Span, ...]:
    """Each sentence from `start` on; none crosses the end of a paragraph, none is longer than grammar can follow."""
    whole = (span for paragraph in paragraphs(text, start) for span in _within(text, paragraph))
    return tuple(piece for span in whole for piece in _pieces(text, span))


def _within(text: str, paragraph: Span) -> Iterator[Span]:
    left: int | None = None
    for start, end in sentence_spans(paragraph.of(text)):
        begin = paragraph.start + start if left is None else left
        right = paragraph.start + end
        is_short = _SHORT.search(text, max(begin, right - _BEFORE), right)
        left = begin if is_short and right < paragraph.end else None
        if left is None:
            yield Span(begin, right)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The sentence, or where it is longer than any sentence of prose its parts, cut behind commas if it can be.

    What is that long is a list or a table without full stops. Work within a sentence grows with the square of its
    length, so this keeps the whole linear.
    """
    start = span.start
    while span.end - start > _LONGEST:
        words = [match.end() for match in _WORD.finditer(text, start, start + _LONGEST)]
        commas = [end for end in words[len(words) // 2 : -1] if text[end - 2 : end] in (", ", "; ", ": ")]
        cut = (commas or words[-2:])[-1 if commas else 0]
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = cut
    yield Span(start, span.end)
