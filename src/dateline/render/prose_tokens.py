"""Cuts an inline run at the ends of its marks and links and puts their tags in between."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from markdown_it.token import Token

from dateline.markdown.blocks import token_text
from dateline.render.prose_spans import Linked, Marked


def annotate(
    children: Sequence[Token],
    marks: Sequence[Marked],
    links: Sequence[Linked],
    mark: Callable[[tuple[str, ...]], str],
) -> Iterator[Token]:
    """The tokens again, text cut into marked and linked pieces, what stands behind a mark after it.

    Tags never overlap, links never nest, and a name within one token is one link.
    """
    return _after_links(_annotated(children, marks, links, mark))


def _after_links(tokens: Iterable[Token]) -> Iterator[Token]:
    """What stands behind a mark may be a link itself: within another it waits for that one's end."""
    inside, waiting = 0, list[Token]()
    for token in tokens:
        if token.meta.get("behind") and inside:
            waiting.append(token)
            continue
        yield token
        inside += token.type == "link_open" or token.content.startswith("<a ")
        inside -= token.type == "link_close" or token.content == "</a>"
        if not inside:
            yield from waiting
            waiting = []
    yield from waiting


def _annotated(
    children: Sequence[Token],
    marks: Sequence[Marked],
    links: Sequence[Linked],
    mark: Callable[[tuple[str, ...]], str],
) -> Iterator[Token]:
    at = 0
    inside_link = 0
    for child in children:
        inside_link += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        length = len(token_text(child))
        if child.type in ("text", "code_inline") and length:
            usable = [] if inside_link else links
            yield from _pieces(child, at, at + length, marks, usable, mark)
        else:
            yield child
        at += length


def _pieces(
    token: Token,
    start: int,
    end: int,
    marks: Sequence[Marked],
    links: Sequence[Linked],
    mark: Callable[[tuple[str, ...]], str],
) -> Iterator[Token]:
    covering = [item for item in marks if item.start < end and item.end > start]
    edges = _edges(start, end, covering)
    cut = [link for link in links if any(link.start < edge < link.end for edge in edges)]
    outside = [edge for edge in edges if not any(link.start < edge < link.end for link in cut)]
    ends = {max(start, min(end, edge)) for link in cut for edge in (link.start, link.end)}
    for left, right in pairwise(sorted({*outside, *ends})):
        owner = next((link for link in cut if link.start <= left and right <= link.end), None)
        if owner:
            yield _html(owner.opening)
            for one, other in pairwise(sorted({left, right, *(edge for edge in edges if left < edge < right)})):
                yield from _stretch(token, start, one, other, covering, (), mark)
            yield _html("</a>")
        else:
            yield from _stretch(token, start, left, right, covering, links, mark)


def _edges(start: int, end: int, marks: Sequence[Marked]) -> list[int]:
    inner = {edge for item in marks for edge in (item.start, item.end) if start < edge < end}
    return sorted({start, end, *inner})


def _stretch(
    token: Token,
    origin: int,
    left: int,
    right: int,
    marks: Sequence[Marked],
    links: Sequence[Linked],
    mark: Callable[[tuple[str, ...]], str],
) -> Iterator[Token]:
    over = [item for item in marks if item.start <= left and item.end >= right]
    for item in over:
        if item.begins and item.start == left:
            yield _html(f'<span class="anchor" id="q-{item.quote}"></span>')
    if over:
        attributes = mark(tuple(item.quote for item in over))
        yield _html(f"<mark {attributes}>" if attributes else "<mark>")
    yield from _linked(token, origin, left, right, links)
    if over:
        yield _html("</mark>")
    for item in over:
        if item.ends and item.end == right and item.behind:
            yield Token("html_inline", "", 0, content=item.behind, meta={"behind": True})


def _linked(token: Token, origin: int, left: int, right: int, links: Sequence[Linked]) -> Iterator[Token]:
    at = left
    for link in links:
        start, end = max(link.start, left), min(link.end, right)
        if start >= end:
            continue
        yield from _text(token, origin, at, start)
        yield _html(link.opening)
        yield from _text(token, origin, start, end)
        yield _html("</a>")
        at = end
    yield from _text(token, origin, at, right)


def _text(token: Token, origin: int, left: int, right: int) -> Iterator[Token]:
    words = token.content[left - origin : right - origin]
    if not words:
        return
    if token.type == "code_inline":
        yield _html(f"<code>{escape(words, quote=False)}</code>")
    else:
        yield Token("text", "", 0, content=words)


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)
