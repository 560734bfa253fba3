"""Who did it and to whom, from the grammar around a trigger: “by X”, the subject of the deed, its object."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.extract.rules.bearers import actors_named
from dateline.extract.rules.dying import is_deadly
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.modality import Modality
from dateline.extract.rules.subjects import (
    after,
    doers_of_verb,
    is_passive,
    is_relative,
    is_speaker,
    is_told_of,
    lacks_object,
)
from dateline.extract.rules.triggers import Trigger
from dateline.facts.extraction import ActorAt, FoundActor
from dateline.text.lexicon import word_set
from dateline.vocabulary import load_vocabulary

BY_LAW = {"arrest", "court-case"}
_TAKEN = {"abduction", "hostage-taking", "assassination", "execution", "torture", "sexual-violence"}
_BOTH_SIDES = {"armed-clash"}
_AGENT = {"nsubj", "pobj", "conj", "appos"}
_BY_GRAMMAR = {
    "nsubj": "subject of the deed",
    "nsubjpass": "subject of the passive",
    "dobj": "object of the deed",
    "poss": "possessor of the deed",
    "amod": "word before the deed",
    "compound": "word before the deed",
    "nmod": "word before the deed",
}


@dataclass(frozen=True)
class Part:
    """An actor's part and the token that shows it. role: as in roles."""

    actor: ActorAt
    role: str
    at: TokenAt
    origin: str = ""


def parts_of(
    reading: Reading,
    trigger: Trigger,
    actor_at: Mapping[TokenAt, ActorAt],
    persons: frozenset[ActorAt],
    fighters: frozenset[ActorAt],
) -> list[Part]:
    """Doers first, then those to whom it was done; nobody twice. fighters: the actors that may be called doers."""
    entry = load_vocabulary()["incident-types"].get(trigger.type)
    found: dict[ActorAt, Part] = {}
    if trigger.type and not (entry and entry["has_perpetrator"]):
        return []
    doer = "responder" if trigger.type in BY_LAW | {"execution"} else "alleged-perpetrator"
    for token in doers(reading, trigger):
        for one, actor in actors_named(reading, token, actor_at, persons):
            if actor in fighters and (actor not in persons or _may_be_his(trigger, token)):
                found.setdefault(actor, Part(actor, doer, one, _origin(reading, token)))
    harmed = is_harm(reading, trigger) and trigger.modality is not Modality.ATTEMPTED
    for token in sufferers(reading, trigger):
        for one, actor in actors_named(reading, token, actor_at, persons):
            if _is_called_a_place(reading, reading.tokens[one]):
                continue
            role = "victim" if actor in persons and harmed else "target"
            if trigger.type in _BOTH_SIDES and actor in fighters and actor not in persons:
                role = "alleged-perpetrator"
            found.setdefault(actor, Part(actor, role, one, _origin(reading, token)))
    return list(found.values())


def _is_called_a_place(reading: Reading, name: Token) -> bool:
    """“Attacked Arlen, the neighbouring village”."""
    land = word_set("incident-words", "land") | word_set("incident-words", "quarters")
    return any(one.lemma in land for one in reading.below(name.i, "appos"))


def _may_be_his(trigger: Trigger, token: Token) -> bool:
    """A person does it as subject or agent; two who clash alone only differ."""
    return token.relation in _AGENT and trigger.type not in _BOTH_SIDES


def _origin(reading: Reading, token: Token) -> str:
    """How the token stands to the deed."""
    if token.relation == "pobj":
        return f"parts: after “{reading.tokens[token.head].lemma}”"
    return f"parts: {_BY_GRAMMAR.get(token.relation, 'noun of a relative clause')}"


def is_harm(reading: Reading, trigger: Trigger) -> bool:
    """True where those to whom it was done are victims, not only targets."""
    head = reading.tokens[trigger.head]
    hurts = trigger.type != "arrest" and (head.lemma in word_set("casualties", "injure") or _is_suffered(head))
    return trigger.type in _TAKEN or hurts or is_deadly(reading, head)


