"""Signs of Markdown in a seed: no part of the words that a report says."""

import re

from dateline.text.span import Span

_MARKUP = re.compile(
    r"""
      ^[ \t]{0,3}\#{1,6}(?=[ \t])                       # a heading
    | ^[ \t]*(?:>[ \t]*)+                               # a quotation
    | ^[ \t]*[-*+](?=[ \t])                             # an item of a list
    | \[\^[^\]\s]+\]:?                                  # a footnote
    | !?\[(?=[^\[\]\n]*\]\()                            # a link or an image
    | (?<=[^\s\[])\]\((?:<[^<>\n]*>|[^\s()]*)(?:\s+"[^"\n]*")?\)
    | (?<![\w*_])[*_]{1,3}(?=[\w"“‘'(\[])               # emphasis
    | (?<=[\w."”’'!?,;:)\]])[*_]{1,3}(?![\w*_])
    | ~~ | `+
    | \\(?=[!-/:-@\[-`{-~])
    """,
    re.VERBOSE | re.MULTILINE,
)


def without_markup(text: str) -> str:
    """The text with spaces for signs of Markdown, so that each word stays where it was."""
    return _MARKUP.sub(lambda match: " " * len(match[0]), text)


def read_aloud(words: str) -> str:
    """The words on one line, without signs of Markdown."""
    return " ".join(_MARKUP.sub("", words).split())


def said_in(span: Span, text: str, *, is_markdown: bool) -> str:
    """The words of a span on one line, as a page shows them."""
    return read_aloud(span.of(text)) if is_markdown else " ".join(span.of(text).split())
