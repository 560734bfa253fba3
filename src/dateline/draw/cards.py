"""A picture of a page for those who share its address: 1200 × 630, in letters and colours of its own."""

from dataclasses import dataclass

from dateline.draw.glyphs import glyph
from dateline.draw.labels import shortened, text_width, wrapped
from dateline.draw.svg import attributes, text_of

WIDTH, HEIGHT = 1200, 630
_EDGE = 72
_ROOM = WIDTH - 2 * _EDGE
_SIZES = ((68, 3), (58, 4), (50, 5))  # of the title's letters, and the lines that it may have at this size
_SERIF_IS_WIDER = 1.08
_STYLE = (
    ".t{font-family:'Noto Serif SemiBold'}.s{font-family:'Noto Sans'}"
    ".g{fill:#fdfcfa;stroke:#1c1b19;stroke-width:4}.g .f{fill:#1c1b19;stroke:none}"
    ".g-contested{stroke:#7f5200}.g-contested .f{fill:#7f5200}.g-retracted{stroke:#a01c1c}"
)


@dataclass(frozen=True)
class Card:
    """What it says: the site, a line above the title, the title, a line below it, and a status with its label."""

    site: str
    above: str
    title: str
    below: str = ""
    status: str = ""
    label: str = ""


def draw_card(card: Card) -> str:
    """The drawing; a title that is too long even in small letters ends in an ellipsis."""
    size, lines = _title(card.title)
    first = 150 + size
    title = "".join(
        _text("t", _EDGE, first + number * size * 1.24, size, "#1c1b19", line) for number, line in enumerate(lines)
    )
    mark = ""
    start = float(_EDGE)
    if card.status:
        mark = glyph(card.status, _EDGE + 15, 478, 14) + _text("s", _EDGE + 42, 489, 32, "#1c1b19", card.label)
        start += 42 + text_width(card.label, 32) + 40
    below = _text("s", start, 489, 32, "#5d5a54", shortened(card.below, WIDTH - _EDGE - start, 32))
    frame = attributes(xmlns="http://www.w3.org/2000/svg", width=WIDTH, height=HEIGHT)
    return (
        f"<svg{frame}><style>{_STYLE}</style>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fdfcfa"/><rect width="{WIDTH}" height="14" fill="#1b4f86"/>'
        f"{_text('s', _EDGE, 112, 30, '#5d5a54', shortened(card.above, _ROOM, 30))}{title}{mark}{below}"
        f'<path d="M{_EDGE} 530h{_ROOM}" stroke="#1c1b19" stroke-width="2"/>'
        f"{_text('t', _EDGE, 584, 34, '#1c1b19', shortened(card.site, _ROOM, 34))}</svg>"
    )


def _title(words: str) -> tuple[int, list[str]]:
    for size, most in _SIZES:
        lines = wrapped(words, _ROOM, size * _SERIF_IS_WIDER, most + 1)
        if len(lines) <= most:
            return size, lines
    size, most = _SIZES[-1]
    return size, wrapped(words, _ROOM, size * _SERIF_IS_WIDER, most)


def _text(kind: str, x: float, y: float, size: float, colour: str, words: str) -> str:
    return f"<text{attributes(class_=kind, x=x, y=y, font_size=size, fill=colour)}>{text_of(words)}</text>"
