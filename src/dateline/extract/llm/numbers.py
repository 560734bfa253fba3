"""Whether a number of people can be read in the words that are said to give it."""

import re
from itertools import combinations

from pydantic import ValidationError

from dateline.extract.llm.answer import CountAnswer
from dateline.model import Count
from dateline.text.numbers import find_numbers

_NOBODY = re.compile(r"\b(?:no|none|nobody|zero|without|neither|nor|0)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:an?|another|one)\b", re.IGNORECASE)
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
    numbers = find_numbers(quote)
    bounds = {bound for number in numbers for bound in (number.low, number.high) if bound is not None}
    alone = [1] if _ONE.search(quote) or not numbers else []
    sums = set()
    for low in (True, False):
        single = [bound for one in numbers if (bound := one.low if low else one.high) is not None]
        single = [*single[:_MOST_ADDED], *alone]
        sums |= {sum(some) for size in (2, 3) for some in combinations(single, size)}
    return {*bounds, *alone, *sums} | ({0} if _NOBODY.search(quote) else set())
