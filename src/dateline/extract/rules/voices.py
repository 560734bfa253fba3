"""Whose words a part of a report is: the report's own, or those of whoever is said to say it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.extract.rules.events import Scene
from dateline.extract.rules.hearsay import worth_of_content
from dateline.extract.rules.language import QuotationAt, Reading, Token, TokenAt
from dateline.extract.rules.norms import ACCORDING, is_according, is_norm
from dateline.extract.rules.sayings import is_asked, is_said
from dateline.extract.rules.speakers import Claimant, author_of, may_speak, naming, phrase_of, subject_of, subject_token
from dateline.text.lexicon import word_set

_NOWHERE = TokenAt(-1)
_CHAINED = 6  # quotations in a row that one saying introduces


@dataclass(frozen=True)
class Voice:
    """Who says it and how.

    claimant  None where the report does or where nobody can tell
    how       own: the report; said; thought; untold: by somebody whom nobody can name; denied; unsaid: by nobody
    at        the token that says so, -1 without one
    """

    claimant: Claimant = None
    how: str = "own"
    at: TokenAt = _NOWHERE


_OWN = Voice()


def speaker_of(scene: Scene, at: TokenAt) -> Claimant:
    """Who is said to say what the token belongs to; None where the report speaks for itself."""
    return voice_of(scene, at).claimant


def voice_of(scene: Scene, at: TokenAt) -> Voice:
    """Whose words a token belongs to: the nearest saying above it, its quotation, "according to X"."""
    reading = scene.reading
    token = reading.tokens[at]
    if is_asked(reading, token):
        return Voice(None, "unsaid")
    chain = _chain(reading, token)
    worth = worth_of_content(reading, chain)
    if worth:
        return Voice(None, worth)
    for saying in _sayings(reading, chain):
        if (saying.i in reading.quotation_at) == (at in reading.quotation_at):
            return _of_saying(scene, saying)
    quotation = reading.quotation_at.get(at)
    if quotation is not None and is_speech(reading, quotation):
        return _of_quotation(scene, quotation)
    outer = next(_sayings(reading, chain), None)
    return _of_saying(scene, outer) if outer else _according_to(scene, token)


def _chain(reading: Reading, token: Token) -> list[Token]:
    """The token and those above it, up to a remark of the report's own: “…, an attack that led to …”."""
    chain, in_clause = [token], False
    for above in reading.ancestors(token.i):
        if in_clause and _is_set_apart(reading, chain[-1]):
            return []
        in_clause = in_clause or chain[-1].relation == "relcl"
        chain.append(above)
    return chain


def _is_set_apart(reading: Reading, noun: Token) -> bool:
    """“…, an attack that …”: what the report adds to somebody's words."""
    articles = [one for one in reading.below(noun.i, "det") if one.text.lower() in ("a", "an")]
    return bool(articles) and reading.tokens[articles[0].i - 1].text in (",", "–", "—")


def _sayings(reading: Reading, chain: list[Token]) -> Iterator[Token]:
    """The verbs of saying above a token whose content it is: “X said that …”, “…, X said”."""
    verbs = word_set("speech", "verbs")
    thought = word_set("speech", "believing") | word_set("speech", "wishing")
    for below, above in pairwise(chain):
        content = below.relation in ("ccomp", "parataxis") or (below.relation == "dobj" and above.lemma == "report")
        if above.pos == "VERB" and content and above.lemma in verbs | thought:
            yield above
    for token in chain:
        for one in reading.below(token.i, "parataxis"):
            if one.lemma in verbs | thought and not _is_bracketed(reading, one, token):
                yield one


def _is_bracketed(reading: Reading, tag: Token, token: Token) -> bool:
    """“(Hostages are alive, says the ministry)”: said of what stands in the same brackets alone."""
    first, last = sorted((tag.i, token.i))
    between = [one.text for one in reading.tokens[first:last]]
    return between.count("(") != between.count(")")


def _of_saying(scene: Scene, verb: Token) -> Voice:
    if not is_said(scene.reading, verb) or verb.lemma in word_set("speech", "wishing"):
        return Voice(None, "unsaid", verb.i)
    claimant = subject_of(scene, verb)
    claimant = _in_words(scene.reading, verb) if claimant is None else claimant
    if verb.lemma in word_set("speech", "denying"):
        return Voice(claimant, "denied", verb.i)
    if claimant is None:
        return Voice(None, "untold", verb.i)
    return Voice(claimant, "thought" if verb.lemma in word_set("speech", "believing") else "said", verb.i)


def _in_words(reading: Reading, verb: Token) -> str | None:
    """A subject that is neither a known actor nor among the usual speakers, as the report calls it."""
    subject = subject_token(reading, verb)
    return phrase_of(reading, subject) if subject and subject.pos == "NOUN" else None


def is_speech(reading: Reading, quotation: QuotationAt) -> bool:
    """True for a quotation that holds a clause; “a "massacre"” does not."""
    first, end = reading.quotations[quotation]
    return any(
        one.pos in ("VERB", "AUX") and reading.below(one.i, "nsubj", "nsubjpass", "expl")
        for one in reading.tokens[first:end]
    )


