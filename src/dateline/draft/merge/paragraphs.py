"""Three-way merge of the prose, paragraph by paragraph."""

import re
from difflib import SequenceMatcher

from dateline.draft.merge.values import Suggestion


def merge_prose(base: str, now: str, ours: str) -> tuple[str, tuple[Suggestion, ...]]:
    """The person's prose with the paragraphs that changed in `now` where the person left them as they were."""
    if now.strip() in (base.strip(), ours.strip()):
        return ours, ()
    if ours == base:
        return now, ()
    old, new, mine = paragraphs(base), paragraphs(now), paragraphs(ours)
    place = {
        block.a + step: block.b + step
        for block in SequenceMatcher(None, old, mine, autojunk=False).get_matching_blocks()
        for step in range(block.size)
    }
    suggestions = []
    for kind, start, end, first, last in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if kind == "equal":
            continue
        at = _untouched(place, start, end, len(old), len(mine))
        if at is None:
            suggestions.append(Suggestion("text", "\n\n".join(old[start:end]), "\n\n".join(new[first:last])))
        else:
            mine[at : at + end - start] = new[first:last]
    return "\n" + "\n\n".join(mine) + "\n", tuple(reversed(suggestions))


def paragraphs(text: str) -> list[str]:
    """The blocks of a text between its blank lines."""
    return [block for block in re.split(r"\n[ \t]*\n+", text.strip("\n")) if block.strip()]


def _untouched(place: dict[int, int], start: int, end: int, old: int, mine: int) -> int | None:
    """Where these paragraphs and their neighbours stand in the person's text, one after the other; else None."""
    ends = {-1: -1, old: mine}
    stands = [ends.get(number, place.get(number)) for number in range(start - 1, end + 1)]
    first = stands[0]
    if first is None or stands != list(range(first, first + len(stands))):
        return None
    return first + 1
