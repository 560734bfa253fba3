"""Words of force that are said of words, games and trials: “attacked the budget”, “shot 22-of-45”, “test fired”."""

from dateline.extract.rules.language import Reading, Token
from dateline.text.lexicon import pattern, word_set

_FOR = frozenset({"over", "for", "about"})
_TARGETS = frozenset({"on", "against", "upon"})


def is_figurative(reading: Reading, head: Token) -> bool:
    """True where the word of an incident tells of no force. Where a sentence has a sign of force it is none."""
    if _is_test(reading, head) or _is_of_animals(reading, head) or _is_quarrel(reading, head):
        return True
    if shows_force(reading, head):
        return False
    return (
        _goes(reading, head)
        or _is_betrayal(reading, head)
        or _is_plenty(reading, head)
        or _is_score(reading, head)
        or _is_dismissal(reading, head)
        or _is_of_money(reading, head)
        or (
            head.lemma in word_set("figurative", "with-words")
            and (
                _is_verbal(reading, head)
                or _is_of_ideas(reading, head)
                or _is_criticism(reading, head)
                or _is_between_persons(reading, head)
            )
        )
    )


def _is_score(reading: Reading, head: Token) -> bool:
    """“Stormed past 6-3, 6-4”, “shot 22-of-45”; not “shot children aged 6-8 and 10-12”."""
    of_games = word_set("figurative", "with-words") | word_set("figurative", "goes")
    if head.lemma not in of_games or any(
        one.lemma in word_set("casualties", "people") for one in _targets(reading, head)
    ):
        return False
    return bool(pattern("figurative", "scores").search(reading.around(head.i).of(reading.text)))


def _is_test(reading: Reading, head: Token) -> bool:
    before = [one.text.lower() for one in reading.tokens[max(head.i - 2, 0) : head.i] if one.text not in ("-", "–")]
    return bool(set(before[-1:]) & word_set("figurative", "test"))


def _is_quarrel(reading: Reading, verb: Token) -> bool:
    """“The envoy clashed with Ivo Tarn”, “with his view”: one person with one or an idea, whatever else is told."""
    if verb.lemma != "clash" or verb.pos != "VERB":
        return False
    with_ = [one for by in reading.below(verb.i, "prep") if by.lemma == "with" for one in reading.below(by.i, "pobj")]
    if with_ and all(one.lemma in word_set("figurative", "ideas") for one in with_):
        return True
    against = all(_is_person(one) or one.lemma in word_set("figurative", "ideas") for one in with_)
    subjects = reading.below(verb.i, "nsubj")
    return bool(subjects and with_) and against and all(_is_person(one) for one in subjects)


def _is_person(token: Token) -> bool:
    """One person, by name or by office."""
    named = token.name == "PERSON" and token.tag == "NNP"
    return named or (token.tag == "NN" and token.lemma in word_set("figurative", "spokesmen"))


def _is_of_animals(reading: Reading, head: Token) -> bool:
    """“The massacre of stray cats”, “the death of the bill”, “the deal was killed”."""
    nobody = word_set("casualties", "not-people") - word_set("figurative", "people-too")
    if head.pos == "VERB":
        killed = reading.below(head.i, "dobj", "nsubjpass") if head.lemma in word_set("casualties", "kill") else []
        return bool(killed) and all(one.lemma in nobody for one in _with_others(reading, killed))
    if head.lemma not in word_set("incident-words", "fatal") | word_set("figurative", "of-animals"):
        return False
    of = [one for prep in reading.below(head.i, "prep") if prep.lemma == "of" for one in reading.below(prep.i, "pobj")]
    return bool(of) and all(one.lemma in nobody for one in _with_others(reading, of))


def _with_others(reading: Reading, tokens: list[Token]) -> list[Token]:
    """The tokens and those joined to them: “a horse and two soldiers”."""
    found = list(tokens)
    for one in found:
        found += reading.below(one.i, "conj")
    return found


def shows_force(reading: Reading, head: Token) -> bool:
    """True where the sentence has another word that tells of force."""
    force = word_set("figurative", "force")
    return any(token.lemma in force for token in reading.within(reading.around(head.i)) if token.i != head.i)


def _goes(reading: Reading, head: Token) -> bool:
    """“Stormed past”, “stormed out”."""
    if head.pos != "VERB" or head.lemma not in word_set("figurative", "goes"):
        return False
    where = {one.lemma for one in reading.below(head.i, "prep", "prt", "advmod")}
    return bool(where & word_set("figurative", "ways")) and not reading.below(head.i, "dobj", "nsubjpass", "agent")


