"""Whether the words before a date place it after the report."""

import re
from functools import lru_cache

from dateline.text.lexicon import words

_BEFORE = 120  # characters
_PAST_PLAN = re.compile(r"\b(?:had been|was|were|had previously been)\s+(?:due|scheduled|set|expected|to)\b")


def is_ahead(match: re.Match[str]) -> bool:
    """“Will be paid on Dec. 15”, “next Monday”: the words before it in its sentence look ahead."""
    if match[0].lower().startswith("last"):
        return False
    before = re.split(r"[.!?;]\s", match.string[max(0, match.start() - _BEFORE) : match.start()])[-1]
    return bool(_ahead_pattern().search(before) or before.endswith(" by ")) and not _PAST_PLAN.search(before)


@lru_cache(maxsize=1)
def _ahead_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('calendar')['ahead'])})\b", re.IGNORECASE)
