"""Who does what a verb tells: its subject, also where the parse hides it, and who stands after “by”."""

from collections.abc import Iterator
from functools import cache

from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.text.lexicon import word_set

_BESIDE = ("advmod", "npadvmod", "aux", "neg", "punct")  # what may stand between a clause and the verb after it


def doers_of_verb(reading: Reading, verb: Token) -> Iterator[Token]:
    """Its agents, then its subject where it is no passive."""
    yield from _agents(reading, verb)
    if verb.lemma == "lose" or is_told_of(reading, verb):
        return  # “lost his life”, “ordered him jailed”: who does it suffers it
    if is_passive(reading, verb) or lacks_object(reading, verb):
        return
    if verb.relation == "pcomp" and reading.tokens[reading.tokens[verb.head].head].pos == "NOUN":
        return  # “on the border with N killing ten”
    attacked = _may_be_attacked(reading, verb)
    for subject in _subjects(reading, verb):
        if attacked and subject.lemma in word_set("attribution", "guards"):
            continue
        yield reading.tokens[verb.head] if is_relative(subject) and verb.relation == "relcl" else subject


def is_told_of(reading: Reading, verb: Token) -> bool:
    """“Ordered him jailed”, “left two men wounded”: a participle with its subject, and no auxiliary verb."""
    small = verb.relation in ("ccomp", "xcomp", "oprd") and verb.tag == "VBN"
    return small and not reading.below(verb.i, "aux", "auxpass")


def _may_be_attacked(reading: Reading, verb: Token) -> bool:
    """“Army attacked in the north”: a headline may mean the passive, where no object stands."""
    aims = any(
        noun.name not in ("DATE", "TIME") for word in ("at", "on", "against") for noun in after(reading, verb, word)
    )
    return verb.lemma in word_set("attribution", "attacks") and not aims and not reading.below(verb.i, "dobj", "aux")


def _agents(reading: Reading, verb: Token) -> Iterator[Token]:
    """“Killed by gunmen”; in “two were killed and four injured by gunmen” of both verbs."""
    found = list(after(reading, verb, "by"))
    if not found and is_passive(reading, verb):
        harms = word_set("casualties", "kill") | word_set("casualties", "injure")
        near = reading.below(verb.i, "conj")
        near += [one for noun in near if noun.pos in ("NOUN", "NUM") for one in reading.below(noun.i, "acl")]
        joined = (one for one in near if one.lemma in harms and one.tag in ("VBN", "VBD"))
        found = [agent for one in joined for agent in after(reading, one, "by")]
    for token in found:
        yield token
        yield from sent_by(reading, token)


def sent_by(reading: Reading, weapon: Token) -> Iterator[Token]:
    """“A rocket fired by rebels”, “a bomb planted by rebels”: who used a weapon."""
    if weapon.lemma in word_set("attribution", "weapons"):
        for clause in reading.below(weapon.i, "acl", "relcl"):
            if clause.lemma in word_set("attribution", "carry-out") | word_set("attribution", "uses"):
                yield from after(reading, clause, "by")


def _subjects(reading: Reading, verb: Token) -> list[Token]:
    subjects = [one for one in reading.below(verb.i, "nsubj") if not _is_beside(reading, one)]
    if not subjects:
        subjects = _before_a_clause(reading, verb)
    if not subjects and verb.relation == "conj":
        subjects = _of_joined_verb(reading, reading.tokens[verb.head])
    if not subjects and verb.relation in ("advcl", "xcomp") and verb.tag in ("VBG", "VB"):
        subjects = _of_main_verb(reading, verb)
    return [_disguised(reading, verb, one) for one in subjects]


def _of_joined_verb(reading: Reading, first: Token) -> list[Token]:
    """Of “stormed the hall and killed six” who stormed it; of “ten people killed and houses burned” nobody."""
    return [] if lacks_object(reading, first) else reading.below(first.i, "nsubj")


def _is_beside(reading: Reading, noun: Token) -> bool:
    """“Officials: Bomb kills ten”, “including two children”: words beside the clause, not its subject."""
    first = reading.subtree(noun.i)[0]
    named = reading.tokens[noun.i + 1 : noun.i + 2]
    including = first > 0 and reading.tokens[first - 1].lemma in ("include", "including")
    return including or any(one.text == ":" for one in named)


def _before_a_clause(reading: Reading, verb: Token) -> list[Token]:
    """“Men suspected to be rebels attacked”, “men riding on mules fired”: the parse gives the men to the clause."""
    first, _ = reading.sentences[verb.sentence]
    last = verb.i - 1
    while last > first and reading.tokens[last].relation in _BESIDE:
        last -= 1
    for one in (reading.tokens[last], *reading.ancestors(TokenAt(last))):
        if one.i < verb.i and one.pos == "VERB" and _describes(reading, one):
            return [noun for noun in reading.below(one.i, "nsubj") if 0 < one.i - noun.i <= 2]
    return []


def _describes(reading: Reading, verb: Token) -> bool:
    """A participle that may stand behind a noun, without an auxiliary verb."""
    follows = reading.tokens[min(verb.i + 1, len(reading.tokens) - 1)].text
    held = verb.tag == "VBD" and verb.lemma in word_set("attribution", "identity") and follows in ("to", "as")
    return (held or verb.tag in ("VBN", "VBG")) and not reading.below(verb.i, "aux", "auxpass")


