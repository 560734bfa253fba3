"""seeds ─read─▶ Seed: from bytes to text of one form, in which no letter of the article is changed."""

import re
import unicodedata

from dateline.model.visible import visible
from dateline.read.faults import SeedError

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TRAILING = re.compile(r"[^\S\n]+$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")
# They turn letters around on the screen and are no part of any word.
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What XML 1.0 cannot hold, and so neither a feed nor a page: a sign of a file that is no text.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 with or without byte order mark, NFC, every line end a line feed.

    Raises SeedError (`seed-unreadable`) with the line of the first byte or character that is no text.
    """
    return clean(utf8(data))


def utf8(data: bytes) -> str:
    """The characters of a file as they are, without byte order mark (SeedError where it is not UTF-8)."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}"
        raise SeedError(f"must be UTF-8 text, found the byte {byte}; save the file as UTF-8", line=line) from None


def clean(text: str) -> str:
    """Decoded text in NFC, every line end a line feed, without marks of direction and other invisible characters.

    Raises SeedError where it holds control characters.
    """
    text = visible(_DIRECTIONS.sub("", _LINE_ENDS.sub("\n", text)))
    found = _NOT_TEXT.search(text)
    if found:
        name = f"U+{ord(found[0]):04X}"
        line = text.count("\n", 0, found.start()) + 1
        raise SeedError(
            f"must be text, found the character {name}; remove it, or check what kind of file this is", line=line
        )
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """Without spaces at line ends, with one empty line between paragraphs; else as it was."""
    return _EMPTY_LINES.sub("\n\n", _TRAILING.sub("", text)).strip()
