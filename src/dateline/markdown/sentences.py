"""Where sentences begin and end, by punctuation: enough to quote the one that names somebody."""

import re

_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*\w)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|Rev|St|No|vs|etc|approx|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\be\.g|\bi\.e)\.$"
)
# A time goes on: “11:30 p.m. (0830 GMT)”, “7:53. 63”.
_TIME = re.compile(r"\b[ap]\.m\.\s+\(|:\d\d\.\s+\d", re.IGNORECASE)


_BEFORE = 12  # characters before a sentence's end in which an abbreviation stands


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """[start, end) of each sentence in code points; together they hold every word of the text."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end() - len(match[0]) + len(match[0].rstrip())
        following = text[match.end() : match.end() + 2].lstrip("\"'“‘([")[:1]
        if following.islower() or _ABBREVIATION.search(text, max(start, end - _BEFORE), end):
            continue
        if _TIME.search(text, match.start() - 3, match.end() + 1):
            continue
        spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans
