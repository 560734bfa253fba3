"""Headline and dateline: what stands before the prose and is none."""

import re
from dataclasses import dataclass
from itertools import islice

from dateline.read.datelines import is_remark
from dateline.read.words import load_words
from dateline.text.sentences import paragraphs
from dateline.text.span import Span

_DATELINE = re.compile(
    r"""(?P<place>[A-ZÀ-Þ][\w.'’-]*(?:\ [A-ZÀ-Þ][\w.'’-]*|\ (?:de|del|la|las|los|el|al|of|the)(?=\ ))*
         (?:,\ (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\ \d)[A-ZÀ-Þ][\w.'’ -]*?)?)
        (?:,?\ \(?(?:[A-Z]\w{2,8}\.?\ ?\d{1,2}(?:,?\ \d{4})?|\d{1,2}\ \w{3,9}\.?(?:\ \d{2,4})?)\)?)?
        (?:,?\ ?\([\w\ ./&-]{2,40}\))?
        \s*(?:--|—|–|-(?=\s))\s*""",
    re.VERBOSE,
)
# After a headline in the same line: “Fire destroys barn. CORVALE, Ohio -- A barn …”.
_RUN_IN = re.compile(
    r"(?<=[.!?]\ )(?P<place>[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+){0,3})(?:,\ [A-Z][\w.]+(?:\ [A-Z]\w+)?)?"
    r"(?:\ \([\w ./]+\))?(?:\s?(?:--|—|–|:)|\s-)\s"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s")
_BRACKETS = re.compile(r"(?:\[[^\]]{0,300}\]\s*)+")
# “[Interview with Ann Tarvel, a minister, by our correspondent]”: what a transcript is called.
_INTERVIEW = re.compile(r"\[(?P<name>[Ii]nterview\s+with\s+[^\]]+?)(?:,?\s+by\s+[^\]]*)?\]")
_LONGEST_HEADLINE = 130
_CALLED = 400  # characters in which a transcript says what it is


@dataclass(frozen=True)
class Opening:
    """start: where the prose begins; headline, place: their words where they stand in the text."""

    start: int
    headline: Span | None = None
    place: Span | None = None


def read_opening(text: str, place: str = "") -> Opening:
    """Read the headline and the dateline in the first two paragraphs.

    A line without a full stop, or one question, is a headline; “CITY, date --” is a dateline.
    place: the dateline's place where it is known already.
    """
    spans = [span for span in islice(paragraphs(text), 4) if not is_remark(span.of(text))][:2]
    if not spans:
        return Opening(0)
    headline = spans[0] if len(spans) == 2 and _is_headline(spans[0].of(text)) else None
    first = spans[1] if headline else spans[0]
    called = _INTERVIEW.search(text, first.start, min(first.end, first.start + _CALLED))
    headline = headline or (Span(*called.span("name")) if called else None)
    match = _DATELINE.match(text, first.start) or _stated(text, first.start, place)
    if match and set(match["place"].lower().split()) & load_words().not_places:
        match = None
    if not match or match.end() - first.start > _LONGEST_HEADLINE:
        inside = _RUN_IN.search(text, first.start, min(first.end, first.start + 2 * _LONGEST_HEADLINE))
        return Opening(first.start, headline, Span(*inside.span("place")) if inside else None)
    brackets = _BRACKETS.match(text, match.end())
    end = brackets.end() if brackets else match.end()
    return Opening(end, headline, Span(match.start("place"), match.end("place")))


def _stated(text: str, start: int, place: str) -> re.Match[str] | None:
    """The place that the seed states, up to the dash or bracket that parts it from the prose."""
    pattern = rf"(?P<place>{re.escape(place)})[^\n]{{0,80}}?(?:\s*(?:--|—|–|:)|\s-|/|\))\s+"
    return re.compile(pattern).match(text, start) if place else None


def _is_headline(words: str) -> bool:
    asks = words.endswith("?") and not _SENTENCE_END.search(words)
    return len(words) <= _LONGEST_HEADLINE and (asks or not words.endswith((".", "!", "?", "”", '"', ":")))
