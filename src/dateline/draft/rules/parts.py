"""Who did it and to whom, from the grammar around a trigger: “by X”, the subject of the deed, its object."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.draft.lexicon import word_set
from dateline.draft.rules.casualties import is_deadly
from dateline.draft.rules.language import Reading, Token
from dateline.draft.rules.triggers import Trigger
from dateline.vocabulary import load_vocabulary

_BY_LAW = {"arrest", "court-case", "execution"}
_TAKEN = {"abduction", "hostage-taking", "assassination", "execution", "torture", "sexual-violence"}
_BOTH_SIDES = {"armed-clash"}


@dataclass(frozen=True)
class Part:
    """An actor's part and the token that shows it. role: as in roles."""

    actor: int
    role: str
    at: int


def parts_of(reading: Reading, trigger: Trigger, actor_at: Mapping[int, int], persons: frozenset[int]) -> list[Part]:
    """Doers first, then those to whom it was done; nobody twice."""
    entry = load_vocabulary()["incident-types"].get(trigger.type)
    found: dict[int, Part] = {}
    if trigger.type and not (entry and entry["has_perpetrator"]):
        return []
    doer = "responder" if trigger.type in _BY_LAW else "alleged-perpetrator"
    for token in doers(reading, trigger):
        for one, actor in _actors(reading, token, actor_at):
            found.setdefault(actor, Part(actor, doer, one))
    head = reading.tokens[trigger.head]
    harmed = trigger.type in _TAKEN or is_deadly(reading, head) or head.lemma in word_set("casualties", "injure")
    for token in sufferers(reading, trigger):
        for one, actor in _actors(reading, token, actor_at):
            role = "victim" if actor in persons and harmed else "target"
            if trigger.type in _BOTH_SIDES:
                role = "alleged-perpetrator"
            found.setdefault(actor, Part(actor, role, one))
    return list(found.values())


def doers(reading: Reading, trigger: Trigger) -> Iterator[Token]:
    """The tokens that name who did it, known actors or not."""
    head = reading.tokens[trigger.head]
    if trigger.verb:
        yield from _doers_of_verb(reading, head)
        return
    yield from _after(reading, head, "by")
    yield from reading.below(head.i, "poss", "amod", "compound", "nmod")
    verb = reading.tokens[head.head]
    if verb.lemma in word_set("attribution", "carry-out") and head.relation in ("dobj", "nsubjpass"):
        yield from _doers_of_verb(reading, verb)
    for clause in reading.below(head.i, "acl", "relcl"):
        if clause.lemma in word_set("attribution", "carry-out"):
            yield from _after(reading, clause, "by")


def _doers_of_verb(reading: Reading, verb: Token) -> Iterator[Token]:
    yield from _after(reading, verb, "by")
    if reading.below(verb.i, "nsubjpass", "auxpass"):
        return
    subjects = reading.below(verb.i, "nsubj")
    if not subjects and verb.relation == "conj":
        subjects = reading.below(verb.head, "nsubj")
    if not subjects and verb.relation == "relcl":
        subjects = [reading.tokens[verb.head]]
    for subject in subjects:
        yield reading.tokens[verb.head] if _is_relative(subject) and verb.relation == "relcl" else subject


def _is_relative(token: Token) -> bool:
    return token.tag in ("WP", "WDT")


def _after(reading: Reading, head: Token, word: str) -> Iterator[Token]:
    for by in reading.below(head.i, "agent", "prep"):
        if by.lemma == word:
            yield from reading.below(by.i, "pobj")


def sufferers(reading: Reading, trigger: Trigger) -> Iterator[Token]:
    """The tokens that name to whom it was done."""
    head = reading.tokens[trigger.head]
    if trigger.verb:
        for token in reading.below(head.i, "dobj", "nsubjpass"):
            yield reading.tokens[head.head] if _is_relative(token) and head.relation == "relcl" else token
        if trigger.type in _BOTH_SIDES:
            yield from _after(reading, head, "with")
        return
    for word in ("on", "against", "of", "with") if trigger.type != "armed-clash" else ("with", "between", "against"):
        yield from _after(reading, head, word)


def _actors(reading: Reading, token: Token, actor_at: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """(token, actor) of the noun, of those joined to it by "and", of its appositions; “members of X” are X."""
    rest = [token]
    while rest:
        one = rest.pop(0)
        if one.i in actor_at:
            yield one.i, actor_at[one.i]
        elif one.lemma in (
            "member",
            "group",
            "faction",
            "unit",
            "fighter",
            "guerrilla",
            "rebel",
            "militant",
            "troop",
            "soldier",
            "force",
            "commando",
            "element",
        ):
            rest += reading.below(one.i, "compound", "amod")
            for of in reading.below(one.i, "prep"):
                rest += reading.below(of.i, "pobj") if of.lemma in ("of", "from") else []
        rest += reading.below(one.i, "conj", "appos")
