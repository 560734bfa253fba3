"""Who appears with whom: one actor in the middle, the others in two columns, lines as strong as what they share."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.draw.labels import wrapped
from dateline.draw.svg import attributes, link, number, text_of

MOST = 12  # neighbours
_STRONG = 5  # briefings from which on a line may be as thick as lines get: one alone draws thin ones
_WIDTH, _SIZE, _ROW = 400, 12.0, 40.0
_COLUMNS = (140.0, 260.0)


@dataclass(frozen=True)
class Neighbour:
    """Another actor; count: what it shares with the one in the middle."""

    href: str
    title: str
    name: str
    count: int


@dataclass(frozen=True)
class Tie:
    """Two neighbours, by number, and what they share."""

    one: int
    other: int
    count: int


def draw_network(neighbours: Sequence[Neighbour], ties: Sequence[Tie]) -> str:
    """The drawing; of more than twelve neighbours the first twelve."""
    shown = neighbours[:MOST]
    rows = (len(shown) + 1) // 2
    height = rows * _ROW + 16
    middle = (_WIDTH / 2, height / 2)
    points = [_at(number_, rows, height) for number_ in range(len(shown))]
    most = max([_STRONG, *(one.count for one in shown)])
    known = [tie for tie in ties if max(tie.one, tie.other) < len(shown)]
    parts = [
        *(_tie(points[tie.one], points[tie.other], tie.count / most) for tie in known),
        *(_line(middle, at, one.count / most) for one, at in zip(shown, points, strict=True)),
        f'<circle class="self"{attributes(cx=middle[0], cy=middle[1], r=7)}/>',
        *(_node(one, at, left=number_ % 2 == 0) for number_, (one, at) in enumerate(zip(shown, points, strict=True))),
    ]
    frame = attributes(class_="network", viewBox=f"0 0 {_WIDTH} {round(height)}", aria_hidden="true")
    return f"<svg{frame}>{''.join(parts)}</svg>"


def _at(number_: int, rows: int, height: float) -> tuple[float, float]:
    """Left and right by turns, from the top; the columns bow outwards."""
    row = number_ // 2
    y = 8 + _ROW * (row + 0.5)
    bow = 26 * (1 - ((y - height / 2) / (height / 2)) ** 2) if rows > 2 else 0
    return (_COLUMNS[0] - bow + 18, y) if number_ % 2 == 0 else (_COLUMNS[1] + bow - 18, y)


def _line(start: tuple[float, float], end: tuple[float, float], share: float) -> str:
    d = f"M{number(start[0])} {number(start[1])}L{number(end[0])} {number(end[1])}"
    return f'<path class="shared" d="{d}"{attributes(stroke_width=1 + 4 * share)}/>'


def _tie(start: tuple[float, float], end: tuple[float, float], share: float) -> str:
    middle = (_WIDTH / 2 * 0.5 + (start[0] + end[0]) / 4, (start[1] + end[1]) / 2)
    d = (
        f"M{number(start[0])} {number(start[1])}"
        f"Q{number(middle[0])} {number(middle[1])} {number(end[0])} {number(end[1])}"
    )
    return f'<path class="tie" d="{d}"{attributes(stroke_width=0.6 + 2 * share)}/>'


def _node(one: Neighbour, at: tuple[float, float], *, left: bool) -> str:
    x, y = at
    edge = x - 9 if left else x + 9
    room = edge - 4 if left else _WIDTH - edge - 4
    lines = wrapped(one.name, room, _SIZE, 2)
    first = y + 4 - 7 * (len(lines) - 1)
    spans = "".join(
        f"<tspan{attributes(x=edge, y=first + 14 * number_)}>{text_of(line)}</tspan>"
        for number_, line in enumerate(lines)
    )
    words = f"<text{attributes(class_='end' if left else 'start')}>{spans}</text>"
    return link(one.href, one.title, f'<circle class="other"{attributes(cx=x, cy=y, r=4.5)}/>{words}')
