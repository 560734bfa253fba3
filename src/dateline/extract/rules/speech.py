"""Reported speech in general: “X said that …”, “…,” said X, “according to X”, “X called on Y to …”."""

import re
from collections.abc import Iterator

from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.speakers import (
    Claimant,
    is_according,
    is_nobody,
    naming,
    phrase_of,
    subject_of,
    voice_after,
)
from dateline.facts.extraction import FoundClaim
from dateline.text.lexicon import word_set
from dateline.text.span import Span

_QUOTES = '“”"'
_SHORTEST = 3
_SIGNS = " ,;:.—–-"
_ALL = _SIGNS + _QUOTES + "‘’'"
_CLOSING = re.compile(r"[.,!?]*([”\"])")
_LEFT_OVER = re.compile(r"[\s,;]+(?:but|and|or|while)$")


def reported_speech(scene: Scene) -> Iterator[tuple[Token, FoundClaim]]:
    """Each saying with the verb or preposition that introduces it; the quote is its whole sentence."""
    for token in scene.reading.tokens:
        content = _without_that(scene.reading, _content(scene.reading, token))
        claimant = _voice(scene, token) if content else None
        if content is None or claimant is None or is_nobody(scene, token):
            continue
        text = _tidied(_closed(scene.reading.text, content))
        if len(text) >= _SHORTEST:
            stance, span = _stance(scene.reading, token), scene.reading.sentence_span(token.sentence)
            loose, origin = _is_loose(scene, token, claimant), f"speech: {token.lemma}"
            yield token, FoundClaim(span, stance, claimant, text=text, loose=loose, origin=origin)


def _without_that(reading: Reading, content: Span | None) -> Span | None:
    """“That” before a clause says nothing; “that plan” does."""
    first = reading.within(content)[:2] if content else []
    if content and len(first) == 2 and first[0].lemma == "that" and first[0].relation == "mark":
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


def _is_loose(scene: Scene, token: Token, claimant: Claimant) -> bool:
    """A thought, a judgement, what a pronoun says, or an object alone: “announced the plan”."""
    says = token.lemma in word_set("speech", "verbs") or is_according(scene.reading, token)
    whole = _clause(scene.reading, token) or _quoted(scene.reading, token) or token.pos != "VERB"
    whole = whole and _says_something(scene.reading, token)
    nobody = isinstance(claimant, str) and claimant.lower() in word_set("speech", "pronouns")
    return nobody or not says or not whole


def _says_something(reading: Reading, token: Token) -> bool:
    """False for “it said” and the like: nothing but pronouns and verbs of saying."""
    content = _content(reading, token)
    empty = word_set("speech", "verbs")
    told = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV")
    within = reading.within(content) if content else []
    return any(one.pos in told and one.lemma not in empty for one in within)


def _stance(reading: Reading, token: Token) -> str:
    negated = any(one.relation == "neg" for one in reading.below(token.i))
    if token.lemma in word_set("speech", "denying") and not negated:
        return "denies"
    return "reports" if token.lemma in word_set("speech", "reporting") else "asserts"


def _voice(scene: Scene, token: Token) -> Claimant:
    if is_according(scene.reading, token):
        return voice_after(scene, token)
    known = subject_of(scene, token)
    return known if known is not None else _as_written(scene, token)


def _as_written(scene: Scene, verb: Token) -> str | None:
    """Any other subject in the report's words: “many voters”, “he” where nobody can tell who that is."""
    reading = scene.reading
    for token in (verb, *reading.ancestors(verb.i)[:2]):
        subjects = [one for one in reading.below(token.i, "nsubj") if one.lemma not in word_set("speech", "no-voices")]
        if subjects:
            subject = subjects[0]
            if subject.tag in ("WP", "WDT") and token.relation == "relcl":
                subject = reading.tokens[token.head]
                known = naming(scene, subject)
                if isinstance(known, int):
                    return None
            return phrase_of(reading, subject) if subject.pos in ("NOUN", "PROPN", "PRON") else None
        if token.relation not in ("conj", "xcomp", "ROOT", "advcl"):
            return None
    return None


def _content(reading: Reading, token: Token) -> Span | None:
    """What is said: the clause below the verb, the quoted words around it, or the verb's object."""
    if is_according(reading, token):
        return _rest_of_sentence(reading, token)
    if token.pos != "VERB":
        return None
    if token.lemma in word_set("speech", "verbs") | word_set("speech", "thinking"):
        clause = _clause(reading, token)
        if clause or token.lemma in word_set("speech", "thinking"):
            return clause
        return _quoted(reading, token) or _object(reading, token)
    if token.lemma in word_set("speech", "judging"):
        return _clause(reading, token) or _object(reading, token)
    return None


def _clause(reading: Reading, verb: Token) -> Span | None:
    clauses = reading.below(verb.i, "ccomp")
    if clauses:
        return _run(reading, reading.subtree(clauses[0].i), clauses[0].i)
    head = reading.tokens[verb.head]
    if verb.relation == "parataxis" or (verb.relation in ("ccomp", "conj") and _has_quotes(reading, verb)):
        return _outside(reading, verb, head)
    return None


def _outside(reading: Reading, verb: Token, head: Token) -> Span | None:
    """The words of the head's clause on the side of “, X said” where the head stands."""
    inner = set(reading.subtree(verb.i))
    first, end = reading.sentences[verb.sentence]
    side = range(first, min(inner)) if head.i < verb.i else range(max(inner) + 1, end)
    return reading.span(side[0], side[-1]) if len(side) > 1 else None


def _run(reading: Reading, below: list[int], at: int) -> Span | None:
    """The unbroken run of tokens around one."""
    left = right = at
    known = set(below)
    while left - 1 in known:
        left -= 1
    while right + 1 in known:
        right += 1
    return reading.span(left, right) if right > left else None


def _has_quotes(reading: Reading, verb: Token) -> bool:
    span = reading.sentence_span(verb.sentence)
    return any(sign in _QUOTES for sign in span.of(reading.text))


def _quoted(reading: Reading, verb: Token) -> Span | None:
    """The longest words in quotation marks of the sentence, an open end included."""
    span = reading.sentence_span(verb.sentence)
    words = span.of(reading.text)
    marks = [number for number, sign in enumerate(words) if sign in _QUOTES]
    pairs = list(zip(marks[::2], [*marks[1::2], len(words)], strict=False))
    best = max(pairs, key=lambda pair: pair[1] - pair[0], default=None)
    return Span(span.start + best[0] + 1, span.start + best[1]) if best else None


def _object(reading: Reading, verb: Token) -> Span | None:
    """All that follows the verb within its own clause."""
    objects = reading.below(verb.i, "dobj", "xcomp", "prep", "oprd", "dative")
    after = [one for one in objects if one.i > verb.i]
    if not after:
        return None
    last = max(reading.subtree(after[-1].i))
    return reading.span(after[0].i if after[0].relation == "prep" else min(reading.subtree(after[0].i)), last)


def _rest_of_sentence(reading: Reading, token: Token) -> Span | None:
    """The longer part of the sentence beside “according to X”."""
    inner = set(reading.subtree(token.i))
    first, end = reading.sentences[token.sentence]
    before, after = range(first, token.i), range(max(inner) + 1, end)
    side = before if len(before) > len(after) else after
    return reading.span(side[0], side[-1]) if len(side) > 1 else None
