"""Whether a number of people can be read in the words that are said to give it."""

import re
from itertools import combinations

from pydantic import ValidationError

from dateline.extract.llm.answer import CountAnswer
from dateline.model import Count
from dateline.text.lexicon import words

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+|\d+|[a-z]+")
_NOBODY = {"no", "none", "nobody", "zero", "without", "neither", "nor", "0"}
_ONE = {"a", "an", "another", "one"}
_MOST_ADDED = 8


def count_of(answer: CountAnswer, quote: str) -> Count | None:
    """The count, or None where the quote does not give its bounds."""
    told = [bound for bound in (answer.low, answer.high) if bound is not None]
    readable = _readable(quote)
    if not told or any(bound not in readable for bound in told):
        return None
    try:
        return Count(low=answer.low, high=answer.high)
    except ValidationError:
        return None


def _readable(quote: str) -> set[int]:
    """Every number that the words may give: each one, sums of two or three, one for “a soldier”, 0 for “nobody”."""
    tokens = _WORD.findall(quote.lower())
    single = _numbers(tokens)
    single += [1] if _ONE & set(tokens) or not single else []
    sums = {sum(some) for size in (2, 3) for some in combinations(single[:_MOST_ADDED], size)}
    return {*single, *sums} | ({0} if _NOBODY & set(tokens) else set())


def _numbers(given: list[str]) -> list[int]:
    """Numbers in order; neighbours join as in “twenty-three” and “two hundred”."""
    known = {**words("numbers")["words"], **words("numbers")["ranges"]}
    found: list[int] = []
    joined = False
    for word in given:
        value = int(word.replace(",", "")) if word[0].isdecimal() else known.get(word)
        if value is None:
            joined = False
        elif joined and (value >= 100 or word == "dozen"):
            found[-1] *= value
        elif joined and value < 10 <= found[-1] and found[-1] % 10 == 0:
            found[-1] += value
        else:
            found.append(value)
            joined = True
    return found
