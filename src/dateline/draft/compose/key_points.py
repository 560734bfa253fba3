"""The sentences that sum the report up: its standfirst and its key points."""

import re

from dateline.draft.extraction import Extraction, Span
from dateline.draft.lexicon import word_set

_MOST, _LEAST = 5, 3
_LONGEST = 420
_SHORTEST = 30
_FIGURES = 0.25  # of its words: a line of a table rather than a sentence
_SAME = 0.75  # of a sentence's words in the title: it would say the same again


def standfirst_of(extraction: Extraction, sentences: tuple[Span, ...], text: str, title: str) -> Span | None:
    """The early sentence that reports the main incident, else the first one; none that the title repeats."""
    early = [span for span in sentences[:3] if _is_prose(span.of(text)) and not _repeats(title, span.of(text))]
    if extraction.incidents:
        span = extraction.incidents[0].span
        for sentence in early:
            if sentence.holds(span):
                return sentence
    return next((span for span in early if span == sentences[0] or _stands_alone(span.of(text))), None)


def _is_prose(words: str) -> bool:
    """True unless it is a line of a table: prices, rates, results."""
    pieces = words.split()
    return sum(any(map(str.isdigit, piece)) for piece in pieces) <= _FIGURES * len(pieces)


def _repeats(title: str, words: str) -> bool:
    """True where the title is the sentence with little left out."""
    rest = iter(words.lower().split())
    named = [piece.lower() for piece in title.split()]
    kept = sum(any(_bare(piece) == _bare(one) for one in rest) for piece in named)
    return kept == len(named) and kept >= _SAME * len(words.split())


def _bare(word: str) -> str:
    return word.strip(" ,;:.–—-")


def _stands_alone(words: str) -> bool:
    """False for what begins with a pronoun (“He added …”) or holds one end of a quotation alone."""
    first = re.match(r"\W*(\w+)", words)
    pointing = word_set("speech", "pronouns") | word_set("speech", "no-voices")
    paired = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    return paired and first is not None and first[1].lower() not in pointing


def key_points_of(
    extraction: Extraction, sentences: tuple[Span, ...], standfirst: Span | None, text: str
) -> tuple[Span, ...]:
    """Three to five sentences in text order, the standfirst not among them; fewer where there are no more."""
    rest = [span for span in sentences if span != standfirst and _SHORTEST <= span.end - span.start <= _LONGEST]
    rest = [span for span in rest if _is_prose(span.of(text)) and not span.of(text).rstrip('”"').endswith("?")]
    alone = [span for span in rest if _stands_alone(span.of(text))]
    rest = alone if len(alone) >= _LEAST else rest
    scored = sorted((-_worth(extraction, span), span) for span in rest)
    chosen = [span for score, span in scored[:_MOST] if score < 0]
    for _, span in scored:
        if len(chosen) >= _LEAST:
            break
        if span not in chosen:
            chosen.append(span)
    return tuple(sorted(chosen))


def _worth(extraction: Extraction, sentence: Span) -> float:
    """Incidents count most, then claims, then the dead and hurt."""
    incidents = sum(sentence.holds(incident.span) for incident in extraction.incidents)
    claims = sum(sentence.holds(claim.span) for claim in extraction.claims)
    counts = sum(
        count is not None and sentence.holds(count.span)
        for incident in extraction.incidents
        for count in (incident.fatalities, incident.injured)
    )
    parts = sum(sentence.holds(part.span) for incident in extraction.incidents for part in incident.parts)
    return 3 * bool(incidents) + 2 * min(claims, 2) + bool(counts) + 0.5 * min(parts, 2)
