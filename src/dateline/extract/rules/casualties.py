"""Who died or was hurt, and how many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.rules.amounts import is_people, lives, sum_of
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.totals import is_of_more, is_total
from dateline.model import Count
from dateline.text.lexicon import pattern, word_set
from dateline.text.span import Span

_TOLD = {"xcomp", "ccomp", "oprd"}  # “were reported killed”, “are feared to have been killed”
_ONE = Count(low=1, high=1)
_NEAR = 6  # tokens behind “rose” in which a number stands


@dataclass(frozen=True)
class Casualty:
    """People of one kind in one clause. heads: their nouns or names; verb: the token that says what befell them.

    origin   that token's base form
    further  they come on top of those told before; also: so says the verb, of whatever sentence
    """

    injured: bool
    verb: int
    heads: tuple[int, ...]
    count: Count | None
    span: Span
    origin: str = ""
    further: bool = False
    also: bool = False


def find_casualties(reading: Reading) -> tuple[Casualty, ...]:
    """Every mention of dead and hurt people, in text order; running totals left out."""
    found: list[Casualty] = []
    for token in reading.tokens:
        for injured, heads in _people(reading, token):
            if heads and not is_total(reading, token):
                span, origin = reading.sentence_span(token.sentence), f"casualties: {token.lemma}"
                also = any(one.lemma == "also" for one in reading.below(token.i, "advmod"))
                further = also or _are_further(reading, heads)
                counted = sum_of(reading, _one_of(reading, token, heads))
                if counted and counted != _ONE and not _are_known(reading, heads) and is_of_more(reading, token):
                    continue
                found.append(Casualty(injured, token.i, heads, counted, span, origin, further, also))
        for injured, heads in _some_of(reading, token):
            span, origin = reading.sentence_span(token.sentence), f"casualties: {token.lemma} include"
            found.append(Casualty(injured, token.i, heads, None, span, origin))
    return tuple(found)


def _one_of(reading: Reading, verb: Token, heads: tuple[int, ...]) -> tuple[int, ...]:
    """“An elder and member of the council has been killed”: one, as the verb says; others stand behind it."""
    said = [one for one in reading.below(verb.i, "aux", "auxpass") if one.tag in ("VBZ", "VBD")]
    if not any(one.text.lower() in ("was", "has", "is") for one in said):
        return heads
    before = [i for i in heads if i < verb.i]
    alone = all(reading.tokens[i].tag in ("NN", "NNP") and not reading.below(i, "nummod") for i in before)
    return (*before[:1], *(i for i in heads if i > verb.i)) if alone else heads


def _some_of(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """“The wounded include a child and a woman”, “among the dead were two nuns”: who some were, not how many."""
    injured = token.text.lower() in word_set("casualties", "hurt")
    if not injured and token.text.lower() not in word_set("casualties", "the-dead"):
        return
    above = reading.tokens[token.head]
    if token.relation == "nsubj" and above.lemma in ("include", "be"):
        heads = reading.below(above.i, "dobj", "attr")
    elif token.relation == "pobj" and above.lemma == "among" and reading.tokens[above.head].lemma == "be":
        heads = [one for one in reading.below(above.head, "nsubj", "attr") if one.i > token.i]
    else:
        return
    grouped = _grouped(reading, [one.i for one in heads], living=True)
    if grouped:
        yield injured, grouped


def _are_further(reading: Reading, heads: tuple[int, ...]) -> bool:
    """“Three further people”, “an additional 12 civilians”."""
    words_ = {one.lemma for one in (reading.tokens[heads[0]], *reading.below(heads[0]))}
    return bool(words_ & word_set("casualties", "further"))


def _are_known(reading: Reading, heads: tuple[int, ...]) -> bool:
    """“Her two children”, “the three brothers”: certain people, and no sum."""
    said = reading.below(heads[0], "det", "poss")
    return any(one.relation == "poss" or one.lemma in ("the", "these", "those") for one in said)


def with_further(first: Count, told: Sequence[Casualty]) -> Count:
    """The first number with those of other sentences that are said to come on top of it."""
    sentences = {told[0].span}
    for other in told[1:]:
        if other.count and other.further and not told[0].further and (other.also or other.span not in sentences):
            sentences.add(other.span)
            first = _plus(first, other.count)
    return first


def _plus(one: Count, two: Count) -> Count:
    if one.best is not None or two.best is not None:
        return Count(best=(one.best or one.low or one.high or 0) + (two.best or two.low or two.high or 0))
    high = one.high + two.high if one.high is not None and two.high is not None else None
    return Count(low=(one.low or 0) + (two.low or 0), high=high)


def _people(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[int, ...]]]:
    if token.pos == "VERB":
        yield from _of_verb(reading, token)
    elif token.lemma in word_set("casualties", "tolls"):
        number = _of_toll(reading, token)
        behind = reading.tokens[number[0] + 1 : number[0] + 3] if number else ()
        yield any(one.text.lower() in word_set("casualties", "hurt") for one in behind), number
    elif _is_counted(reading, token):
        yield token.lemma in word_set("casualties", "injuries"), (token.i,)
    elif token.lemma in word_set("casualties", "injuries") and token.pos == "NOUN":
        yield True, _grouped(reading, _of_noun(reading, token))
    elif token.lemma in word_set("casualties", "bodies") and token.pos == "NOUN" and token.relation != "compound":
        yield False, _of_bodies(reading, token)
    elif token.lemma in word_set("incident-words", "fatal") and token.pos == "NOUN":
        yield False, _grouped(reading, _of_noun(reading, token), living=True)
    elif token.lemma == "life" and _claims(reading, token):
        yield (
            False,
            _grouped(reading, [one.i for of in reading.below(token.i, "prep") for one in reading.below(of.i, "pobj")]),
        )
    elif token.text.lower() in word_set("casualties", "dead") | word_set("casualties", "hurt") and token.pos in (
        "ADJ",
        "NOUN",
    ):
        yield from _of_adjective(reading, token)


def _of_toll(reading: Reading, toll: Token) -> tuple[int, ...]:
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


def _of_bodies(reading: Reading, token: Token) -> tuple[int, ...]:
    """“Eight bodies”, “the bodies of 20 men”, each of them found."""
    verb = reading.tokens[token.head]
    if token.relation not in ("nsubjpass", "dobj") or verb.lemma not in word_set("casualties", "found"):
        return ()
    of = [one.i for of in reading.below(token.i, "prep") if of.lemma == "of" for one in reading.below(of.i, "pobj")]
    counted = [token.i] if reading.below(token.i, "nummod") else []
    return _grouped(reading, of) or tuple(counted)


def _of_noun(reading: Reading, token: Token) -> list[int]:
    """“The murder of six priests”, “the judge's assassination”."""
    after = [one.i for of in reading.below(token.i, "prep") if of.lemma == "of" for one in reading.below(of.i, "pobj")]
    return after + [one.i for one in reading.below(token.i, "poss")]


