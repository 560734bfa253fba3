"""Characters that nobody sees: no part of a seed's text nor of a quote."""

import re

# Soft hyphens, zero-width spaces and word joiners; marks of joining and direction matter in other scripts alone.
_INVISIBLE = re.compile(
    "\u00ad\n?|[\u180e\u200b\u2060-\u2064\ufeff]|(?<=[ -\u024f])[\u061c\u200c-\u200f]+(?=[ -\u024f])"
)


def visible(text: str) -> str:
    """The text without characters that nobody sees and that tear words in two."""
    return _INVISIBLE.sub("", text)
