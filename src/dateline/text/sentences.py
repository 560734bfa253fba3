"""Where paragraphs and sentences stand in a seed's text."""

import re
from collections.abc import Iterator

from dateline.markdown import sentence_spans
from dateline.text.span import Span

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
    """Each sentence from `start` on; none crosses the end of a paragraph."""
    return tuple(span for paragraph in paragraphs(text, start) for span in _within(text, paragraph))


def _within(text: str, paragraph: Span) -> Iterator[Span]:
    left: int | None = None
    for start, end in sentence_spans(paragraph.of(text)):
        begin = paragraph.start + start if left is None else left
        right = paragraph.start + end
        left = begin if _SHORT.search(text[begin:right]) and right < paragraph.end else None
        if left is None:
            yield Span(begin, right)
