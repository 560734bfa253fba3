"""Characters that nobody sees: no part of a seed's text nor of a quote."""

import re

# Soft hyphens, zero-width spaces and word joiners.
_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff]")
# Marks of joining and direction matter in other scripts alone.
_BETWEEN_LATIN = re.compile("(?<=[ -\u024f])[\u061c\u200c-\u200f]+(?=[ -\u024f])")


def visible(text: str) -> str:
    """The text without characters that nobody sees and that tear words in two; done again it changes nothing."""
    return _BETWEEN_LATIN.sub("", _INVISIBLE.sub("", text))
