"""The ids of headings, by which a link leads to a part of a page."""

import re
from collections.abc import Iterable
from itertools import count


def heading_id(heading: str, taken: Iterable[str]) -> str:
    """The heading's words joined by hyphens, numbered from 2 where an earlier heading has them."""
    plain = re.sub(r"[^\w]+", "-", heading.casefold()).strip("-") or "section"
    used = set(taken)
    choices = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(choice for choice in choices if choice not in used)


def heading_ids(headings: Iterable[str]) -> list[str]:
    """The ids of a page's headings, in order."""
    found: list[str] = []
    for heading in headings:
        found.append(heading_id(heading, found))
    return found
