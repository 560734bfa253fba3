"""Words for countries."""

from functools import lru_cache

from dateline.facts.names import adjectives
from dateline.text.lexicon import words


@lru_cache(maxsize=1)
def country_words() -> dict[str, str]:
    """Names, adjectives and peoples of countries, in lower case -> ISO code."""
    return {**country_names(), **adjectives()}


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Names of countries, in lower case -> ISO code."""
    return {
        name.lower(): code
        for code, fields in words("countries").items()
        for name in (fields["name"], *fields.get("names", ()))
    }
