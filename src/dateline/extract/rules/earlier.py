"""Whom a pronoun means that no clause above it tells: whom the words before it, or the sentences before, are about."""

from collections.abc import Sequence
from itertools import islice

from dateline.extract.rules.discourse import DEEP, GENDERS, Antecedent, Discourse, answer_of, up
from dateline.extract.rules.language import Reading, SentenceAt, Token
from dateline.extract.rules.mentions import INNER, OTHER, SUBJECT, VOICE, Mention, says

_BACK = 3  # sentences outside quotations


def earlier(text: Discourse, token: Token, word: str) -> Antecedent | None:
    """Whom the words before in the sentence, or the sentences before, are about."""
    here = [one for one in text.before(token) if not one.quoted and text.fits(one, word)]
    here = [one for one in here if not _is_said(text, one, token)]
    entities = {one.entity for one in here}
    if len(entities) > 1:
        return None
    if here and max(one.rank for one in here) >= INNER and not _is_unknown(text, here[-1]):
        return answer_of(here[-1], "coreference: subject before in the sentence")
    voice = _voice(text, token, word)
    if voice is None or (here and voice.entity != here[0].entity) or _is_vague(voice) or _is_unknown(text, voice):
        return None
    names = {VOICE: "who spoke last", SUBJECT: "subject of the sentence before"}
    return answer_of(voice, f"coreference: {names.get(voice.rank, 'the only one who agrees')}")


def _is_vague(mention: Mention) -> bool:
    """Somebody without a name who did not speak."""
    return mention.actor is None and mention.first is None and mention.rank < VOICE


def _is_unknown(text: Discourse, mention: Mention) -> bool:
    """A pronoun that stands for nobody known."""
    return mention.actor is None and mention.first is None and text.reading.tokens[mention.at].pos == "PRON"


def _is_said(text: Discourse, mention: Mention, token: Token) -> bool:
    """“He” of “…, he said” is nobody named in what is said."""
    reading, verb = text.reading, text.reading.tokens[token.head]
    above = {one.i for one in islice(up(reading, reading.tokens[mention.at]), DEEP)}
    said = [one.i for one in reading.below(verb.i, "ccomp") if not text.quotes[one.i]]
    if verb.relation in ("parataxis", "ccomp") and verb.head < verb.i and not text.quotes[verb.head]:
        said.append(verb.head)
    return any(i in above or i == mention.at for i in said)


def _voice(text: Discourse, token: Token, word: str) -> Mention | None:
    """The one who agrees in the nearest sentence that has any: its speaker, its subject, or the only one."""
    left, only = _BACK if word in GENDERS else 1, None
    for number in map(SentenceAt, range(token.sentence - 1, max(-1, token.sentence - 1 - DEEP), -1)):
        fitting = [one for one in text.mentions.get(number, ()) if not one.quoted and text.fits(one, word)]
        best = _best(text.reading, fitting) if fitting else None
        if fitting and (best is None or (only and best.entity != only.entity)):
            return None
        if word in GENDERS and _may_be_somebody(text, number, best):
            return None
        if best and (best.rank >= SUBJECT or only or _also_spoke(text, fitting, token)):
            return best
        only = only or best
        left -= any(not text.quotes[i] for i in range(*text.reading.sentences[number]))
        if not left:
            break
    return only if word in GENDERS else None


def _may_be_somebody(text: Discourse, number: SentenceAt, best: Mention | None) -> bool:
    """A name of unknown sort plays no lesser part in the sentence than whoever agrees."""
    unsure = [one.rank for one in text.mentions.get(number, ()) if one.unsure and not one.quoted]
    return bool(unsure) and max(unsure) >= (best.rank if best else OTHER)


def _also_spoke(text: Discourse, fitting: Sequence[Mention], token: Token) -> bool:
    """“Officials confirmed that X said so. He also said …”: one alone agrees, and speaks in both."""
    reading = text.reading
    told = reading.tokens[fitting[-1].at]
    verbs = reading.tokens[told.head], reading.tokens[token.head]
    return told.relation == "nsubj" and all(says(reading, verb) for verb in verbs)


def _best(reading: Reading, fitting: Sequence[Mention]) -> Mention | None:
    """The speaker, or the subject where nobody else is one; the only one; None where two may be meant."""
    top = max(one.rank for one in fitting)
    meant = [one for one in fitting if one.rank == top]
    others = [one for one in fitting if one.entity != meant[-1].entity]
    if top == SUBJECT:
        others = [one for one in others if reading.tokens[one.at].relation not in ("poss", "compound")]
    elif top == VOICE:
        others = [one for one in others if one.rank >= SUBJECT]
    return None if others else meant[-1]
