r"""The list of pages as their lengths alone, a fifth of Pagefind's: the search page adds the names.

    FOLDER HEAD COUNT\n   the folder that the pages' files are numbered in, and two numbers
    HEAD bytes             all that Pagefind's file has before the rows of pages
    COUNT bytes            the length of each page, 1 to 23
    the rest               all that it has behind them

packed by gzip. A row of Pagefind's is a list of the page's name, `FOLDER/NUMBER`, and its length.
"""

from collections.abc import Sequence
from typing import Any

from dateline.search.packed import SIGNATURE, encode, head, smallest

ENDING = ".pf_short"


def shortened(meta: Sequence[Any], pages: int, folder: str) -> bytes:
    """The file for a meta file's content; pages: where in it the rows of pages stand."""
    rows = meta[pages]
    before = SIGNATURE + head(meta) + b"".join(map(encode, meta[:pages])) + head(rows)
    lengths = bytes(length for _, length in rows)
    behind = b"".join(map(encode, meta[pages + 1 :]))
    return smallest(f"{folder} {len(before)} {len(rows)}\n".encode() + before + lengths + behind)
