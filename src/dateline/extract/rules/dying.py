"""Of whom a word says that they died or were hurt: “killed two men”, “the death of six”, “left nine dead”."""

from collections.abc import Iterator

from dateline.extract.rules.amounts import is_nobody, is_people, number_of
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.rows import grouped, of_one_verb, row_of
from dateline.text.lexicon import pattern, word_set

_TOLD = {"xcomp", "ccomp", "oprd"}  # “were reported killed”, “are feared to have been killed”
_NEAR = 6  # tokens behind “rose” in which a number stands


def people_harmed(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[TokenAt, ...]]]:
    """Whether they were hurt or died, and the nouns for those of whom the word says so."""
    if _is_either(reading, token):
        return
    if token.pos == "VERB" and not is_of_anybody(reading, token):
        yield from _of_verb(reading, token)
    elif token.lemma in word_set("casualties", "tolls"):
        number = _of_toll(reading, token)
        behind = reading.tokens[number[0] + 1 : number[0] + 3] if number else ()
        yield any(one.text.lower() in word_set("casualties", "hurt") for one in behind), number
    elif _is_counted(reading, token):
        yield token.lemma in word_set("casualties", "injuries"), (token.i,)
    elif token.lemma in word_set("casualties", "injuries") and token.pos == "NOUN":
        yield True, grouped(reading, _of_noun(reading, token))
    elif token.lemma in word_set("casualties", "bodies") and token.pos == "NOUN" and token.relation != "compound":
        yield False, _of_bodies(reading, token)
    elif token.lemma in word_set("incident-words", "fatal") and token.pos == "NOUN":
        yield False, grouped(reading, _of_noun(reading, token), living=True)
    elif _claims(reading, token):
        yield False, grouped(reading, _of_noun(reading, token))
    elif token.text.lower() in word_set("casualties", "dead") | word_set("casualties", "hurt") and token.pos in (
        "ADJ",
        "NOUN",
    ):
        yield from _of_adjective(reading, token)


def _is_either(reading: Reading, token: Token) -> bool:
    """“Killed or wounded 1,500”: how many of them died nobody tells; “nobody was killed or hurt” is told of both."""
    first = reading.tokens[token.head] if token.relation == "conj" else token
    joined = (first, *reading.below(first.i, "conj"))
    either = any(one.lemma == "or" for one in reading.below(first.i, "cc")) and sum(map(_harms, joined)) > 1
    return either and not any(is_nobody(reading, one) for one in reading.below(first.i, "nsubjpass", "nsubj", "dobj"))


def _harms(token: Token) -> bool:
    told = word_set("casualties", "kill") | word_set("casualties", "injure") | word_set("casualties", "die")
    return token.lemma in told or token.text.lower() in word_set("casualties", "dead") | word_set("casualties", "hurt")


def is_of_anybody(reading: Reading, verb: Token) -> bool:
    """“A reward to whoever kills him”: nobody did."""
    return any(one.lemma in ("whoever", "whomever", "whosoever") for one in reading.below(verb.i, "nsubj"))


def _of_toll(reading: Reading, toll: Token) -> tuple[TokenAt, ...]:
    """“The toll rose to 12”, “has reached at least 40”, “a toll of three”: the first number behind."""
    verb = reading.tokens[toll.head]
    rises = toll.relation in ("nsubj", "nsubjpass", "dobj") and verb.lemma in word_set("casualties", "rises")
    of = [one.i for one in reading.below(toll.i, "prep") if one.lemma == "of"]
    start = max(verb.i, toll.i) if rises else of[0] if of else None
    for token in reading.tokens[start + 1 : start + _NEAR] if start is not None else ():
        if token.i in reading.number_at and token.sentence == toll.sentence and is_people(reading, token):
            if reading.tokens[token.i - 1].lemma == "from":
                continue  # “rose from 10 to 15”
            counted = reading.tokens[token.head] if token.relation == "nummod" else token
            return (token.i,) if counted is token or is_people(reading, counted) else ()
    return ()


def _is_counted(reading: Reading, token: Token) -> bool:
    """“Nine deaths”; not “the death of nine people”, nor “the nine deaths”, which are known already."""
    counted = word_set("casualties", "deaths") | word_set("casualties", "injuries")
    if token.pos != "NOUN" or token.lemma not in counted or not reading.below(token.i, "nummod"):
        return False
    known = any(one.lemma in ("the", "these", "those") for one in reading.below(token.i, "det"))
    of_deed = any(reading.below(one.i, "pobj") for one in reading.below(token.i, "prep") if one.lemma in ("from", "of"))
    return not known or of_deed


def _of_bodies(reading: Reading, token: Token) -> tuple[TokenAt, ...]:
    """“Eight bodies”, “the bodies of 20 men”, each of them found."""
    verb = reading.tokens[token.head]
    if token.relation not in ("nsubjpass", "dobj") or verb.lemma not in word_set("casualties", "found"):
        return ()
    of = [one.i for of in reading.below(token.i, "prep") if of.lemma == "of" for one in reading.below(of.i, "pobj")]
    counted = [token.i] if reading.below(token.i, "nummod") else []
    return grouped(reading, of) or tuple(counted)


def _of_noun(reading: Reading, token: Token) -> list[TokenAt]:
    """“The murder of six priests”, “the judge's assassination”."""
    after = [one.i for of in reading.below(token.i, "prep") if of.lemma == "of" for one in reading.below(of.i, "pobj")]
    return after + [one.i for one in reading.below(token.i, "poss")]


