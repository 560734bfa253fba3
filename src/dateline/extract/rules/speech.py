"""Reported speech in general: “X said that …”, “…,” said X, “according to X”, “X called on Y to …”."""

import re
from collections.abc import Iterator

from dateline.extract.rules.contents import Content, content_of
from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.norms import is_according
from dateline.extract.rules.sayings import is_said
from dateline.extract.rules.speakers import Claimant, is_nobody, may_speak, naming, phrase_of, subject_token
from dateline.extract.rules.voices import may_be_author, voice_after
from dateline.facts.extraction import FoundClaim
from dateline.text.lexicon import word_set
from dateline.text.span import Span

_QUOTES = '“”"'
_SHORTEST = 3
_SIGNS = " ,;:.—–-"
_ALL = _SIGNS + _QUOTES + "‘’'"
_CLOSING = re.compile(r"[.,!?]*([”\"])")
_LEFT_OVER = re.compile(r"[\s,;]+(?:but|and|or|while)$")


def reported_speech(scene: Scene) -> Iterator[tuple[Content, FoundClaim]]:
    """Each saying with what is said; the quote is its whole sentence."""
    reading = scene.reading
    for token in reading.tokens:
        content = content_of(reading, token)
        if content is None or is_nobody(scene, token) or (token.pos == "VERB" and not is_said(reading, token)):
            continue
        claimant = _voice(scene, token)
        text = _text_of(reading, content)
        if claimant is not None and len(text) >= _SHORTEST:
            stance, span = _stance(token), reading.sentence_span(token.sentence)
            loose, origin = _is_loose(scene, token, content, claimant), f"speech: {token.lemma}"
            yield content, FoundClaim(span, stance, claimant, text=text, loose=loose, origin=origin)


def _text_of(reading: Reading, content: Content) -> str:
    """The words, without a leading “that”; where the saying stands amid them, those on both sides of it."""
    pieces = [_without_that(reading, piece) for piece in content.pieces]
    return _tidied(" ".join(_closed(reading.text, piece).strip(" ,") for piece in pieces))


def _without_that(reading: Reading, content: Span) -> Span:
    """“That” before a clause says nothing; “that plan” does."""
    first = reading.within(content)[:2]
    if len(first) == 2 and first[0].lemma == "that" and first[0].relation == "mark":
        return Span(first[1].start, content.end)
    return content


def _closed(text: str, content: Span) -> str:
    """With the closing quotation mark that follows where only the opening one stands in it."""
    words_ = content.of(text)
    after = _CLOSING.match(text, content.end)
    return words_ + after[1] if after and sum(words_.count(sign) for sign in _QUOTES) % 2 else words_


def _tidied(words_: str) -> str:
    """In one line, without signs and a left-over “but” at its ends; quotation marks stay where they come in pairs."""
    text = _LEFT_OVER.sub("", " ".join(words_.split()).strip(_SIGNS))
    return text if sum(text.count(sign) for sign in _QUOTES) % 2 == 0 and text[:1] not in _QUOTES else text.strip(_ALL)


def _is_loose(scene: Scene, token: Token, content: Content, claimant: Claimant) -> bool:
    """A thought, a judgement, what a pronoun says or nobody can, what is said in a quotation, or no whole statement."""
    reading = scene.reading
    says = token.lemma in word_set("speech", "verbs") or is_according(reading, token)
    return (
        not says
        or not content.whole
        or token.i in reading.quotation_at
        or not _says_something(reading, content)
        or (isinstance(claimant, str) and not _is_somebody(reading, token))
    )


def _is_somebody(reading: Reading, saying: Token) -> bool:
    """False for “he”, “many”, “other parts of the town”: whose words these are, nobody can tell."""
    if is_according(reading, saying):
        return may_be_author(reading, saying)
    subject = subject_token(reading, saying)
    return subject is not None and may_speak(subject)


def _says_something(reading: Reading, content: Content) -> bool:
    """False for “it said” and the like: nothing but pronouns and verbs of saying."""
    empty = word_set("speech", "verbs")
    told = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV")
    within = [one for piece in content.pieces for one in reading.within(piece)]
    return any(one.pos in told and one.lemma not in empty for one in within)


def _stance(token: Token) -> str:
    if token.lemma in word_set("speech", "denying"):
        return "denies"
    return "reports" if token.lemma in word_set("speech", "reporting") else "asserts"


def _voice(scene: Scene, token: Token) -> Claimant:
    """Who says it, any subject that is none of the report's actors in the report's words: “many voters”, “he”."""
    if is_according(scene.reading, token):
        return voice_after(scene, token)
    subject = subject_token(scene.reading, token)
    if subject is None or subject.lemma in word_set("speech", "no-voices"):
        return None
    known = naming(scene, subject)
    if known is not None:
        return known
    return phrase_of(scene.reading, subject) if subject.pos in ("NOUN", "PROPN", "PRON") else None
