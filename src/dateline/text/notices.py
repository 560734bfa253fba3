"""Notices that a publisher sets around a report: how to send in letters, what else to read, who took the picture."""

import re
from functools import cache

from dateline.text.lexicon import words
from dateline.text.sentences import sentences
from dateline.text.span import Span

# What parts a notice from what stands before it: “• …”, “… closed. --- Ann Tarvel contributed to this article”.
_BULLET = re.compile(r"\s[•·■▪►]\s|(?<=[.!?”\"])\s-{2,3}\s(?=[A-Z])")
_ENDED = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z])|\s[•·]\s")
_VOICE = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|should|must)\b")
_LONGEST_SIGN_OFF = 16  # words
_LONGEST_NOTE = 300  # characters
_MARKS = "•·■▪►*–—- \n\t"


def notices(text: str) -> tuple[Span, ...]:
    """The sentences that are notices, and the parts of a sentence behind a bullet or a dash that are."""
    if not _anywhere().search(text):
        return ()
    return tuple(span for sentence in sentences(text) for span in _parts(text, sentence) if is_notice(span.of(text)))


def around_prose(text: str) -> tuple[Span, ...]:
    """All that is no part of what a report says: notices, and who wrote it, where it ends with it."""
    spans = notices(text)
    own = writer_note(text) or (sign_off(text) if spans or _is_signed(text) else None)
    return tuple(sorted([*spans, own])) if own else spans


def _is_signed(text: str) -> bool:
    """True where the last line stands alone, names nobody's number, and the text has a voice of its own."""
    body, _, last = text.rstrip().rpartition("\n\n")
    return bool(_VOICE.search(body)) and not any(map(str.isdigit, last)) and "\n" not in last


def is_notice(sentence: str) -> bool:
    """True for a publisher's notice: “Join the debate …”, “Photograph: …”, “Sign up to …”."""
    words_ = sentence.strip(_MARKS)
    return bool(_openings().match(words_) or _endings().search(words_))


def sign_off(text: str) -> Span | None:
    """Who wrote a letter, where it ends with that: “Rosa Hill Secretary, Friends of Orla”; notices may follow."""
    spans = notices(text)
    kept = without(text, spans).rstrip()
    last = max(kept.rfind("\n"), *(match.end() for match in _ENDED.finditer(kept)), 0)
    span = Span(last, len(kept))
    pieces = span.of(kept).strip(_MARKS).split()
    names = sum(piece[:1].isupper() for piece in pieces)
    shouted = sum(piece.isupper() and len(piece) > 2 for piece in pieces)
    is_name = 2 <= len(pieces) <= _LONGEST_SIGN_OFF and all(piece[:1].isupper() for piece in pieces[:2])
    return span if is_name and 2 * names > len(pieces) > 2 * shouted and kept[-1:] not in '.!?”":;,>' else None


def writer_note(text: str) -> Span | None:
    """Who wrote it, where the last sentence says what somebody is whom nothing before it names."""
    kept = without(text, notices(text)).rstrip()
    match = _writers().search(kept[-_LONGEST_NOTE:])
    if not match:
        return None
    start = len(kept) - len(kept[-_LONGEST_NOTE:]) + match.start("note")
    return None if match["surname"] in kept[:start] else Span(start, len(kept))


def without(text: str, spans: tuple[Span, ...]) -> str:
    """The text with empty lines for these spans, so that each other word stays where it was."""
    for span in spans:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text


def _parts(text: str, sentence: Span) -> list[Span]:
    cuts = [match.start() for match in _BULLET.finditer(text, sentence.start, sentence.end)]
    ends = [*cuts, sentence.end]
    return [Span(left, right) for left, right in zip([sentence.start, *cuts], ends, strict=True) if left < right]


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(_any("openings"), re.IGNORECASE)


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(_any("endings"), re.IGNORECASE)


@cache
def _anywhere() -> re.Pattern[str]:
    """One of them where a sentence may begin or end: most texts hold none, and are not cut into sentences for it."""
    start = r"(?:\A|[.!?…\"”’)\]•·■▪►*\n]\s{0,4}[–—-]?\s{0,4})"
    return re.compile(f"{start}{_any('openings')}|{_any('endings')}", re.IGNORECASE | re.MULTILINE)


@cache
def _writers() -> re.Pattern[str]:
    name = r"[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|de|di|van|von|al|el|bin))* (?P<surname>[A-Z][\w’'-]+)"
    doing = r"\W*(?P<note>NAME,? (?:is|writes|teaches|works)\b[^.!?]{0,150}?\b(?:WHO)\b[^.!?]*\.?)\Z"
    start = r"(?:\A|[.!?”\"’\n]\s+|[•·]\s*)"
    return re.compile(start + doing.replace("NAME", name).replace("WHO", words("genres")["writers"]))


def _any(key: str) -> str:
    return "(?:" + "|".join(words("notices")[key]).replace(" ", r"\s+") + ")"
