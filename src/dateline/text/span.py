"""A stretch of a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """[start, end) in code points of `seed.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """True where the other lies wholly within."""
        return self.start <= other.start and other.end <= self.end


def cover(spans: Iterable[Span]) -> tuple[Span, ...]:
    """All that the spans hold between them: spans in order, none of which overlaps another."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def overlaps(covered: Sequence[Span], span: Span) -> bool:
    """True where a span shares a character with one of a cover."""
    last = bisect_right(covered, span.end - 1, key=lambda one: one.start) - 1
    return last >= 0 and span.start < covered[last].end


def held(spans: Sequence[Span], whole: Span) -> list[Span]:
    """Those of some spans in text order that lie wholly within another one."""
    first, end = bisect_left(spans, Span(whole.start, 0)), bisect_right(spans, Span(whole.end, whole.end))
    return [span for span in spans[first:end] if whole.holds(span)]
