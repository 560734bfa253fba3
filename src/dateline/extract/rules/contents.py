"""What is said: the clause of a verb of saying, the quoted words beside it, or its object."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.extract.rules.language import QuotationAt, Reading, Token, TokenAt
from dateline.extract.rules.norms import is_according
from dateline.extract.rules.sayings import asks, is_clause
from dateline.extract.rules.voices import saying_beside
from dateline.text.lexicon import word_set
from dateline.text.span import Span

_APART = frozenset({";", ":", "(", ")"})
_ADDED = frozenset({"because", "although", "though", "since", "while", "if", "unless", "but", "and", "or", "so"})
_AGAINST = frozenset({"while", "whereas", "though", "although", "but"})


@dataclass(frozen=True)
class Content:
    """The words in which a thing is said. whole: they state something by themselves."""

    pieces: tuple[Span, ...]
    whole: bool

    def holds(self, start: int) -> bool:
        """True for a place within the words."""
        return any(piece.start <= start < piece.end for piece in self.pieces)


def content_of(reading: Reading, token: Token) -> Content | None:
    """What a verb of saying, thinking or judging, or "according to", has for its content."""
    if is_according(reading, token) and token.i not in reading.quotation_at:
        return _rest_of_sentence(reading, token)
    if token.pos != "VERB":
        return None
    if token.lemma in word_set("speech", "verbs"):
        return _clause(reading, token) or _beside(reading, token) or _quoted(reading, token) or _object(reading, token)
    if token.lemma in word_set("speech", "thinking"):
        return _clause(reading, token) or _beside(reading, token)
    if token.lemma in word_set("speech", "judging"):
        return _clause(reading, token) or _object(reading, token)
    return None


def _clause(reading: Reading, verb: Token) -> Content | None:
    """“Said that …”, and “…” before the verb."""
    for clause in reading.below(verb.i, "ccomp")[:1]:
        if clause.i < verb.i:
            return _fronted(reading, verb, clause)
        return _following(reading, verb, clause)
    return None


def _following(reading: Reading, verb: Token, clause: Token) -> Content | None:
    quotation = reading.quotation_at.get(clause.i)
    if quotation is not None and quotation != reading.quotation_at.get(verb.i):
        subjects = reading.below(clause.i, "nsubj", "nsubjpass", "csubj", "expl")
        if not subjects or reading.quotation_at.get(subjects[0].i) == quotation:
            return _of_quotation(reading, verb, quotation)
        return Content(_pieces(reading, clause), not asks(reading, clause) and not _is_question(reading, clause))
    if is_clause(reading, clause):
        whole = not asks(reading, clause) and reading.tokens[reading.subtree(clause.i)[0]].lemma not in _ADDED
        return Content(_pieces(reading, clause), whole)
    return _with_lost_subject(reading, verb, clause)


def _with_lost_subject(reading: Reading, verb: Token, clause: Token) -> Content | None:
    """The parser may hang the subject of “said the death of N, who …, was a disgrace” on the verb."""
    finite = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in (clause, *reading.below(clause.i, "aux", "auxpass")))
    lost = [one for one in reading.below(verb.i, "dobj", "nsubj", "dative") if verb.i < one.i < clause.i]
    if not finite or not lost or reading.below(clause.i, "nsubj", "nsubjpass", "csubj", "expl"):
        return None
    return Content((reading.span(reading.subtree(lost[0].i)[0], _last_beside(reading, clause)),), whole=True)


def _last_beside(reading: Reading, clause: Token) -> TokenAt:
    """The end of the unbroken run of a clause's words."""
    known, last = set(reading.subtree(clause.i)), clause.i
    while last + 1 in known:
        last = TokenAt(last + 1)
    return last


def _pieces(reading: Reading, clause: Token) -> tuple[Span, ...]:
    """The unbroken run of words around a clause's verb; the one with its subject too: “The army, he said, fled”."""
    others = _words_of_others(reading, clause)
    runs = _runs([i for i in reading.subtree(clause.i) if i not in others])
    main = next(run for run in runs if run[0] <= clause.i <= run[1])
    subjects = reading.below(clause.i, "nsubj", "nsubjpass", "csubj", "expl")
    first = next((run for run in runs if subjects and run[0] <= subjects[0].i <= run[1]), main)
    kept = [main] if first == main else sorted((first, main))
    return tuple(reading.span(*run) for run in kept)


def _words_of_others(reading: Reading, clause: Token) -> set[TokenAt]:
    """“It is for peace, while its rivals charge that …”, “…, though others disagreed”: the report's own addition."""
    says = word_set("speech", "verbs") | word_set("speech", "judging") | {"charge", "disagree", "dispute"}
    found: set[TokenAt] = set()
    for one in reading.below(clause.i, "advcl", "conj"):
        marks = {word.lemma for word in (*reading.below(one.i, "mark"), *reading.below(clause.i, "cc"))}
        subjects = [
            who for who in reading.below(one.i, "nsubj") if who.pos in ("NOUN", "PROPN") or who.lemma == "other"
        ]
        if one.i > clause.i and one.lemma in says and subjects and marks & _AGAINST:
            found |= set(reading.subtree(one.i))
    return found


