"""The words of a Markdown text without its markup, block by block."""

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dateline.markdown.parser import markdown_parser


@dataclass(frozen=True)
class TextBlock:
    """One paragraph, heading, list item or cell.

    text   its words, line breaks as spaces
    line   0-based line in the Markdown
    note   the label of the footnote that it belongs to, or ""
    """

    text: str
    line: int
    note: str = ""


def text_blocks(body: str) -> list[TextBlock]:
    """All blocks that hold words, in order, footnotes last."""
    blocks: list[TextBlock] = []
    note = ""
    for token in markdown_parser().parse(body):
        if token.type == "footnote_open":
            note = str(token.meta["label"])
        elif token.type == "inline":
            blocks.append(TextBlock(flat_text(token.children or []), (token.map or [0])[0], note))
    return [block for block in blocks if block.text.strip()]


def flat_text(children: Sequence[Token]) -> str:
    """The words of an inline run: each token's text, line breaks as one space, nothing for markup."""
    return "".join(token_text(child) for child in children)


def token_text(token: Token) -> str:
    """What a reader reads of one inline token."""
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "code_inline") else ""


def plain_text(body: str) -> str:
    """The words of a Markdown text, blocks parted by an empty line, without footnotes."""
    return "\n\n".join(block.text for block in text_blocks(body) if not block.note)