def may_fight(reading: Reading, actor: FoundActor) -> bool:
    """By kind; a mere group where its name is sure: named twice, or with another name, or before “fighters”.

    A person of one word is seldom a person's name (“a Watchman fired”), and who is accused must be sure.
    """
    if actor.name.lower().split()[-1] in word_set("attribution", "weapons"):
        return False
    if actor.kind == "person" and len(actor.name.replace("-", " ").split()) == 1:
        return False
    if actor.kind in word_set("attribution", "fighters"):
        return True
    if actor.kind != "group":
        return False
    if len(actor.mentions) > 1 or actor.aliases:
        return True
    last = reading.within(actor.mentions[0])[-1:]
    return any(reading.tokens[one.head].lemma in word_set("attribution", "members") for one in last)


def doers(reading: Reading, trigger: Trigger) -> Iterator[Token]:
    """The tokens that name who did it, known actors or not."""
    head = reading.tokens[trigger.head]
    if trigger.verb:
        yield from doers_of_verb(reading, head)
        return
    if not _is_charge(reading, head):
        yield from after(reading, head, "by")
    yield from _of_death_in(reading, head)
    yield from _of_coming_under(reading, head)
    if not _is_suffered(head):
        before = reading.below(head.i, "poss", "amod", "compound", "nmod")
        named = (token for token in before if not _is_hyphened(reading, token))
        named = (token for token in named if not _is_building(token))
        yield from (token for token in named if not is_concerned(reading, token, head))
    verb = reading.tokens[head.head]
    if verb.lemma in word_set("attribution", "carry-out") and head.relation in ("dobj", "nsubjpass"):
        yield from doers_of_verb(reading, verb)
    for clause in reading.below(head.i, "acl", "relcl"):
        if clause.lemma in word_set("attribution", "carry-out"):
            yield from after(reading, clause, "by")


def _is_hyphened(reading: Reading, token: Token) -> bool:
    """“(Sudan-attack)” is a keyword that tells of no doer."""
    return token.relation != "poss" and reading.tokens[token.i + 1].text in ("-", "–")


def _is_building(token: Token) -> bool:
    """“The Interior Ministry bombing”: where it was done."""
    return token.relation != "poss" and token.lemma.lower() in word_set("incident-words", "attacked")


def is_concerned(reading: Reading, token: Token, noun: Token) -> bool:
    """“The Iraq invasion”, “the Vansen fraud”, “an anti-Iraq blockade”: the name is what was concerned, not the doer.

    “The US invasion” is by it.
    """
    before = [one.text.lower() for one in reading.tokens[max(token.i - 2, 0) : token.i]]
    if before in (["anti", "-"], ["anti", "–"]):
        return True
    of_place = noun.lemma in word_set("figurative", "invaded") and token.name == "GPE"
    of_place = of_place and not token.text.isupper()
    return token.relation == "compound" and (of_place or noun.lemma in word_set("figurative", "defrauded"))


def _is_charge(reading: Reading, noun: Token) -> bool:
    """“Rebels were blamed for the attack by a senator”: who blames them did nothing."""
    verb = reading.tokens[reading.tokens[noun.head].head]
    return noun.relation == "pobj" and verb.lemma in word_set("attribution", "blame")


def _of_death_in(reading: Reading, noun: Token) -> Iterator[Token]:
    """“Died in attacks by rebels”: nobody dies by somebody, so the word belongs to the attacks."""
    verb = reading.tokens[reading.tokens[noun.head].head]
    if noun.relation == "pobj" and verb.lemma in word_set("casualties", "die"):
        yield from after(reading, verb, "by")


def _of_coming_under(reading: Reading, noun: Token) -> Iterator[Token]:
    """“Troops came under attack by rebels”, “under fire from rebels”."""
    preposition = reading.tokens[noun.head]
    if noun.relation == "pobj" and preposition.lemma == "under":
        yield from after(reading, reading.tokens[preposition.head], "by")
        for holder in (noun, reading.tokens[preposition.head]):
            yield from after(reading, holder, "from")


