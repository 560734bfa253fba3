"""What tells sizes and directions on a map: lines of longitude and latitude, and a bar of kilometres."""

import math
from collections.abc import Iterator

from dateline.draw.labels import Box, Sheet, text_width
from dateline.draw.svg import attributes, number
from dateline.draw.view import KM_PER_DEGREE, View

_STEPS = (1, 2, 5, 10, 20, 30)  # degrees between two lines
_LINES = 7  # of each direction, at most
_TRUE = 60  # degrees of latitude up to which one bar is near enough true for the whole sheet
_LONGEST = 0.24  # of the sheet's width
_INSET, _LETTERS = 10.0, 11.0


def graticule(view: View) -> str:
    """The `d` of lines of longitude and latitude at round degrees."""
    step = next((one for one in _STEPS if view.width / view.across / one <= _LINES), _STEPS[-1])
    upright = (
        f"M{number(view.flat(lon, 0)[0])} 0v{view.height}" for lon in _round(view.lon, view.width / view.across, step)
    )
    level = (
        f"M0 {number(view.flat(0, lat)[1])}h{view.width}" for lat in _round(view.lat, view.height / view.scale, step)
    )
    return "".join([*upright, *level])


def _round(middle: float, span: float, step: int) -> Iterator[int]:
    """The multiples of the step within the span."""
    start = math.ceil((middle - span / 2) / step)
    yield from range(start * step, math.floor(middle + span / 2) + 1, step)


def scale_bar(view: View, sheet: Sheet) -> str:
    """A bar of 1, 2 or 5 times a power of ten km in a free corner; none where the sheet shows too much of the world."""
    if view.height / view.scale > _TRUE:
        return ""
    pixels = view.scale / KM_PER_DEGREE
    km = _nice(view.width * _LONGEST / pixels)
    words = f"{km:,} km"
    box = sheet.first_free(_corners(view, max(km * pixels, text_width(words, _LETTERS))))
    if box is None:
        return ""
    x, y = box[0], box[3]
    bar = f"M{number(x)} {number(y - 4)}v4h{number(km * pixels)}v-4"
    return f'<path class="bar" d="{bar}"/><text class="km"{attributes(x=x, y=y - 7)}>{words}</text>'


def _nice(longest: float) -> int:
    power = 10 ** max(0, math.floor(math.log10(longest)))
    return int(max(power * digit for digit in (1, 2, 5) if power * digit <= max(longest, power)))


def _corners(view: View, width: float) -> Iterator[Box]:
    right, bottom, tall = view.width - _INSET, view.height - _INSET, 2 * _LETTERS
    for x in (_INSET, right - width):
        for y in (bottom, _INSET + tall):
            yield (x, y - tall, x + width, y)