def _of_verb(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[int, ...]]]:
    for injured, key in ((False, "kill"), (True, "injure")):
        if token.lemma in word_set("casualties", key) or (
            not injured and token.lemma != "leave" and is_deadly(reading, token)
        ):
            objects = [one.i for one in reading.below(token.i, "dobj", "nsubjpass")]
            if not objects and token.tag in ("VBN", "VBD"):
                objects = _earlier_objects(reading, token)
            yield injured, _grouped(reading, objects + _besides(reading, token, objects), living=True)
    if token.lemma in word_set("casualties", "die"):
        subjects = _dying(reading, token)
        yield False, _grouped(reading, subjects + _besides(reading, token, subjects))
    if token.lemma == "lose" and any(one.lemma == "life" for one in reading.below(token.i, "dobj")):
        subjects = [one.i for one in reading.below(token.i, "nsubj") if one.tag not in ("WP", "WDT")]
        yield False, _grouped(reading, subjects or ([token.head] if token.relation == "relcl" else []))


def _besides(reading: Reading, verb: Token, others: list[int]) -> list[int]:
    """“Was killed, along with two of his guards”, “with his wife”; nobody where nobody else is told."""
    _, end = reading.sentences[verb.sentence]
    for token in reading.tokens[verb.i + 1 : end - 1] if others else ():
        with_ = token.lemma in ("along", "together") and reading.tokens[token.i + 1].lemma == "with"
        if with_ and any(above.i == verb.i for above in reading.ancestors(token.i + 1)):
            return [one.i for one in reading.below(token.i + 1, "pobj")]
        if token.lemma == "with" and token.head == verb.i:
            theirs = [one for one in reading.below(token.i, "pobj") if reading.below(one.i, "poss")]
            return [one.i for one in theirs if one.lemma in word_set("casualties", "people")]
    return []