def _is_betrayal(reading: Reading, verb: Token) -> bool:
    """“Stabbed us in the back”, “shot itself in the foot”, with no other sign of force in the sentence."""
    if verb.pos != "VERB" or verb.lemma not in word_set("figurative", "betrays"):
        return False
    limbs = [one for by in reading.below(verb.i, "prep") if by.lemma == "in" for one in reading.below(by.i, "pobj")]
    whom = reading.below(verb.i, "dobj", "nsubjpass")
    limbs += [one for noun in whom for by in reading.below(noun.i, "prep") for one in reading.below(by.i, "pobj")]
    return any(one.lemma in word_set("figurative", "limbs") for one in limbs)


def _is_plenty(reading: Reading, noun: Token) -> bool:
    """“A flood of imports”, “a political earthquake”; not “the flood of the river”, “the earthquake of 1908”."""
    if noun.pos != "NOUN" or noun.lemma not in word_set("figurative", "natural-forces"):
        return False
    if any(one.lemma in word_set("figurative", "unnatural") for one in reading.below(noun.i, "amod")):
        return True
    of = [one for by in reading.below(noun.i, "prep") if by.lemma == "of" for one in reading.below(by.i, "pobj")]
    return bool(of) and all(one.pos == "NOUN" and one.lemma not in word_set("figurative", "natural") for one in of)


def _is_dismissal(reading: Reading, head: Token) -> bool:
    """“Fired seven flight attendants”."""
    people = word_set("casualties", "people") | word_set("figurative", "staff")
    return head.lemma == "fire" and any(one.lemma in people for one in reading.below(head.i, "dobj"))


def _is_of_money(reading: Reading, head: Token) -> bool:
    """“Robs the poor to pay the rich”."""
    robbed = word_set("figurative", "robbed")
    return head.lemma in word_set("figurative", "robs") and any(
        one.lemma in robbed for one in reading.below(head.i, "dobj")
    )


def _is_verbal(reading: Reading, head: Token) -> bool:
    return any(one.lemma in word_set("figurative", "verbal") for one in reading.below(head.i, "amod"))


def _targets(reading: Reading, head: Token) -> list[Token]:
    if head.pos == "VERB":
        return reading.below(head.i, "dobj", "nsubjpass")
    return [
        one for prep in reading.below(head.i, "prep") if prep.lemma in _TARGETS for one in reading.below(prep.i, "pobj")
    ]


def _is_of_ideas(reading: Reading, head: Token) -> bool:
    return any(one.lemma in word_set("figurative", "ideas") for one in _targets(reading, head))


def _is_between_persons(reading: Reading, head: Token) -> bool:
    """“Alda Roe attacked her rival in tweets”, “Roe and Tarn clashed on the stage”: no other people."""
    people = word_set("casualties", "people") - word_set("figurative", "spokesmen")
    doers = reading.below(head.i, "nsubj") if head.pos == "VERB" else []
    return any(one.name == "PERSON" for one in doers) and not any(
        one.lemma in people or one.pos == "NUM" for one in _targets(reading, head)
    )


def _is_criticism(reading: Reading, head: Token) -> bool:
    """“Attacked the court, accusing it of”, “over what he called”, “for failing”, “in tweets”, “shot back that”."""
    verb = head if head.pos == "VERB" else reading.tokens[head.head]
    made = head.relation == "dobj" and verb.lemma in word_set("attribution", "carry-out")
    if verb.pos != "VERB" or (verb is not head and not made):
        return False
    grounds = [by for by in reading.below(verb.i, "prep") if by.lemma in _FOR]
    if any(reading.below(by.i, "pcomp") for by in grounds):
        return True
    by_means = [noun for by in reading.below(verb.i, "prep") for noun in reading.below(by.i, "pobj")]
    if any(one.lemma in word_set("figurative", "media") for one in by_means):
        return True
    if verb is head and reading.below(verb.i, "ccomp") and not _targets(reading, head):
        return True
    beside = {one.lemma for one in reading.below(verb.i, "advcl", "xcomp", "conj") if one.tag in ("VBG", "VBD")}
    if beside & word_set("figurative", "critic"):
        return True
    spoken = word_set("figurative", "spokesmen")
    by_person = any(one.name == "PERSON" or one.lemma in spoken for one in reading.below(verb.i, "nsubj"))
    return by_person and bool(beside & word_set("figurative", "telling"))
