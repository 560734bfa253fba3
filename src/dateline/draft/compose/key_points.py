"""The sentences that sum the report up: its standfirst and its key points."""

import re

from dateline.facts.extraction import ActorAt, Extraction, FoundClaim
from dateline.text.lexicon import word_set
from dateline.text.span import Span

_MOST, _LEAST = 5, 3
_LONGEST = 420
_SHORTEST = 30
_FIGURES = 0.25  # of its words: a line of a table rather than a sentence
_NEW = 0.34  # of a sentence's words at least are not in the title, or it would say the same again
_LONG_TITLE = 8  # words that tell something; a shorter title and the sentence below it belong together
_EARLY = 3  # sentences of which one is the standfirst; twice as many where none of them can be it


def standfirst_of(extraction: Extraction, sentences: tuple[Span, ...], text: str, title: str) -> Span | None:
    """The first sentence where it says what the title says or reports an incident, else the early one on the main one.

    Where the title says that already, or is that sentence made shorter, it is the early sentence that adds most to
    the title. In a dispute it is none that takes a side in the report's own voice.
    """
    fair = [span for span in sentences[: 2 * _EARLY] if _is_prose(span.of(text)) and not _takes_side(extraction, span)]
    early = [span for span in fair if span in sentences[:_EARLY]]
    lead = next((span for span in early if span == sentences[0]), None)
    main = next((span for span in early if extraction.incidents and span.holds(extraction.incidents[0].span)), None)
    first = lead if lead and _leads(extraction, lead, title, text) else main or lead
    if (
        first
        and stands_alone(first.of(text))
        and not _repeats(title, first.of(text))
        and not _holds(first.of(text), title)
    ):
        return first
    adding = [span for span in fair if stands_alone(span.of(text)) and not _repeats(title, span.of(text))]
    others = [span for span in adding if span != first]
    alone = [span for span in others if span in early] or others or adding
    return max(alone, key=lambda span: (len(_new_words(title, span.of(text))), -span.start), default=None)


def _leads(extraction: Extraction, lead: Span, title: str, text: str) -> bool:
    return _told(title) <= _told(lead.of(text)) or any(lead.holds(incident.span) for incident in extraction.incidents)


def _takes_side(extraction: Extraction, sentence: Span) -> bool:
    """True where the report itself names one doer here, and elsewhere another is named, or nobody, or it is denied."""
    blame = [claim for claim in extraction.claims if claim.role == "perpetrator"]
    here = [claim for claim in blame if claim.claimant is None and sentence.holds(claim.span) and not claim.unclear]
    return any(_side(other) != _side(claim) for claim in here for other in blame if other.incident == claim.incident)


def _side(claim: FoundClaim) -> tuple[ActorAt | str | None, bool]:
    return claim.text if claim.subject is None else claim.subject, claim.unclear or claim.stance == "denies"


def _is_prose(words: str) -> bool:
    """True unless it is a line of a table: prices, rates, results."""
    pieces = words.split()
    return sum(any(map(str.isdigit, piece)) for piece in pieces) <= _FIGURES * len(pieces)


def _repeats(title: str, words: str) -> bool:
    """True where the title holds most of what the sentence says."""
    return len(_new_words(title, words)) <= _NEW * len(_told(words))


def _holds(words: str, title: str) -> bool:
    """True where a long title is all in the sentence: it was made of it."""
    told = _told(title)
    return len(told) >= _LONG_TITLE and told <= _told(words)


def _new_words(title: str, words: str) -> frozenset[str]:
    return _told(words) - _told(title)


def _told(words: str) -> frozenset[str]:
    """The words that tell something, in lower case."""
    return frozenset(re.findall(r"\w[\w’'-]*", words.lower())) - word_set("writing", "small")


def stands_alone(words: str) -> bool:
    """True for a whole sentence that does not begin with a pronoun, “But” or an age (“The 44-year-old …”).

    It holds both ends of each quotation.
    """
    first = re.match(r"\W*(?!The \d+-year-old)(\w+)", words)
    pointing = word_set("writing", "pointing") | word_set("writing", "ties")
    paired = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    whole = bool(re.search(r"[.!…][\"”’')\]]*$", words))
    return paired and whole and first is not None and first[1].lower() not in pointing


def key_points_of(
    extraction: Extraction, sentences: tuple[Span, ...], standfirst: Span | None, text: str, title: str
) -> tuple[Span, ...]:
    """Three to five sentences in text order, the standfirst not among them; fewer where there are no more.

    None begins with a pronoun, asks, or repeats the title.
    """
    rest = [span for span in sentences if span != standfirst and _SHORTEST <= span.end - span.start <= _LONGEST]
    rest = [span for span in rest if _is_prose(span.of(text)) and not span.of(text).rstrip('”"').endswith("?")]
    rest = [span for span in rest if stands_alone(span.of(text)) and not _repeats(title, span.of(text))]
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
