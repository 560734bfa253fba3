"""The one Markdown dialect of briefings: CommonMark with GFM tables, strikethrough, footnotes and alerts."""

from dateline.markdown.blocks import TextBlock, plain_text, text_blocks
from dateline.markdown.code import without_code
from dateline.markdown.footnotes import Footnotes, footnotes_of
from dateline.markdown.parser import markdown_parser
from dateline.markdown.sentences import sentence_spans

__all__ = [
    "Footnotes",
    "TextBlock",
    "footnotes_of",
    "markdown_parser",
    "plain_text",
    "sentence_spans",
    "text_blocks",
    "without_code",
]
