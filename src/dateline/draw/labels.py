"""Names on drawings: as many as fit without covering one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii

Box = tuple[float, float, float, float]

NARROW, WIDE = "fijlrtI.,'()1 -", "mwMWGOQ@%"


def text_width(words: str, size: float) -> float:
    """About how wide words are in the reader's font, rather too wide than too narrow."""
    units = sum(0.34 if sign in NARROW else 0.88 if sign in WIDE else 0.7 if sign.isupper() else 0.58 for sign in words)
    return units * size


def shortened(words: str, room: float, size: float) -> str:
    """The words, or as many as there is room for and an ellipsis."""
    if text_width(words, size) <= room:
        return words
    kept = words
    while kept and text_width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,-–") + "…"


def wrapped(words: str, room: float, size: float, lines: int) -> list[str]:
    """The words on so many lines at most; the last is shortened where they are too long."""
    found: list[str] = []
    left = words.split()
    while left and len(found) < lines - 1:
        taken = [left.pop(0)]
        while left and text_width(" ".join([*taken, left[0]]), size) <= room:
            taken.append(left.pop(0))
        found.append(shortened(" ".join(taken), room, size))
    return [*found, shortened(" ".join(left), room, size)] if left else found


def sort_key(words: str) -> str:
    """Latin letters without case, for an order that no locale changes."""
    return anyascii(words).casefold()


@dataclass
class Sheet:
    """Which parts of a drawing are taken."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> None:
        """Nothing else is to stand here."""
        self.taken.append(box)

    def first_free(self, boxes: Iterable[Box]) -> Box | None:
        """The first of the boxes that lies on the sheet and covers nothing; it is taken."""
        for box in boxes:
            if self._fits(box) and not any(_cover(box, other) for other in self.taken):
                self.take(box)
                return box
        return None

    def _fits(self, box: Box) -> bool:
        return box[0] >= 2 and box[1] >= 2 and box[2] <= self.width - 2 and box[3] <= self.height - 2


def around(x: float, y: float, r: float, width: float, height: float) -> Sequence[Box]:
    """Where a label may stand by a mark: right, left, above, below."""
    half = height / 2
    return (
        (x + r + 3, y - half, x + r + 3 + width, y + half),
        (x - r - 3 - width, y - half, x - r - 3, y + half),
        (x - width / 2, y - r - 2 - height, x + width / 2, y - r - 2),
        (x - width / 2, y + r + 2, x + width / 2, y + r + 2 + height),
    )


def _cover(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
