"""A timeline: marks above an axis, bars for what lies somewhere in a span, columns where marks would be too many."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateline.draw.axis import Axis, Stretch, axis, following
from dateline.draw.glyphs import glyph
from dateline.draw.stretches import Span
from dateline.draw.svg import attributes, link, number, text_of

_PITCH = 13.0  # pixels between two marks
_BAR = 12.0  # pixels between two bars
_FOOT = 22.0  # pixels below the axis, for its words
_STACK = 9  # marks that stand on one another at most; where they are more, columns are drawn
_COLUMN = 110.0  # pixels of the highest column
_LANES = 12  # bars above one another at most; the others are counted in columns


@dataclass(frozen=True)
class Moment:
    """Something that happened on a day or within a span.

    first, last  None at an open end
    loose        the date is about right, or uncertain
    status       of its mark; `report` for a report
    """

    href: str
    title: str
    first: date | None
    last: date | None
    status: str
    loose: bool = False

    @property
    def is_day(self) -> bool:
        """True where one day is meant."""
        return self.first is not None and self.first == self.last


@dataclass(frozen=True)
class TimelineDrawing:
    """The drawing.

    marks  how many links it has
    shown  how many moments they stand for
    cuts   the last day before each cut of its axis of which something is told, and the first day after it
    """

    svg: str
    marks: int
    shown: int
    cuts: tuple[Span, ...] = ()


def draw_timeline(
    moments: Sequence[Moment], width: int, *, period: Callable[[date, date, int], tuple[str, str]]
) -> TimelineDrawing:
    """Draw it; period: (address, title) of a column of so many moments from a first to a last day."""
    known = [(one.first or one.last, one.last or one.first) for one in moments]
    told = [(first, last) for first, last in known if first and last]
    if not told:
        return TimelineDrawing("", 0, 0)
    scale = axis(told, 10, width - 10)
    spans = [one for one in moments if not one.is_day]
    points = [one for one in moments if one.is_day]
    lanes = _lanes(spans, scale)
    if len(lanes) > _LANES or max(_heights(points, scale).values(), default=0) > _STACK:
        return _in_columns(moments, scale, width, period)
    tall = max(_heights(points, scale).values(), default=0) * _PITCH
    top = 6 + len(lanes) * _BAR
    ground = top + tall + 6
    marks = [
        *(_bar(one, scale, 6 + lane * _BAR + _BAR / 2) for lane, row in enumerate(lanes) for one in row),
        *_points(points, scale, ground),
    ]
    return TimelineDrawing(_sheet(marks, scale, width, ground), len(marks), len(moments), scale.cuts)


def _sheet(marks: Sequence[str], scale: Axis, width: int, ground: float) -> str:
    height = round(ground + _FOOT)
    parts = [_line(scale, width, ground), *(_ticks(scale, one, width, ground) for one in scale.stretches), *marks]
    frame = attributes(class_="timeline", viewBox=f"0 0 {width} {height}", aria_hidden="true")
    return f"<svg{frame}>{''.join(parts)}</svg>"


def _line(scale: Axis, width: int, ground: float) -> str:
    """The axis from edge to edge, open between two strokes where it is cut."""
    ends = [0.0]
    for one, other in pairwise(scale.stretches):
        ends += [(one.right + other.left) / 2 - 4, (one.right + other.left) / 2 + 4]
    lines = (
        f"M{number(left)} {number(ground)}H{number(right)}"
        for left, right in zip(ends[::2], [*ends[1::2], width], strict=True)
    )
    strokes = "".join(f"M{number(x - 3)} {number(ground + 6)}l6-12" for x in ends[1:])
    cut = f'<path class="cut" d="{strokes}"/>' if strokes else ""
    return f'<path class="axis" d="{"".join(lines)}"/>{cut}'


def _ticks(scale: Axis, stretch: Stretch, width: int, ground: float) -> str:
    """Words stay within their stretch; where two would touch, the one that names a year stays."""
    left, right = (0.0, float(width)) if len(scale.stretches) == 1 else (stretch.left - 10, stretch.right + 10)
    found, words_at = [], list[tuple[float, str]]()
    for x, words in scale.ticks(stretch):
        found.append(f'<path class="tick" d="M{number(x)} {number(ground)}v4"/>')
        at = min(max(x, left + _half(words) + 1), right - _half(words) - 1)
        if words_at and at - words_at[-1][0] < _half(words) + _half(words_at[-1][1]) + 4:
            if len(words) <= len(words_at[-1][1]):
                continue
            words_at.pop()
        words_at.append((at, words))
    texts = (f'<text class="when"{attributes(x=at, y=ground + 16)}>{text_of(words)}</text>' for at, words in words_at)
    return "".join([*found, *texts])


def _half(words: str) -> float:
    return len(words) * 3.3


def _heights(points: Sequence[Moment], scale: Axis) -> Counter[int]:
    return Counter(_column(one, scale) for one in points)


def _column(one: Moment, scale: Axis) -> int:
    return round(scale.x(one.first or scale.first) / _PITCH)


def _points(points: Sequence[Moment], scale: Axis, ground: float) -> list[str]:
    """Marks at their day, one upon another where they would cover each other."""
    found = []
    heights: Counter[int] = Counter()
    for one in points:
        column = _column(one, scale)
        heights[column] += 1
        x = min(max(scale.x(one.first or scale.first), column * _PITCH - 2), column * _PITCH + 2)
        y = ground - 1 - _PITCH * (heights[column] - 0.5)
        mark = _mark(one, x, y)
        found.append(link(one.href, one.title, mark))
    return found


def _mark(one: Moment, x: float, y: float) -> str:
    touch = f'<circle class="touch"{attributes(cx=x, cy=y, r=7)}/>'
    if one.status == "report":
        drop = f"M{number(x)} {number(y - 4.5)}l4.5 4.5-4.5 4.5-4.5-4.5z"
        return f'{touch}<path class="report" d="{drop}"/>'
    mark = glyph(one.status, x, y, 4.6)
    return touch + (f'<g class="loose">{mark}</g>' if one.loose else mark)


def _lanes(spans: Sequence[Moment], scale: Axis) -> list[list[Moment]]:
    """The spans in as few rows as they need, the longest at the top."""
    rows: list[list[Moment]] = []
    taken: list[list[tuple[float, float]]] = []
    for one in sorted(spans, key=lambda one: (_ends(one, scale)[0] - _ends(one, scale)[1], one.title)):
        start, end = _ends(one, scale)
        for row, used in zip(rows, taken, strict=True):
            if all(end + 3 < left or right + 3 < start for left, right in used):
                row.append(one)
                used.append((start, end))
                break
        else:
            rows.append([one])
            taken.append([(start, end)])
    return rows


def _ends(one: Moment, scale: Axis) -> tuple[float, float]:
    stretch = scale.stretch(one.first or one.last or scale.first)
    start = stretch.x(one.first) if one.first else stretch.left
    end = scale.x(one.last) if one.last else stretch.right
    middle = (start + end) / 2
    return min(start, middle - 7), max(end, middle + 7)


def _bar(one: Moment, scale: Axis, y: float) -> str:
    """A bar as long as the span, an end open where the span is, with the status at its middle."""
    start, end = _ends(one, scale)
    kind = "span" + (" loose" if one.loose else "") + ("" if one.first and one.last else " open")
    box = attributes(class_=kind, x=start, y=y - 2.5, width=end - start, height=5, rx=2.5)
    middle = (start + end) / 2
    return link(one.href, one.title, f"<rect{box}/>{glyph(one.status, middle, y, 4.2)}")


def _in_columns(
    moments: Sequence[Moment], scale: Axis, width: int, period: Callable[[date, date, int], tuple[str, str]]
) -> TimelineDrawing:
    """One column for each step of the axis, as high as what lies in it; longer spans count where they begin."""
    unit, _ = scale.step
    starts = Counter(_first_of(one.first or one.last or scale.first, unit) for one in moments)
    highest = max(starts.values())
    ground = _COLUMN + 16
    marks = []
    for start, count in sorted(starts.items()):
        end = following(start, unit, 1)
        left, right = scale.x(start), scale.stretch(start).x(end)
        broad = max(3.0, right - left - 1)
        height = max(2.0, count / highest * _COLUMN)
        box = attributes(class_="column", x=left, y=ground - height, width=broad, height=height)
        words = (
            f'<text class="n"{attributes(x=left + broad / 2, y=ground - height - 4)}>{count}</text>'
            if broad > 16
            else ""
        )
        href, title = period(start, end, count)
        marks.append(link(href, title, f"<rect{box}/>{words}"))
    return TimelineDrawing(_sheet(marks, scale, width, ground), len(marks), len(moments), scale.cuts)


def _first_of(day: date, unit: str) -> date:
    if unit == "year":
        return date(day.year, 1, 1)
    return date(day.year, day.month, 1) if unit == "month" else day
