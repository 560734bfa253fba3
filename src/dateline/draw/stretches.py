"""Where a time axis may be cut: stretches of which nothing is told, beside which the rest would be a blot."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

Span = tuple[date, date]

_MOST = 2  # cuts of an axis
_ENOUGH = 0.2  # of the width: where half of all stands in less, the axis is cut
_CLEAR = 90  # days: a shorter stretch is never cut


def cuts(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The fewest of the longest empty stretches without which half of the spans has a fifth of the width, in order.

    Each is (the last day before it, the first day after it). None where cutting does not help: where half of all
    is of one day, or the spans are spread evenly, or no empty stretch is longer than a season.
    """
    empty = sorted(_empty(spans), key=lambda gap: (gap[0] - gap[1], gap))[:_MOST]
    chosen: list[tuple[Span, ...]] = [tuple(sorted(empty[:many])) for many in range(len(empty) + 1)]
    shares = [_share_of_half(spans, gaps) for gaps in chosen]
    enough = (gaps for gaps, share in zip(chosen, shares, strict=True) if share >= _ENOUGH)
    return next(enough, chosen[shares.index(max(shares))])


def _empty(spans: Sequence[Span]) -> list[Span]:
    """(last day before, first day after) of each stretch that no span touches."""
    found = []
    ordered = sorted(spans)
    end = ordered[0][1]
    for first, last in ordered[1:]:
        if (first - end).days > _CLEAR:
            found.append((end, first))
        end = max(end, last)
    return found


def _share_of_half(spans: Sequence[Span], gaps: Sequence[Span]) -> float:
    """Which part of the axis without the gaps the closest half of the spans takes, by their middles."""
    middles = sorted(_without(first + (last - first) / 2, gaps) for first, last in spans)
    whole = max(_without(last, gaps) for _, last in spans) - min(_without(first, gaps) for first, _ in spans)
    half = (len(middles) + 1) // 2
    return min(middles[at + half - 1] - middles[at] for at in range(len(middles) - half + 1)) / max(1, whole)


def _without(day: date, gaps: Sequence[Span]) -> int:
    """The day as a number, with the gaps before it taken out."""
    before = bisect_right([after for _, after in gaps], day)
    return day.toordinal() - sum((after - last).days for last, after in gaps[:before])
