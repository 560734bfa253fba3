"""Which tokens stand between quotation marks."""

from dateline.extract.rules.language import Reading, Token

_OPEN, _CLOSE, _BOTH = {"“", "``"}, {"”"}, {'"', "''"}


def quoted(reading: Reading) -> tuple[bool, ...]:
    """For each token whether it is quoted; a quotation ends with its paragraph at the latest."""
    found, inside, before = [], False, 0
    for token in reading.tokens:
        gap = reading.text[before : token.start]
        if "\n\n" in gap:
            inside = False
        if token.text in _OPEN or (token.text in _BOTH and _opens(reading, token)):
            inside = True
        elif token.text in _CLOSE or token.text in _BOTH:
            inside = False
        found.append(inside)
        before = token.end
    return tuple(found)


def _opens(reading: Reading, token: Token) -> bool:
    """A straight mark opens where a space stands before it and none behind it."""
    before, after = reading.text[: token.start][-1:], reading.text[token.end : token.end + 1]
    return (not before or before.isspace() or before in "([—–-") and not after.isspace()
