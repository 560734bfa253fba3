"""The sentences that sum the report up: its standfirst and its key points."""

from dateline.draft.extraction import Extraction, Span

_MOST, _LEAST = 5, 3
_LONGEST = 420
_SHORTEST = 30


def standfirst_of(extraction: Extraction, sentences: tuple[Span, ...]) -> Span | None:
    """The early sentence that reports the main incident, else the first one."""
    if extraction.incidents:
        span = extraction.incidents[0].span
        for sentence in sentences[:3]:
            if sentence.holds(span):
                return sentence
    return sentences[0] if sentences else None


def key_points_of(
    extraction: Extraction, sentences: tuple[Span, ...], standfirst: Span | None, text: str
) -> tuple[Span, ...]:
    """Three to five sentences in text order, the standfirst not among them; fewer where there are no more."""
    rest = [span for span in sentences if span != standfirst and _SHORTEST <= span.end - span.start <= _LONGEST]
    rest = [span for span in rest if not span.of(text).rstrip('”"').endswith("?")]
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
