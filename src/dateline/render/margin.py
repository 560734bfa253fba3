"""Notes beside the paragraph that they belong to: a grid of two columns, without a script.

The grid's rows are as fine as half a line: a block of the text spans about two rows for each of its lines, and a cell
of notes as many as it is likely to need, whether or not the next block has notes of its own. The next cell begins below
it. So long notes run on beside the text and do not push it apart. Rows grow where an estimate was too small; nothing
overlaps.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate
from math import ceil

_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_NOTE = '<div class="note'
_DRIFT = 16  # rows that notes may begin below the beginning of their paragraph


@dataclass(frozen=True)
class _Measure:
    """How tall words stand: characters in a line; rows of the grid to a line, and after a block."""

    characters: int
    line: float
    after: float

    def lines(self, block: str) -> int:
        """About how many rows of the grid the block takes."""
        words = len(re.sub(r"<[^>]*>", "", block))
        lines = max(ceil(words / self.characters), len(re.findall("<li|<tr|&#10;", block)), 1)
        return ceil(self.line * lines + self.after)


# As the style sheet has them: text of 30 pixels a line and 16 after a paragraph, notes of 20 and 12; a row is 15.
_TEXT = _Measure(characters=70, line=2, after=1)
_BESIDE = _Measure(characters=40, line=1.36, after=0.8)


@dataclass
class _Cell:
    """The notes on one block; [start, end) are the rows that they stand beside, counted from 1."""

    notes: str
    start: int
    end: int


def with_margin(markup: str) -> str:
    """Blocks on one line; the notes after a block are put into one cell of the margin."""
    if _NOTE not in markup:
        return markup
    blocks, notes = _sorted_out(top_blocks(markup))
    lines = [_TEXT.lines(block) for block in blocks]
    starts = list(accumulate(lines, initial=1))
    cells = _placed(starts, notes)
    return "\n".join(_joined(blocks, lines, cells))


def _sorted_out(found: Sequence[str]) -> tuple[list[str], dict[int, list[str]]]:
    """The blocks of the text, and the notes by the number of the block that they follow."""
    blocks: list[str] = []
    notes: dict[int, list[str]] = {}
    for block in found:
        if block.startswith(_NOTE):
            notes.setdefault(max(len(blocks) - 1, 0), []).append(block)
        else:
            blocks.append(block)
    return blocks or ["<p></p>"], notes


def _placed(starts: Sequence[int], notes: Mapping[int, Sequence[str]]) -> dict[int, _Cell]:
    """A cell for each block with notes; each reaches to the next, in case an estimate is too small."""
    cells: dict[int, _Cell] = {}
    last: _Cell | None = None
    for number, found in notes.items():
        start = min(max(starts[number], last.end if last else 1), starts[number] + _DRIFT)
        if last:
            last.end = start = max(start, last.start + 1)
        last = cells[number] = _Cell("".join(found), start, start + sum(map(_BESIDE.lines, found)))
    if last:
        last.end = max(last.end, starts[-1] + 1)  # a row below the last block takes what is left over
    return cells


def _joined(blocks: Sequence[str], lines: Sequence[int], cells: Mapping[int, _Cell]) -> Iterator[str]:
    for number, (block, count) in enumerate(zip(blocks, lines, strict=True)):
        yield re.sub(r"^<(\w+)", rf'<\1 style="--lines:{count}"', block)
        if number in cells:
            cell = cells[number]
            place = f"--line:{cell.start};--lines:{cell.end - cell.start}"
            yield f'<div class="margin" style="{place}">{cell.notes}</div>'


def top_blocks(markup: str) -> list[str]:
    """The outermost elements of HTML that stands on one line, in order."""
    parser = _Blocks(markup)
    parser.feed(markup)
    parser.close()
    return parser.blocks


class _Blocks(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._markup = markup
        self._depth = 0
        self._start = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if self._depth == 0:
            self._start = self.getpos()[1]
        if tag not in _VOID:
            self._depth += 1
        elif self._depth == 0:
            self._finish(self.getpos()[1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or self._depth == 0:
            return
        self._depth -= 1
        if self._depth == 0:
            self._finish(self.getpos()[1])

    def _finish(self, last_tag: int) -> None:
        end = self._markup.index(">", last_tag) + 1
        self.blocks.append(self._markup[self._start : end])
