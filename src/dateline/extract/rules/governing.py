"""What governs an event word: the predicates, auxiliary verbs and conjunctions above it that make it no fact."""

from functools import cache

from dateline.extract.rules.language import Reading, Token
from dateline.text.lexicon import word_set, words

_DEPTH = 8  # steps up the parse: whatever stands higher says nothing of the word, and the time stays linear
_HAPPENED = "happened"
_COMPLEMENT = frozenset({"xcomp", "ccomp", "acl", "dobj", "pobj", "pcomp", "prep", "nsubjpass", "csubjpass"})
_SUBJECT = frozenset({"nsubj", "csubj", "nsubjpass", "csubjpass"})
_BEING = frozenset({"be", "seem", "appear", "remain", "look", "become"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_MEASURES = frozenset({"few", "less", "little", "more", "fewer"})
_NOBODY = frozenset({"nobody", "none", "noone"})
_FACTUAL = frozenset({"VBD", "VBN"})


def governing(reading: Reading, head: Token, *, granted: bool) -> str:
    """The name of the list of `modality.yaml` whose words govern the event word; "happened" where none does.

    granted  a definite noun takes for granted that there was one: “the attack”, not “the elections”
    """
    return _marked(reading, head) or _above(reading, head, head, _DEPTH, granted=granted and is_granted(reading, head))


@cache
def _lists(key: str) -> dict[str, str]:
    """Word -> the modality under which a part of `modality.yaml` lists it."""
    return {word: modality for modality, given in words("modality")[key].items() for word in given}


def _marked(reading: Reading, head: Token) -> str:
    """“A possible attack”, “no attack”, “an attack is likely”, “nobody was killed”."""
    below = reading.below(head.i)
    if any(one.relation == "neg" or _is_no(reading, one) for one in below):
        return "denied"
    if _is_verbal(head):
        subjects = [one for one in below if one.relation in _SUBJECT]
        return "denied" if any(_is_nobody(reading, one) for one in subjects) else ""
    said = [one for one in below if one.relation in ("amod", "det")]
    return next((_lists("marks")[one.lemma] for one in said if one.lemma in _lists("marks")), "")


def _is_nobody(reading: Reading, noun: Token) -> bool:
    return noun.lemma in _NOBODY or any(_is_no(reading, one) for one in reading.below(noun.i, "det"))


def _is_no(reading: Reading, word: Token) -> bool:
    """“No civilians”, not “no fewer than five”."""
    following = reading.tokens[word.i + 1 : word.i + 2]
    return word.lemma == "no" and not any(one.lemma in _MEASURES for one in following)


def _is_verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def _above(reading: Reading, head: Token, at: Token, depth: int, *, granted: bool) -> str:
    """Climb from the word to what governs it, as far as one clause goes."""
    for _ in range(depth):
        above = reading.tokens[at.head]
        to_do = False
        if _is_verbal(at) and not (granted and not _is_done_by(head, at)):
            mood = _mood(reading, head, at)
            if mood:
                return mood
            to_do = _is_to(reading, at)
        sign = _sign(reading, head, at, above, depth, granted=granted) if above is not at else ""
        if sign:
            return sign
        if to_do and not _came_to_pass(reading, at, above):
            return "planned"
        if above is at or not _is_bound(reading, head, at, above, granted=granted):
            break
        at = above
    return _HAPPENED


def _is_done_by(noun: Token, verb: Token) -> bool:
    """“Launch the attack”: without a fact of the verb there is no deed."""
    direct = noun.relation in ("dobj", "nsubjpass") and noun.head == verb.i
    return direct and verb.lemma in word_set("modality", "done-by")


def _mood(reading: Reading, head: Token, verb: Token) -> str:
    """What the auxiliary verbs and conjunctions of one verb say."""
    own = verb is head
    for child in reading.below(verb.i, "aux", "mark"):
        sign = _lists("auxiliaries" if child.relation == "aux" else "clauses").get(child.lemma)
        if sign:
            return sign
    if verb.lemma == "go" and verb.tag == "VBG" and not own:
        return "predicted"
    negated = not own and any(one.relation == "neg" for one in reading.below(verb.i))
    return "denied" if negated else ""


def points_back(reading: Reading, noun: Token) -> bool:
    """“The attack”, “his arrest”: a noun that takes for granted that there was one."""
    return noun.pos in ("NOUN", "PROPN") and any(
        one.lemma in _POINTING or one.relation == "poss" for one in reading.below(noun.i, "det", "poss")
    )


def is_granted(reading: Reading, noun: Token) -> bool:
    """A noun that takes for granted that there was one, or of which a fact is told: “an attack that killed 12”."""
    if _is_verbal(noun):
        return False
    clauses = (one for one in reading.below(noun.i, "relcl", "acl") if one.lemma not in _lists("governs"))
    return points_back(reading, noun) or any(one.tag in _FACTUAL for one in clauses)


def _is_to(reading: Reading, verb: Token) -> bool:
    """“To attack”, not “to have attacked”."""
    auxiliaries = reading.below(verb.i, "aux")
    return any(one.tag == "TO" for one in auxiliaries) and not any(one.lemma == "have" for one in auxiliaries)


def _came_to_pass(reading: Reading, at: Token, above: Token) -> bool:
    """“Managed to kill”, “forced them to flee”, “is said to be fighting”, “the second to be murdered”."""
    if at.relation in ("acl", "relcl"):
        return any(one.lemma in word_set("modality", "in-a-row") for one in (above, *reading.below(above.i, "amod")))
    passed = word_set("modality", "came-to-pass") | word_set("modality", "said-to")
    return at.relation in ("xcomp", "ccomp", "oprd") and above.lemma in passed


def _sign(reading: Reading, head: Token, at: Token, above: Token, depth: int, *, granted: bool) -> str:
    """The modality that the word above gives to what depends on it in this way."""
    if at.relation in _SUBJECT and above.lemma in _BEING:
        return "" if granted else _predicated(reading, above)
    if _is_as_in(reading, at, above):
        return "compared"
    if _is_in_case(reading, at, above):
        return "conditional"
    if above.pos == "ADP" and above.lemma in _lists("prepositions") and at.relation in ("pobj", "pcomp"):
        sign = _lists("prepositions")[above.lemma]
        return "" if sign == "denied" and granted else sign
    above = _noun_of(reading, at, above)
    sign = _lists("governs").get(above.lemma, "") if at.relation in _COMPLEMENT else ""
    if not sign or _is_fact(reading, head, at, above, sign) or (granted and not _undoes(head, at, above, sign)):
        return ""
    return _attempt(reading, above, depth) if sign == "attempted" else sign


def _is_as_in(reading: Reading, at: Token, above: Token) -> bool:
    """“As in the bombing of Guernica”, “as after the coup”."""
    if at.relation != "pobj" or above.lemma not in word_set("modality", "as-before") or above.i == 0:
        return False
    before = reading.tokens[above.i - 1]
    return before.lemma == "as" and before.sentence == above.sentence


def _is_in_case(reading: Reading, at: Token, above: Token) -> bool:
    """“In case of an attack”; not “in the case of the attack”."""
    bare = above.lemma == "case" and at.relation == "prep" and at.lemma == "of" and above.relation == "pobj"
    return bare and reading.tokens[above.head].lemma == "in" and not reading.below(above.i, "det", "amod", "poss")


def _noun_of(reading: Reading, at: Token, verb: Token) -> Token:
    """“An attempt was made to kill”: the noun to which an infinitive belongs, where the parse hangs it on the verb."""
    if at.relation != "xcomp" or not _is_to(reading, at):
        return verb
    nouns = reading.below(verb.i, "nsubjpass", "dobj")
    return next((one for one in nouns if one.lemma in _lists("governs")), verb)


def _predicated(reading: Reading, verb: Token) -> str:
    """“An attack is likely”, “killing her was a priority”."""
    said = reading.below(verb.i, "acomp", "attr", "xcomp")
    return next((_lists("governs")[one.lemma] for one in said if one.lemma in _lists("governs")), "")


def _is_fact(reading: Reading, head: Token, at: Token, above: Token, sign: str) -> bool:
    """“Warned that rebels had attacked”, “was aimed at”, “are feared killed in clashes”: there were clashes."""
    told = at.relation == "ccomp" and at.tag in _FACTUAL and sign not in ("feared", "wished", "denied", "asked")
    done = at.relation == "nsubjpass" and above.lemma in word_set("modality", "said-of")
    held = [one.lemma for one in reading.below(above.i, "oprd", "acomp", "xcomp")] if above.lemma == "fear" else []
    if at.relation == "prep" and word_set("casualties", "dead").intersection(held):
        return True
    dead = at.pos == "ADJ" and at.lemma in word_set("casualties", "dead")  # “are feared dead in an attack”
    beside = at is not head and above.lemma == "fear" and (dead or (at.relation == "xcomp" and _has_had(reading, at)))
    return told or done or beside


def _undoes(head: Token, at: Token, above: Token, sign: str) -> bool:
    """“Foiled the attack”, “called for the arrest”, “demanded the arrest”: the word outweighs a definite article."""
    if sign == "compared" or above.lemma in word_set("modality", "undone"):
        return True
    if at.relation == "prep":
        return head.head == at.i and at.lemma in ("for", "of")
    return at is head and above.lemma not in word_set("modality", "took-place") and sign != "denied"


def _attempt(reading: Reading, above: Token, depth: int) -> str:
    """“Tried to kill”, “an attempt was made to kill”, against “are trying to”, “attempts to”, “plans an attempt to”."""
    if _is_verbal(above):
        told = above.tag == "VBD" or (above.tag == "VBN" and _has_had(reading, above))
    else:
        told = above.tag in ("NN", "NNP")
    if not told or depth <= 1:
        return "planned"
    own = _marked(reading, above) or _above(reading, above, above, depth - 1, granted=False)
    return "attempted" if own in (_HAPPENED, "denied", "attempted") else own


def _has_had(reading: Reading, verb: Token) -> bool:
    return any(one.lemma == "have" for one in reading.below(verb.i, "aux"))


def _is_bound(reading: Reading, head: Token, at: Token, above: Token, *, granted: bool) -> bool:
    """True where what is said of the word above is said of this one too."""
    if at.pos in ("ADP", "SCONJ", "VERB") and at.lemma in word_set("modality", "taken-for-granted"):
        return False
    if at.relation in ("xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "attr", "oprd", "agent", "dative", "appos"):
        return not (at.relation == "acl" and at.tag == "VBN" and above is not head)
    if at.relation in _SUBJECT:
        return at.tag == "VBG" or (not _is_verbal(head) and not granted)
    if at.relation == "conj":
        alike = at.tag not in ("VBD", "VBZ", "VBP") or above.tag == "VBN"
        return not _is_verbal(at) or (alike and not reading.below(at.i, "nsubj", "nsubjpass"))
    if at.relation == "ccomp":
        return at.tag == "VB" or _is_to(reading, at) or (at.tag == "VBN" and bool(reading.below(at.i, "aux")))
    return at.relation == "advcl" and at.tag == "VBG" and not reading.below(at.i, "mark", "nsubj")