def _of_quotation(scene: Scene, quotation: QuotationAt) -> Voice:
    """The saying beside a quotation, or that of the one before where it goes on: “A,” N said. “B.” is N's."""
    reading = scene.reading
    for number in map(QuotationAt, range(quotation, max(-1, quotation - _CHAINED), -1)):
        verb = saying_beside(reading, number)
        if verb is not None:
            voice = _of_saying(scene, verb)
            return voice if voice.how == "said" else Voice(None, "untold", verb.i)
        if number == 0 or not _goes_on(reading, number):
            break
    return Voice(None, "untold")


def saying_beside(reading: Reading, quotation: QuotationAt) -> Token | None:
    """The verb of “…,” N said, of N said: “…” and of “…?” N asked, outside of the quotation and next to it."""
    first, end = reading.quotations[quotation]
    after = list(_unquoted(reading, range(end, min(end + 30, _last_of_tag(reading, end)))))
    before = list(_unquoted(reading, range(first - 1, reading.sentences[reading.tokens[first].sentence][0] - 1, -1)))
    if not before and first:
        before = list(_unquoted(reading, _sentence_before(reading, first))) if _ends_with_colon(reading, first) else []
    sides = (before, after) if _leads_in(reading, before) else (after, before)
    return next((one for side in sides for one in side if _introduces(reading, one)), None)


def _leads_in(reading: Reading, before: list[Token]) -> bool:
    """“N said:” and “N said” right before a quotation."""
    marks = [one.text for one in before[:2]]
    word = next((one for one in before if one.pos not in ("PUNCT", "SYM")), None)
    return ":" in marks or (word is not None and _introduces(reading, word))


def _last_of_tag(reading: Reading, end: TokenAt) -> TokenAt:
    """Where the sentence in which a quotation ends does, or the one after it, which begins small."""
    if end >= len(reading.tokens):
        return end
    here, following = reading.tokens[end - 1].sentence, reading.tokens[end]
    while following.sentence == here and following.i + 1 < len(reading.tokens) and not following.text[0].isalnum():
        following = reading.tokens[following.i + 1]
    goes_on = following.sentence == here or following.text[0].islower()
    return reading.sentences[following.sentence][1] if goes_on else end


def _sentence_before(reading: Reading, first: TokenAt) -> range:
    begin, end = reading.sentences[max(reading.tokens[first].sentence - 1, 0)]
    return range(min(end, first) - 1, begin - 1, -1)


def _ends_with_colon(reading: Reading, first: TokenAt) -> bool:
    before = [one.text for one in reading.tokens[max(0, first - 2) : first]]
    return ":" in before


def _unquoted(reading: Reading, numbers: range) -> Iterator[Token]:
    """Tokens up to the next quotation."""
    for i in numbers:
        if i in reading.quotation_at:
            return
        yield reading.tokens[i]


def _introduces(reading: Reading, token: Token) -> bool:
    return token.pos == "VERB" and token.lemma in word_set("speech", "verbs") and bool(subject_token(reading, token))


def _goes_on(reading: Reading, quotation: QuotationAt) -> bool:
    """True where nothing but the words that introduced the one before stands between two quotations."""
    (_, left), (right, _) = reading.quotations[quotation - 1], reading.quotations[quotation]
    return reading.tokens[right].sentence - reading.tokens[max(left - 1, 0)].sentence <= 1


def _after_according(reading: Reading, token: Token) -> list[Token]:
    return [author_of(reading, noun) for noun in reading.below(TokenAt(token.i + 1), "pobj")]


def may_be_author(reading: Reading, token: Token) -> bool:
    """After “according to”: people, a body or something written; not “the plan”, “tradition”."""
    written = word_set("speech", "papers") | word_set("speech", "documents")
    return any(may_speak(one) or one.lemma.lower() in written for one in _after_according(reading, token))


def voice_after(scene: Scene, token: Token) -> Claimant:
    """Who stands after “according to”."""
    for noun in scene.reading.below(TokenAt(token.i + 1), "pobj"):
        return naming(scene, author_of(scene.reading, noun), anybody=True)
    return None


def _according_to(scene: Scene, token: Token) -> Voice:
    first, end = scene.reading.sentences[token.sentence]
    if ACCORDING.isdisjoint(scene.reading.words_of(token.sentence)):
        return _OWN
    for one in scene.reading.tokens[first:end]:
        if is_according(scene.reading, one) and one.i not in scene.reading.quotation_at:
            if not may_be_author(scene.reading, one):
                by_norm = any(map(is_norm, _after_according(scene.reading, one)))
                return Voice(None, "unsaid" if by_norm else "untold", one.i)
            claimant = voice_after(scene, one)
            return Voice(claimant, "untold" if claimant is None else "said", one.i)
    return _OWN


def claimant_at(scene: Scene, token: Token) -> Claimant:
    """The subject of the verb that the token is or hangs on, or whoever says so."""
    says = word_set("speech", "verbs")
    for verb in (token, *scene.reading.ancestors(token.i)):
        if verb.pos in ("VERB", "AUX"):
            above = scene.reading.tokens[verb.head]
            if verb is not token and verb.relation == "ccomp" and above.lemma in says:
                # “N said that Y had no part in it, rejecting the accusation”.
                return subject_of(scene, above)
            subject = subject_of(scene, verb)
            if subject is not None:
                return subject
            if verb.relation not in ("acl", "advcl"):
                break
    return speaker_of(scene, token.i)
