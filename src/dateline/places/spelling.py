"""Names of places as they are looked up, however a paper spells them."""

import re
import unicodedata

from dateline.text.lexicon import word_set

LEAST_CONSONANTS = 3  # fewer say nothing


def fold(name: str) -> str:
    """A name without accents, case, hyphens and apostrophes: how names are looked up."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\s-]+", " ", re.sub(r"['’‘ʼ.]", "", plain)).strip().casefold()


def consonants(name: str) -> str:
    """What spellings of an Arabic name share: “Mayedin” and “Al Mayādīn”, “Deir Azzour” and “Deir ez-Zor”."""
    parts = fold(name).split(" ")
    left = [part for part in parts if part not in word_set("place-words", "articles")] or parts
    glued = [re.sub(r"^a([bcdfghjklmnpqrstvwxz])(?=\1)", "", word) for word in left]
    letters = "".join(glued).replace("q", "k").replace("kh", "k").replace("gh", "g").replace("dh", "d")
    first, rest = letters[:1], re.sub(r"[aeiouyw]|h$", "", letters[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)
