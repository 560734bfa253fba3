"""Where a Markdown text is code, whose signs mean nothing."""

import re

from dateline.markdown.parser import markdown_parser

_SPAN = re.compile(r"(?<![`\\])(?P<fence>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=fence)(?!`)", re.DOTALL)
_WORDS = re.compile(r"[^\s]")


def without_code(body: str) -> str:
    """The text with spaces for all code, blocks and spans, so that every other character stays where it was."""
    if "`" not in body and "~~~" not in body and not re.search(r"^(?: {4}|\t)", body, re.MULTILINE):
        return body
    lines = body.split("\n")
    for token in markdown_parser().parse(body):
        if token.type in ("fence", "code_block") and token.map:
            first, end = token.map
            lines[first:end] = [_WORDS.sub(" ", line) for line in lines[first:end]]
    return _SPAN.sub(lambda match: _WORDS.sub(" ", match[0]), "\n".join(lines))
