"""Words for countries."""

from functools import lru_cache

from dateline.facts.names import adjectives
from dateline.text.lexicon import words


@lru_cache(maxsize=1)
def country_words() -> dict[str, str]:
    """Names, adjectives and peoples of countries, in lower case -> ISO code."""
    names = {
        name.lower(): code
        for code, fields in words("countries").items()
        for name in (fields["name"], *fields.get("names", ()))
    }
    return {**names, **adjectives()}
