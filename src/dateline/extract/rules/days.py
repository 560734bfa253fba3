"""The day of a deed: the one that its own clause tells, or a clause that tells of the same time."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.extract.rules.apart import shifted
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.paths import (
    Path,
    is_meanwhile,
    is_of_the_dying,
    is_told_beside,
    path_between,
    reach_of,
    verb_over,
)
from dateline.extract.rules.triggers import deed_words
from dateline.facts.extraction import Evidence, FoundDate
from dateline.model import Edtf
from dateline.text.lexicon import word_set

_OF_A_NOUN = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_OTHER_CLAUSE = 12  # tokens
_DEEP = 30  # steps up a sentence's tree


def past_dates(dates: Sequence[FoundDate], report: date | None) -> tuple[FoundDate, ...]:
    """Without those that begin after the report's own day: nothing that happened did so then."""
    known = [(found, Edtf.parse(found.value)) for found in dates]
    return tuple(
        found
        for found, value in known
        if not (report and value and value.first and value.first > report + timedelta(days=1))
    )


def day_of(
    reading: Reading, head: TokenAt, dates: Sequence[FoundDate], *, main: bool = False
) -> tuple[str, Evidence] | None:
    """The EDTF date that says when, the nearest first; what is told “since X last month” did not happen last month.

    “On Monday, two days after X”: X was two days before Monday. main: in no clause below.
    """
    told = []
    for found, token in _in_sentence(reading, head, dates):
        value = shifted(reading, head, found)
        rule = "counted from another day" if value != found.value else _tie(reading, head, token)
        if rule and not (main and path_between(reading, head, token.i).other):
            told.append((_distance(reading, head, token), value, rule))
    if not told:
        return None
    _, value, rule = min(told)
    return value, Evidence("date", reading.sentence_span(reading.tokens[head].sentence), f"days: {rule}")


def day_said(reading: Reading, head: TokenAt, dates: Sequence[FoundDate]) -> tuple[str, Evidence] | None:
    """The day on which somebody is said to say it: “police said on Monday that a bomb had exploded”."""
    for found, token in _in_sentence(reading, head, dates):
        verb = verb_over(reading, token.i)
        if len(found.value) == len("2024-01-04") and _is_told_by(reading, head, verb):
            span = reading.sentence_span(token.sentence)
            return f"{found.value}~", Evidence("date", span, "days: day on which it was said, in a fresh report")
    return None


def _in_sentence(reading: Reading, head: TokenAt, dates: Sequence[FoundDate]) -> Iterator[tuple[FoundDate, Token]]:
    """Each date of the token's sentence with the token on which its others hang."""
    near = reach_of(reading, head)
    for found in dates:
        if near.holds(found.span):
            tokens = reading.within(found.span)
            inside = {token.i for token in tokens}
            yield from ((found, token) for token in [one for one in tokens if one.head not in inside][:1])


def _is_told_by(reading: Reading, head: TokenAt, verb: Token) -> bool:
    path = path_between(reading, head, verb.i)
    return verb.lemma in word_set("speech", "verbs") and (path.top == verb or path.other[:1] == (verb,))


def _tie(reading: Reading, head: TokenAt, at: Token) -> str:
    """What ties a date to a deed in its sentence, "" where nothing does."""
    path = path_between(reading, head, at.i)
    if path.apart or _since(reading, at.i) != _since(reading, head) or _is_of_another_noun(reading, head, at):
        return ""
    if path.top.i == head and not path.other:
        return "beside the deed"
    if _is_before_the_voice(reading, head, at):
        return "before the voice"
    if is_told_beside(reading, head, path.top) or not all(_goes_along(reading, clause) for clause in path.other):
        return ""
    if path.top.i == head:
        return "in a clause that belongs to the deed"
    holds = all(_stays(reading, clause) for clause in path.own) and (path.other or _is_of_deed(reading, head, at, path))
    return "in the clause that the deed belongs to" if holds else ""


