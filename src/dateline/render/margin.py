"""Notes beside the paragraph that they belong to: a grid of two columns, without a script.

A note's cell spans the rows of the paragraphs below that have no notes of their own, so that a long note runs
on beside them and does not push the text apart.
"""

from html.parser import HTMLParser

_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_NOTE = '<div class="note'


def with_margin(markup: str) -> str:
    """Blocks on one line; runs of blocks that begin with a note are put into one cell of the margin."""
    if _NOTE not in markup:
        return markup
    out: list[str] = []
    blocks = top_blocks(markup)
    position = 0
    while position < len(blocks):
        if not blocks[position].startswith(_NOTE):
            out.append(blocks[position])
            position += 1
            continue
        end = _while(blocks, position, note=True)
        following = _while(blocks, end, note=False)
        span = following - end + (0 if following < len(blocks) else 1) or 1
        cell = "".join(blocks[position:end])
        out.append(f'<div class="margin" style="--rows:{max(span, 1)}">{cell}</div>')
        position = end
    return "\n".join(out)


def _while(blocks: list[str], start: int, *, note: bool) -> int:
    """The first position from `start` on whose block is not, or is, a note."""
    while start < len(blocks) and blocks[start].startswith(_NOTE) == note:
        start += 1
    return start


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