def _of_verb(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[TokenAt, ...]]]:
    for injured, key in ((False, "kill"), (True, "injure")):
        if token.lemma in word_set("casualties", key) or (
            not injured and token.lemma != "leave" and is_deadly(reading, token)
        ):
            objects = of_one_verb(reading, token)
            if not objects and token.tag in ("VBN", "VBD"):
                objects = _more_behind(reading, token) or _earlier_objects(reading, token)
            yield injured, grouped(reading, objects + _besides(reading, token, objects), living=True)
    if token.lemma in word_set("casualties", "die"):
        subjects = _dying(reading, token)
        yield False, grouped(reading, subjects + _besides(reading, token, subjects))
    if token.lemma == "lose" and any(one.lemma == "life" for one in reading.below(token.i, "dobj")):
        subjects = [one.i for one in reading.below(token.i, "nsubj") if one.tag not in ("WP", "WDT")]
        yield False, grouped(reading, subjects or ([token.head] if token.relation == "relcl" else []))
    elif token.lemma in word_set("casualties", "cost-lives"):  # “the blast claimed 12 lives”
        counted = [one.i for one in reading.below(token.i, "dobj") if one.lemma == "life" and number_of(reading, one)]
        yield False, grouped(reading, counted, living=True)


def _besides(reading: Reading, verb: Token, others: list[TokenAt]) -> list[TokenAt]:
    """“Was killed, along with two of his guards”, “with his wife”; nobody where nobody else is told."""
    _, end = reading.sentences[verb.sentence]
    for token in reading.tokens[verb.i + 1 : end - 1] if others else ():
        following = reading.tokens[token.i + 1]
        with_ = token.lemma in ("along", "together") and following.lemma == "with"
        if with_ and any(above.i == verb.i for above in reading.ancestors(following.i)):
            return [one.i for one in reading.below(following.i, "pobj")]
        if token.lemma == "alongside" and token.head == verb.i:
            return [one.i for one in reading.below(token.i, "pobj")]
        if token.lemma == "with" and token.head == verb.i:
            theirs = [one for one in reading.below(token.i, "pobj") if reading.below(one.i, "poss")]
            return [one.i for one in theirs if one.lemma in word_set("casualties", "people")]
    return []


def _dying(reading: Reading, verb: Token) -> list[TokenAt]:
    """Its subject, or that of the verb to which “and” joins it: “was shot and died on the spot”."""
    own = reading.below(verb.i, "nsubj")
    if not own and verb.relation == "conj":
        own = reading.below(verb.head, "nsubj", "nsubjpass")
    return [one.i for one in own]


def is_deadly(reading: Reading, verb: Token) -> bool:
    """“Kill”, or “shot dead”, “found dead”, “stabbed to death”."""
    following = reading.tokens[verb.i + 1 : verb.i + 2]
    said = [*following, *reading.below(verb.i, "acomp", "oprd", "ccomp")]
    to_death = (one.lemma for to in reading.below(verb.i, "prep") if to.lemma == "to" for one in reading.below(to.i))
    return (
        verb.lemma in word_set("casualties", "kill")
        or any(one.text.lower() == "dead" for one in said)
        or any(one.lemma == "fatally" for one in reading.below(verb.i, "advmod"))
        or ("death" in to_death and verb.lemma not in word_set("casualties", "to-death-alive"))
    )


def _earlier_objects(reading: Reading, token: Token) -> list[TokenAt]:
    """“two people were killed and seven wounded”, “the man killed in the blast”."""
    head = reading.tokens[token.head]
    if token.relation in ("acl", "relcl") and token.tag == "VBN":
        return row_of(reading, head) if token.relation == "acl" else [head.i]
    if token.relation == "ccomp" and not reading.below(token.i, "aux", "auxpass"):
        return [one.i for one in reading.below(token.i, "nsubj")]  # “left two men wounded”
    if token.relation in _TOLD:
        return [one.i for one in reading.below(head.i, "nsubjpass")]
    if token.relation == "conj":
        own = [one.i for one in reading.below(token.i, "nsubj")] if token.tag == "VBN" else []
        if own:
            return own
        between = reading.tokens[head.i + 1 : token.i] if _harms(head) or is_deadly(reading, head) else ()
        before = [one for one in between if one.i in reading.number_at]
        joined = [one.i for one in reading.below(head.i, "nsubjpass", "dobj")]
        if head.relation == "acomp":  # “were knifed and shot to death”
            joined = [one.i for one in reading.below(head.head, "nsubj")]
        return [before[-1].i] if before else joined
    before_it = TokenAt(token.i - 1)
    return [before_it] if before_it in reading.number_at else []


def _more_behind(reading: Reading, token: Token) -> list[TokenAt]:
    """The number of “12 more”, which the parse does not always make the verb's object."""
    after = reading.tokens[token.i + 1 : token.i + 3]
    counted = len(after) > 1 and after[0].i in reading.number_at and after[1].lemma == "more"
    return [after[0].i] if counted else []


def _of_adjective(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[TokenAt, ...]]]:
    """“left nine dead and 12 wounded”."""
    injured = token.text.lower() in word_set("casualties", "hurt")
    before = reading.tokens[max(0, token.i - 2) : token.i]
    number = next((one.i for one in reversed(before) if one.i in reading.number_at), None)
    people = [one for one in before if one.lemma in word_set("casualties", "people")]
    if number is not None:
        yield injured, (people[-1].i if people else number,)


def _claims(reading: Reading, token: Token) -> bool:
    """“Claimed the lives of two guards”, “slit the throats of two guards”."""
    if token.lemma == "throat":
        return reading.tokens[token.head].lemma in ("slit", "cut")
    if token.lemma != "life":
        return False
    first, _ = reading.sentences[token.sentence]
    return bool(pattern("casualties", "claims-life").search(reading.text, reading.tokens[first].start, token.end + 4))
