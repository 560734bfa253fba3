"""A long report in parts that a model can read at once; nothing is left out."""

from collections.abc import Iterator

from dateline.text.sentences import sentences
from dateline.text.span import Span


def parts_of(text: str, longest: int) -> tuple[Span, ...]:
    """Runs of sentences of at most so many characters; a longer sentence is cut. Together they hold every word."""
    found: list[Span] = []
    for piece in _pieces(text, longest):
        if found and piece.end - found[-1].start <= longest:
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return tuple(found)


def _pieces(text: str, longest: int) -> Iterator[Span]:
    for sentence in sentences(text):
        start = sentence.start
        while sentence.end - start > longest:
            cut = max(text.rfind(" ", start + 1, start + longest), text.rfind("\n", start + 1, start + longest))
            end = cut if cut > start else start + longest
            yield Span(start, end)
            start = end
        yield Span(start, sentence.end)
