"""Where the words of an answer stand in the report; line ends aside they must be the very same."""

import re
from collections.abc import Iterator

from dateline.text.span import Span


def find_words(words: str, text: str, within: Span) -> Span | None:
    """The first place of these whole words in a part of the text, any white space for white space."""
    return next(_places(words, text, within), None)


def holds_words(words: str, text: str, within: Span) -> bool:
    """True where these words stand in the span."""
    return find_words(words, text, within) is not None


def _places(words: str, text: str, within: Span) -> Iterator[Span]:
    parts = words.split()
    if not parts:
        return
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    after = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    pattern = re.compile(before + r"\s+".join(map(re.escape, parts)) + after)
    # An end given to the search would hide the letter after it, by which a whole word is told.
    for match in pattern.finditer(text, within.start):
        if match.end() > within.end:
            return
        yield Span(*match.span())