def _runs(numbers: list[TokenAt]) -> list[tuple[TokenAt, TokenAt]]:
    runs: list[tuple[TokenAt, TokenAt]] = []
    for i in numbers:
        if runs and runs[-1][1] == i - 1:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def _fronted(reading: Reading, verb: Token, clause: Token) -> Content | None:
    """“…, N said”: the words in quotation marks where there are any, else the clause; never across a semicolon."""
    if verb.i in reading.quotation_at:
        return Content(_pieces(reading, clause), whole=False)
    quotation = reading.quotation_at.get(clause.i)
    if quotation is not None:
        return _of_quotation(reading, verb, quotation)
    after = range(_last_beside(reading, clause) + 1, verb.i)
    joined = any(reading.tokens[i].text in _APART or reading.tokens[i].relation == "cc" for i in after)
    bracketed = any(reading.tokens[i].text in ("(", ")") for i in range(clause.i, verb.i))
    if joined or bracketed or not is_clause(reading, clause):
        return None
    return Content(_pieces(reading, clause), not asks(reading, clause) and not _is_question(reading, clause))


def _is_question(reading: Reading, clause: Token) -> bool:
    following = reading.tokens[_last_beside(reading, clause) :][:2]
    return any(one.text == "?" for one in following)


def _beside(reading: Reading, verb: Token) -> Content | None:
    """“Rebels, N said, fled”: the words of the clause amid or beside which the saying stands, in the same brackets."""
    head = reading.tokens[verb.head]
    if verb.relation != "parataxis" or (verb.i in reading.quotation_at and head.i not in reading.quotation_at):
        return None
    quotation = reading.quotation_at.get(head.i)
    if quotation is not None and quotation != reading.quotation_at.get(verb.i):
        return _of_quotation(reading, verb, quotation)
    inner = set(reading.subtree(verb.i))
    first, end = reading.sentences[verb.sentence]
    side = range(first, min(inner)) if head.i < verb.i else range(max(inner) + 1, end)
    opened = [i for i in side if reading.tokens[i].text in ("(", ")")]
    if opened:
        side = range(opened[-1] + 1, side.stop) if head.i < verb.i else range(side.start, opened[0])
    if len(side) <= 1 or head.i not in side:
        return None
    words_ = reading.span(TokenAt(side[0]), TokenAt(side[-1]))
    return Content((words_,), is_clause(reading, head) and not asks(reading, head))


def _quoted(reading: Reading, verb: Token) -> Content | None:
    """The first whole statement among the quotations that the verb introduces, else the first of its sentence."""
    if verb.i in reading.quotation_at:
        return None
    first, end = reading.sentences[verb.sentence]
    numbers = _quotations(reading, reading.tokens[first:end])
    if not numbers and first:
        numbers = _quotations(reading, reading.tokens[max(0, first - 2) : first])[:1]
    contents = [_of_quotation(reading, verb, number) for number in numbers]
    return next((one for one in contents if one.whole), contents[0] if contents else None)


def _quotations(reading: Reading, tokens: Iterable[Token]) -> list[QuotationAt]:
    """Those in which the tokens stand, in order."""
    return sorted({reading.quotation_at[one.i] for one in tokens if one.i in reading.quotation_at})


def _of_quotation(reading: Reading, verb: Token, quotation: QuotationAt) -> Content:
    """Its words as far as they stand in the sentence of the verb or, of one that ends before it, in the last one."""
    first, end = reading.quotations[quotation]
    begin, stop = reading.sentences[verb.sentence]
    left, right = max(first, begin), min(end, stop)
    if left >= right:
        left = max(first, reading.sentences[reading.tokens[end - 1].sentence][0])
        right = end
    last = reading.tokens[right - 1]
    whole = (
        _states(reading, left, right)
        and saying_beside(reading, quotation) == verb
        and reading.tokens[left].lemma not in _ADDED
        and last.text != "?"
    )
    return Content((reading.span(left, last.i),), whole)


def _states(reading: Reading, left: TokenAt, right: TokenAt) -> bool:
    """True where a clause of its own stands there: not of “our wall which is high”."""
    below = ("relcl", "acl", "advcl", "csubj")
    heads = (one for one in reading.tokens[left:right] if one.pos in ("VERB", "AUX") and one.relation not in below)
    return any(
        (is_clause(reading, one) and left <= reading.subtree(one.i)[0]) or _commands(reading, one) for one in heads
    )


def _commands(reading: Reading, verb: Token) -> bool:
    """“Leave us in peace”, “do not wait”: without a subject, and no infinitive or participle."""
    return (
        verb.tag == "VB"
        and not any(one.tag in ("TO", "MD") for one in reading.below(verb.i))
        and (not reading.below(verb.i, "nsubj", "nsubjpass"))
    )


def _object(reading: Reading, verb: Token) -> Content | None:
    """All that follows the verb within its own clause."""
    objects = reading.below(verb.i, "dobj", "xcomp", "prep", "oprd", "dative")
    after = [one for one in objects if one.i > verb.i]
    if not after:
        return None
    last = max(reading.subtree(after[-1].i))
    first = after[0].i if after[0].relation == "prep" else min(reading.subtree(after[0].i))
    return Content((reading.span(first, last),), whole=False)


def _rest_of_sentence(reading: Reading, token: Token) -> Content | None:
    """The longer part of the sentence beside “according to X”."""
    inner = set(reading.subtree(token.i))
    first, end = reading.sentences[token.sentence]
    before, after = range(first, token.i), range(max(inner) + 1, end)
    side = before if len(before) > len(after) else after
    if len(side) <= 1:
        return None
    stated = any(is_clause(reading, reading.tokens[i]) for i in side if reading.tokens[i].pos in ("VERB", "AUX"))
    return Content((reading.span(TokenAt(side[0]), TokenAt(side[-1])),), stated)
