"""Whether something was said at all: “would not say”, “is expected to announce”, “if he argues”, “without naming”."""

from collections.abc import Iterator

from dateline.extract.rules.language import Reading, Token
from dateline.text.lexicon import word_set

_IF = frozenset({"if", "unless", "whether", "lest"})
_NEVER = frozenset({"never", "hardly", "nor", "yet"})
_ENDS = frozenset({".", "?", "!", ";"})


def is_said(reading: Reading, verb: Token) -> bool:
    """False for a saying that is denied, possible, planned, supposed or asked for."""
    return not any(_is_unsaid(reading, one) for one in _joined(reading, verb)) and not is_asked(reading, verb)


def _joined(reading: Reading, verb: Token) -> Iterator[Token]:
    """The verb and those to which "and" joins it and whose subject and auxiliaries are its own."""
    yield verb
    while verb.relation == "conj" and not reading.below(verb.i, "nsubj", "nsubjpass", "aux"):
        verb = reading.tokens[verb.head]
        if verb.pos not in ("VERB", "AUX"):
            return
        yield verb


def _is_unsaid(reading: Reading, verb: Token) -> bool:
    below = reading.below(verb.i)
    if any(one.relation == "neg" or (one.relation == "advmod" and one.lemma in _NEVER) for one in below):
        return True
    if any(one.tag == "MD" for one in below) or any(one.relation == "mark" and one.lemma in _IF for one in below):
        return True
    if verb.relation == "ccomp" and reading.tokens[verb.head].lemma in word_set("speech", "denying"):
        return True  # “denied he was implying that …”
    if verb.tag == "VB" and any(one.tag == "TO" for one in below):
        return not _was_done(reading, verb)
    return verb.tag == "VBG" and _is_avoided(reading, verb)


def _was_done(reading: Reading, infinitive: Token) -> bool:
    """“Went on to say”, “was the first to say”, “had to admit”: unlike “expects to say”, it was said."""
    head = reading.tokens[infinitive.head]
    if head.lemma == "have":
        return head.tag == "VBD" and not any(one.lemma == "yet" for one in reading.below(head.i, "advmod"))
    if head is infinitive or head.lemma not in word_set("speech", "went-on"):
        return False
    return head.pos not in ("VERB", "AUX") or not any(_is_unsaid(reading, one) for one in _joined(reading, head))


def _is_avoided(reading: Reading, gerund: Token) -> bool:
    """“Without saying”, “stopped short of saying”, “avoided saying”."""
    head = reading.tokens[gerund.head]
    if gerund.relation == "pcomp":
        return head.lemma in word_set("speech", "unsaid-after")
    return gerund.relation == "xcomp" and head.lemma in word_set("speech", "avoiding")


def is_asked(reading: Reading, token: Token) -> bool:
    """True where the words around a token, inside or outside of quotation marks as it is, end with a question mark."""
    if "?" not in reading.written_in(token.sentence):
        return False
    _, end = reading.sentences[token.sentence]
    where = reading.quotation_at.get(token.i)
    last = next(
        (
            one
            for one in reading.tokens[token.i : end]
            if one.text in _ENDS and reading.quotation_at.get(one.i) == where
        ),
        None,
    )
    return last is not None and last.text == "?"


def is_clause(reading: Reading, head: Token) -> bool:
    """True for a clause with a subject and a finite verb: “he fled”; not “itself surrounded”, “his name” or “to go”."""
    subjects = reading.below(head.i, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
    if not subjects or subjects[0].text.lower().endswith(("self", "selves")):
        return False
    if any(one.lemma == "that" for one in reading.below(head.i, "mark")):
        return True
    verbs = (head, *reading.below(head.i, "aux", "auxpass"))
    return any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in verbs)


def asks(reading: Reading, head: Token) -> bool:
    """“Whether he fled”, “who did it”: a clause that asks and states nothing."""
    first = reading.subtree(head.i)[0]
    asking = any(one.relation == "mark" and one.lemma in _IF for one in reading.below(head.i))
    return asking or reading.tokens[first].tag in ("WRB", "WP", "WDT", "WP$")