def _dying(reading: Reading, verb: Token) -> list[int]:
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
        or "death" in to_death
    )


def _earlier_objects(reading: Reading, token: Token) -> list[int]:
    """“two people were killed and seven wounded”, “the man killed in the blast”."""
    head = reading.tokens[token.head]
    if token.relation in ("acl", "relcl") and token.tag == "VBN":
        return [head.i]
    if token.relation == "ccomp" and not reading.below(token.i, "aux", "auxpass"):
        return [one.i for one in reading.below(token.i, "nsubj")]  # “left two men wounded”
    if token.relation in _TOLD:
        return [one.i for one in reading.below(head.i, "nsubjpass")]
    if token.relation == "conj":
        own = [one.i for one in reading.below(token.i, "nsubj") if reading.below(head.i, "nsubjpass")]
        if own:
            return own
        before = [one for one in reading.tokens[head.i + 1 : token.i] if one.i in reading.number_at]
        joined = [one.i for one in reading.below(head.i, "nsubjpass", "dobj")]
        return [before[-1].i] if before else joined
    return [token.i - 1] if token.i - 1 in reading.number_at else []


def _of_adjective(reading: Reading, token: Token) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """“left nine dead and 12 wounded”."""
    injured = token.text.lower() in word_set("casualties", "hurt")
    before = reading.tokens[max(0, token.i - 2) : token.i]
    number = next((one.i for one in reversed(before) if one.i in reading.number_at), None)
    people = [one for one in before if one.lemma in word_set("casualties", "people")]
    if number is not None:
        yield injured, (people[-1].i if people else number,)


def _claims(reading: Reading, token: Token) -> bool:
    first, _ = reading.sentences[token.sentence]
    return bool(pattern("casualties", "claims-life").search(reading.text, reading.tokens[first].start, token.end + 4))


def _grouped(reading: Reading, heads: list[int], *, living: bool = False) -> tuple[int, ...]:
    """Each noun with those that "and" joins to it; only people. living: what is killed is alive, whatever its noun."""
    found: list[int] = []
    for head in heads:
        rest = [head]
        while rest:
            one = rest.pop(0)
            if one not in found and (
                is_people(reading, reading.tokens[one])
                or (living and one not in reading.number_at and lives(reading.tokens[one]))
            ):
                found.append(one)
            joined = reading.below(one, "appos") if _is_choice(reading, one) else reading.below(one, "conj", "appos")
            rest += [one.i for one in joined if not _speaks_next(reading, one.i) and not _has_own_word(reading, one.i)]
    return tuple(sorted(found))


def _is_choice(reading: Reading, i: int) -> bool:
    """“A village leader or elder” is one."""
    return any(one.lemma == "or" for one in reading.below(i, "cc"))


def _has_own_word(reading: Reading, i: int) -> bool:
    """“Left three people injured and two dead”."""
    told = word_set("casualties", "dead") | word_set("casualties", "hurt")
    return any(one.i > i and one.text.lower() in told for one in reading.below(i, "amod", "acl"))


def _speaks_next(reading: Reading, i: int) -> bool:
    """“Killing seven people, police and a doctor said”: they are no victims."""
    rest = reading.subtree(i)[-1] + 1
    return rest < len(reading.tokens) and reading.tokens[rest].lemma in word_set("speech", "verbs")
