"""Spaces at the ends of lines, where they mean nothing."""

import re
from collections.abc import Iterator

import yaml

from dateline.fix.mend import Edit, Mend
from dateline.fix.page import Page
from dateline.frontmatter.parse import LOADER
from dateline.frontmatter.spans import read
from dateline.markdown import markdown_parser

_AT_END = re.compile(r"(?<![ \t])[ \t]+(?=\n|\Z)")
_BREAK = re.compile(r" {2,}\n[ \t]*\S")


def trailing_space(page: Page) -> Iterator[Mend]:
    """No line ends in spaces, except where they break a line of Markdown or belong to a text."""
    if not page.record or not _AT_END.search(page.text):
        return
    matter, _, body = read(page.text)
    head = page.text.index("\n") + 1 if matter else 0
    edits = [Edit(head + start, head + end, "") for start, end in _in_matter(matter)]
    below = len(page.text) - len(body)
    edits += [Edit(below + start, below + end, "") for start, end in _in_body(body)]
    if edits:
        lines = f"{len(edits)} lines" if edits[1:] else "1 line"
        yield Mend(page.text.count("\n", 0, edits[0].start) + 1, f"spaces at the end of {lines} are gone", tuple(edits))


def _in_matter(matter: str) -> Iterator[tuple[int, int]]:
    texts = [
        (token.start_mark.index, token.end_mark.index)
        for token in yaml.scan(matter, Loader=LOADER)
        if isinstance(token, yaml.ScalarToken)
    ]
    for match in _AT_END.finditer(matter):
        if not any(start < match.end() and match.start() < end for start, end in texts):
            yield match.span()


def _in_body(body: str) -> Iterator[tuple[int, int]]:
    """Not in code, and not where two spaces break a line."""
    code = {
        line
        for token in markdown_parser().parse(body)
        if token.type in ("fence", "code_block") and token.map
        for line in range(*token.map)
    }
    for match in _AT_END.finditer(body):
        if body.count("\n", 0, match.start()) not in code and not _BREAK.match(body, match.start()):
            yield match.span()