def _is_suffered(noun: Token) -> bool:
    """“The judge's murder” names the murdered."""
    return noun.lemma in word_set("incident-words", "suffered")


def sufferers(reading: Reading, trigger: Trigger) -> Iterator[Token]:
    """The tokens that name to whom it was done."""
    head = reading.tokens[trigger.head]
    if trigger.verb:
        for token in _objects(reading, head):
            holder = reading.tokens[head.head]
            if not is_relative(token) or head.relation != "relcl":
                yield token
            elif not _differ_in_number(reading, head, holder):
                yield holder
        if trigger.type in _BOTH_SIDES:
            yield from after(reading, head, "with")
        return
    if _is_suffered(head):
        yield from reading.below(head.i, "poss")
    yield from _spared(reading, head)
    for word in ("on", "against", "of", "with") if trigger.type != "armed-clash" else ("with", "between", "against"):
        yield from (
            one for one in after(reading, head, word) if one.lemma.lower() not in word_set("incident-words", "media")
        )


def _differ_in_number(reading: Reading, verb: Token, holder: Token) -> bool:
    """“The emails posted by N, which were hacked”: not N was."""
    plural = any(one.text.lower() in ("were", "are") for one in reading.below(verb.i, "aux", "auxpass"))
    return plural and holder.tag in ("NN", "NNP") and not reading.below(holder.i, "conj")


def sides_of_clash(reading: Reading, trigger: Trigger) -> Iterator[Token]:
    """“Clashes between farmers and herders”, “herders fought a battle with farmers”; none of another kind of deed."""
    if trigger.type not in _BOTH_SIDES:
        return
    head = reading.tokens[trigger.head]
    if head.lemma in word_set("casualties", "kill") | word_set("casualties", "injure"):
        return  # “killed in a gunfight between”
    rest = list(sufferers(reading, trigger))
    if head.relation == "dobj" and reading.tokens[head.head].lemma in word_set("attribution", "fights"):
        rest += doers_of_verb(reading, reading.tokens[head.head])
    while rest:
        one = rest.pop(0)
        yield one
        rest += reading.below(one.i, "conj")


def _spared(reading: Reading, noun: Token) -> list[Token]:
    """Who “survived the attack”, “escaped unharmed from” it, “was the target of” it."""
    above = reading.tokens[noun.head]
    if noun.relation == "pobj":
        above = reading.tokens[above.head]
    elif noun.relation != "dobj":
        return []
    if above.lemma in word_set("incident-words", "unharmed"):
        above = reading.tokens[above.head]
    if above.lemma in word_set("incident-words", "aimed-at") and above.relation == "attr":
        return reading.below(above.head, "nsubj")
    unharmed = any(one.lemma in word_set("incident-words", "unharmed") for one in reading.below(above.i))
    spared = above.lemma in word_set("incident-words", "survive") or (above.lemma == "be" and unharmed)
    return reading.below(above.i, "nsubj") if spared else []


def _objects(reading: Reading, verb: Token) -> list[Token]:
    found = [one for one in reading.below(verb.i, "dobj", "nsubjpass") if not is_speaker(reading, one)]
    if verb.lemma == "lose" or is_told_of(reading, verb):
        return found or reading.below(verb.i, "nsubj")
    if not found and verb.relation == "conj" and is_passive(reading, verb):
        found = reading.below(verb.head, "nsubjpass", "nsubj" if reading.below(verb.i, "auxpass") else "nsubjpass")
    if not found and verb.relation == "acl" and verb.tag == "VBN":
        found = [reading.tokens[verb.head]]
    if not found and lacks_object(reading, verb):
        found = reading.below(verb.i, "nsubj")
    return found or _shared_objects(reading, verb)


def _shared_objects(reading: Reading, verb: Token) -> list[Token]:
    """“Kidnapped and later released the mayor”."""
    if verb.lemma not in word_set("incident-words", "done-to-somebody"):
        return []
    joined = [one for one in reading.below(verb.i, "conj") if one.pos == "VERB" and not reading.below(one.i, "nsubj")]
    return [noun for one in joined[:1] for noun in reading.below(one.i, "dobj")]