def _disguised(reading: Reading, verb: Token, subject: Token) -> Token:
    """“Gunmen dressed as medics attacked”: the gunmen, where the parse reads “as medics attacked”."""
    participle = reading.tokens[verb.head]
    before = reading.tokens[reading.subtree(subject.i)[0] - 1]
    if before.lemma != "as" or participle.i != before.i - 1 or not _describes(reading, participle):
        return subject
    if participle.lemma not in word_set("attribution", "disguise"):
        return subject
    holder = reading.below(participle.i, "nsubj")
    return holder[0] if holder else reading.tokens[participle.head]


def is_passive(reading: Reading, verb: Token) -> bool:
    """“Was killed”, “was this evening shot”, and “killed” in “was shot and killed”."""
    if reading.below(verb.i, "nsubjpass", "auxpass"):
        return True
    past = verb.tag in ("VBN", "VBD")
    if past and any(one.lemma in ("be", "get") for one in reading.below(verb.i, "aux")):
        return True
    joined = verb.relation == "conj" and past and not reading.below(verb.i, "nsubj", "dobj")
    return joined and bool(reading.below(verb.head, "nsubjpass", "auxpass"))


def lacks_object(reading: Reading, verb: Token) -> bool:
    """“The engineer, kidnapped on Monday”: a deed without anybody to whom it is done is a passive in disguise."""
    if verb.lemma not in word_set("incident-words", "done-to-somebody") or _has_done(reading, verb):
        return False
    shared = [one.i for one in reading.below(verb.i, "conj") if one.pos == "VERB"]  # “shot and killed a guard”
    below = [found for i in (verb.i, *shared) for found in reading.below(i, "dobj", "ccomp", "xcomp", "dative", "prep")]
    done = [one for one in below if one.relation != "prep" or _aims(reading, one)]
    return verb.tag in ("VBN", "VBD") and not done


def _has_done(reading: Reading, verb: Token) -> bool:
    """“Have detained” is active, “have been detained” is not."""
    has = any(one.lemma == "have" for one in reading.below(verb.i, "aux"))
    return has and not reading.below(verb.i, "auxpass", "nsubjpass")


def _aims(reading: Reading, preposition: Token) -> bool:
    """“Shot at the guards”; not “seized at gunpoint”, “killed at home”."""
    if preposition.lemma not in ("at", "upon", "into"):
        return False
    verb = reading.tokens[preposition.head]
    return verb.lemma in ("shoot", "fire") and not any(
        one.lemma in word_set("attribution", "not-aimed-at") for one in reading.below(preposition.i, "pobj")
    )


def _of_main_verb(reading: Reading, verb: Token) -> list[Token]:
    """The doer of “stormed the hall, killing six” is who stormed it; of “recorded crashes, killing six” nobody."""
    main = reading.tokens[verb.head]
    if _is_meanwhile(reading, main):
        main = reading.tokens[main.head]  # “stormed it as guests were eating, killing six”
    said = any(one.i < main.i for one in reading.below(main.i, "ccomp"))  # “a truck blew up, police said, killing six”
    if main.pos != "VERB" or main.lemma in _no_deeds() or said:
        return []
    # “N was driving home when a bomb went off, killing him”: what went off did it.
    other = any(
        main.i < one.i < verb.i and reading.below(one.i, "nsubj") and not _is_meanwhile(reading, one)
        for one in reading.below(main.i, "advcl")
    )
    return [] if other or is_passive(reading, main) else reading.below(main.i, "nsubj")


@cache
def _no_deeds() -> frozenset[str]:
    """Verbs whose subject does not do what a participle after them tells: “accused the army of it, killing six”."""
    attribution = (word_set("attribution", key) for key in ("blame", "deny", "attribute"))
    speech = (word_set("speech", key) for key in ("verbs", "denying", "avoiding", "believing"))
    return word_set("figurative", "registers").union(*attribution, *speech)


def _is_meanwhile(reading: Reading, verb: Token) -> bool:
    """“As guests were eating”: what others did at that time."""
    during = any(one.lemma in ("as", "while") for one in reading.below(verb.i, "mark", "advmod"))
    goes_on = verb.tag == "VBG" and any(one.lemma == "be" for one in reading.below(verb.i, "aux"))
    return verb.relation == "advcl" and during and goes_on


def is_speaker(reading: Reading, noun: Token) -> bool:
    """“‘…’, says N, who fled after the town fell and her son was killed”: N speaks and was not killed."""
    verb = reading.tokens[max(reading.subtree(noun.i)[0] - 1, 0)]
    speaks = verb.lemma in word_set("speech", "verbs") and verb.tag in ("VBZ", "VBD") and verb.i < noun.i
    return speaks and noun.head != verb.i and verb.i in {one.i for one in reading.ancestors(noun.i)}


def begins_a_clause(reading: Reading, noun: Token) -> bool:
    """“Killed the owner they held, and police found …”: the noun after “and” is a subject, whatever the parse says."""
    following = reading.tokens[noun.i + 1 : noun.i + 2]
    return any(one.pos == "VERB" and one.tag in ("VBD", "VBZ", "VBP") and one.relation != "acl" for one in following)


def is_relative(token: Token) -> bool:
    """“Who”, “which”."""
    return token.tag in ("WP", "WDT")


def after(reading: Reading, head: Token, word: str) -> Iterator[Token]:
    """The nouns that a preposition joins to a token; not those of “not by rebels”."""
    for by in reading.below(head.i, "agent", "prep"):
        if by.lemma == word and not _is_denied(reading, by):
            yield from reading.below(by.i, "pobj")


def _is_denied(reading: Reading, word: Token) -> bool:
    """“Not by rebels but by the army”."""
    return any(one.relation == "neg" or one.lemma == "not" for one in reading.below(word.i))
