"""Status marks as shapes, so that none is told by its colour alone; they follow the printed marks of the statuses."""

from dateline.draw.svg import attributes, number


def glyph(status: str, x: float, y: float, r: float = 5.0) -> str:
    """The mark of a status about a point: full, ringed, open, half full, crossed out, or a square for no claim."""
    shapes = {
        "declared": _full,
        "corroborated": _ringed,
        "contested": _half,
        "retracted": _crossed,
        "unattributed": _asked,
        "not-applicable": _square,
    }
    return f'<g class="g g-{status}">{shapes.get(status, _open)(x, y, r)}</g>'


def _circle(x: float, y: float, r: float, kind: str = "") -> str:
    return f"<circle{attributes(cx=x, cy=y, r=r, class_=kind or None)}/>"


def _full(x: float, y: float, r: float) -> str:
    return _circle(x, y, r, "f")


def _open(x: float, y: float, r: float) -> str:
    return _circle(x, y, r)


def _ringed(x: float, y: float, r: float) -> str:
    return _circle(x, y, r) + _circle(x, y, r * 0.45, "f")


def _half(x: float, y: float, r: float) -> str:
    bow = f"M{number(x)} {number(y - r)}a{number(r)} {number(r)} 0 0 0 0 {number(2 * r)}z"
    return f'{_circle(x, y, r)}<path class="f" d="{bow}"/>'


def _crossed(x: float, y: float, r: float) -> str:
    reach = r * 0.7
    line = f"M{number(x - reach)} {number(y - reach)}l{number(2 * reach)} {number(2 * reach)}"
    return f'{_circle(x, y, r)}<path d="{line}"/>'


def _asked(x: float, y: float, r: float) -> str:
    return f"<circle{attributes(cx=x, cy=y, r=r, stroke_dasharray='2 1.6')}/>"


def _square(x: float, y: float, r: float) -> str:
    side = 2 * r - 1.6
    return f"<rect{attributes(x=x - side / 2, y=y - side / 2, width=side, height=side)}/>"