def _is_before_the_voice(reading: Reading, head: TokenAt, at: Token) -> bool:
    """“A train hit a bus, on Monday, police said”: the day stands before those who say so, behind what they say."""
    verb = verb_over(reading, at.i)
    path = path_between(reading, head, at.i)
    if path.top != verb or verb.lemma not in word_set("speech", "verbs") or not head < at.i < verb.i:
        return False
    subjects = reading.below(verb.i, "nsubj")
    said = bool(path.own) and path.own[-1].relation == "ccomp" and all(_stays(reading, one) for one in path.own[:-1])
    return said and not path.other and any(at.i < one.i for one in subjects)


def _goes_along(reading: Reading, clause: Token) -> bool:
    """A clause below whose day is that of the deed: “when it exploded on Monday”, “which happened on Monday”."""
    if clause.lemma in word_set("speech", "verbs") and clause.relation != "conj":
        return False
    if clause.relation == "conj":
        return clause.lemma not in _other_time() | word_set("joining", "leads")
    if clause.relation == "advcl":
        return is_meanwhile(reading, clause)
    deed = clause.lemma in word_set("joining", "happens") | {"age"} or clause.lemma in deed_words()
    return clause.relation in ("acl", "relcl", "pcomp") and deed


def _stays(reading: Reading, clause: Token) -> bool:
    """A clause that tells of the time of the one above: “exploded on Monday, killing five”, “and killed five”."""
    if clause.relation == "advcl":
        return is_meanwhile(reading, clause)
    if is_of_the_dying(reading, clause):
        return True
    return clause.relation == "conj" and reading.tokens[clause.head].lemma not in word_set("speech", "verbs")


def _is_of_deed(reading: Reading, head: TokenAt, at: Token, path: Path) -> bool:
    """False for the day of a saying, an arrest, a trial: “denied on Tuesday that …”, “mourned on Monday those …”."""
    verb = verb_over(reading, at.i)
    joined = path.own and all(clause.relation == "conj" for clause in path.own)
    if verb.i == head or joined:
        return True
    noun = reading.tokens[head]
    if noun.relation == "nsubj" and noun.head == verb.i and verb.lemma not in word_set("speech", "verbs"):
        return verb.lemma not in word_set("joining", "leads")  # “the raid prompted a curfew on Monday”
    if verb.lemma in _other_time():
        return False
    if noun.pos == "VERB" or path.own or verb.lemma in word_set("joining", "happens"):
        return True
    known = any(one.lemma in ("the", "this", "that") for one in reading.below(head, "det"))
    return not known and not reading.below(head, "poss")


def _other_time() -> frozenset[str]:
    saying = word_set("speech", "verbs") | word_set("speech", "judging") | word_set("speech", "thinking")
    blame = word_set("attribution", "blame") | word_set("attribution", "deny") | word_set("attribution", "reject")
    return (saying | blame | word_set("joining", "afterwards")) - word_set("joining", "happens")


def _is_of_another_noun(reading: Reading, head: TokenAt, at: Token) -> bool:
    """“Ahead of Sunday's vote”; not “Sunday's attack”, “Sunday night”."""
    if at.relation not in _OF_A_NOUN or at.head == head:
        return False
    noun = reading.tokens[at.head]
    return noun.pos in ("NOUN", "PROPN") and noun.lemma not in word_set("joining", "daytimes") | deed_words()


def _since(reading: Reading, i: TokenAt) -> TokenAt | None:
    """The word “since” below which, or in whose clause, a token stands."""
    for token in (reading.tokens[i], *reading.ancestors(i, _DEEP)):
        if token.lemma == "since" and token.pos in ("ADP", "SCONJ"):
            return token.i
        marks = [one.i for one in reading.below(token.i, "mark") if one.lemma == "since"]
        if marks:
            return marks[0]
    return None


def _distance(reading: Reading, head: TokenAt, token: Token) -> int:
    path = path_between(reading, head, token.i)
    return abs(head - token.i) + (_OTHER_CLAUSE if path.own or path.other else 0)
