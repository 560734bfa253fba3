"""The nouns that belong together as those who died or were hurt: “a judge, his wife and two guards”."""

from dateline.extract.rules.amounts import is_people, lives, number_of
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.text.lexicon import word_set

_SUPPOSED = ("believe", "suspect", "think", "say", "presume")


def of_one_verb(reading: Reading, verb: Token) -> list[TokenAt]:
    """The objects of a verb, or the subjects of its passive; of several that nothing joins, those with a number.

    “In Arlen, the capital, nine people were killed”: the people alone.
    """
    objects = [one for one in reading.below(verb.i, "dobj", "nsubjpass") if not _is_part_of_name(reading, one)]
    told = [one for one in objects if one.pos == "PRON" or number_of(reading, one) or _goes_on(reading, one, objects)]
    some = [one for one in objects if is_people(reading, one)] or [one for one in objects if lives(one)]
    kept = told or some[:1] or objects[:1]
    beside = [one for one in reading.below(verb.i, "conj") if _is_beside(reading, one)] if kept else []
    return [_who_is_meant(reading, one).i for one in (*kept, *beside, *_behind_pronoun(reading, kept))]


def _is_beside(reading: Reading, noun: Token) -> bool:
    """“Killed him and five of his guards”, where the parse joins the five to the verb; not “and five others hurt”."""
    if noun.i in reading.number_at:
        return _is_of_theirs(reading, noun)
    done = any(one.tag == "VBN" for one in reading.below(noun.i, "acl", "amod"))
    return noun.pos == "NOUN" and not done and _is_of_the_row(reading, noun.i, noun)


def _behind_pronoun(reading: Reading, objects: list[Token]) -> list[Token]:
    """“Killing him, two of his brothers and a guard”: the two, wherever the parse hangs them."""
    pronoun = objects[0] if len(objects) == 1 and objects[0].pos == "PRON" else None
    if pronoun is None or pronoun.i + 2 >= len(reading.tokens):
        return []
    comma, number = reading.tokens[pronoun.i + 1 : pronoun.i + 3]
    found = comma.text == "," and number.i in reading.number_at and _is_of_theirs(reading, number)
    return [number] if found else []


def _goes_on(reading: Reading, noun: Token, objects: list[Token]) -> bool:
    """“Three children, a woman and a man”: the second of a row, which the parser hangs beside the first."""
    if noun is objects[0] or not is_people(reading, noun) or _speaks_next(reading, noun.i):
        return False
    new = any(one.lemma in ("a", "an") for one in reading.below(noun.i, "det"))
    return new and any(one.lemma == "and" for one in reading.below(noun.i, "cc"))


def _is_part_of_name(reading: Reading, token: Token) -> bool:
    """“The club Corvale 9”: no number of people."""
    before = reading.tokens[token.i - 1] if token.i else token
    return token.i in reading.number_at and before.pos == "PROPN" and before.i not in reading.number_at


def _who_is_meant(reading: Reading, noun: Token) -> Token:
    """“Thirty people believed to be rebels were killed”: the people."""
    before = reading.tokens[max(0, noun.i - 4) : noun.i]
    if [one.lemma for one in before[2:]] != ["to", "be"] or before[1].lemma not in _SUPPOSED:
        return noun
    return before[0] if number_of(reading, before[0]) else noun


def row_of(reading: Reading, last: Token) -> list[TokenAt]:
    """The nouns before a participle: “13 rebels and four soldiers killed”, “13 people from two families killed”."""
    above = reading.tokens[last.head]
    counted = reading.tokens[above.head]
    if (
        last.relation == "pobj"
        and above.lemma == "from"
        and number_of(reading, counted)
        and is_people(reading, counted)
    ):
        return [counted.i]
    first = above if last.relation == "conj" else last
    joined = first is not last and number_of(reading, first) is not None and number_of(reading, last) is not None
    between = reading.tokens[first.i + 1 : last.i]
    if joined and not any(one.pos in ("VERB", "AUX") for one in between):
        return [first.i, last.i]
    return [last.i]


def grouped(reading: Reading, heads: list[TokenAt], *, living: bool = False) -> tuple[TokenAt, ...]:
    """Each noun with those that "and" joins to it; only people. living: what is killed is alive, whatever its noun."""
    found: list[TokenAt] = []
    for head in heads:
        rest = [head]
        while rest:
            one = rest.pop(0)
            if one not in found and (
                is_people(reading, reading.tokens[one])
                or (living and one not in reading.number_at and lives(reading.tokens[one]))
            ):
                found.append(one)
            rest += [i for i in _joined(reading, one) if not _is_of_next_clause(reading, head, i)]
    return tuple(sorted(found))


def _is_of_next_clause(reading: Reading, head: TokenAt, i: TokenAt) -> bool:
    """It has a word of its own: “left three hurt and two dead”, “killed a man and two others fled”."""
    behind = _behind(reading, i)
    acts = behind is not None and (behind.pos == "AUX" or behind.tag in ("VBD", "VBZ", "VBP"))
    return _speaks_next(reading, i) or _has_own_word(reading, i) or (acts and reading.tokens[head].relation == "dobj")


def _joined(reading: Reading, i: TokenAt) -> list[TokenAt]:
    """What stands beside a noun in its row, also where the parse has it lower.

    “An elder allied to the army and five others”: the others stand beside the elder.
    """
    if _is_choice(reading, i):
        return [one.i for one in reading.below(i, "appos")]
    found = [one.i for one in reading.below(i, "conj", "appos") if not _is_among(reading, one)]
    for clause in reading.below(i, "acl", "prep", "amod"):
        lower = [clause, *reading.below(clause.i, "prep")]
        nouns = [one for at in lower for one in reading.below(at.i, "pobj")]
        found += [one.i for noun in nouns for one in reading.below(noun.i, "conj") if _is_of_the_row(reading, i, one)]
    return found


def _is_of_the_row(reading: Reading, first: TokenAt, noun: Token) -> bool:
    """“Seven members of his family”, “five other people”, “two of his brothers and a guard”: beside the first one."""
    if not is_people(reading, noun):
        return False
    if first in reading.number_at:
        return any(one.lemma in ("a", "an") for one in reading.below(noun.i, "det"))
    counted = number_of(reading, noun) is not None
    others = any(one.lemma == "other" for one in reading.below(noun.i, "amod"))
    return counted and (others or _is_of_theirs(reading, noun))


def _is_of_theirs(reading: Reading, noun: Token) -> bool:
    """“Five of his family”, “his five guards”."""
    of = [one for at in reading.below(noun.i, "prep") if at.lemma == "of" for one in reading.below(at.i, "pobj")]
    return any(one.tag == "PRP$" for owner in (noun, *of) for one in reading.below(owner.i, "poss"))


def _is_among(reading: Reading, noun: Token) -> bool:
    """“Among them four children”."""
    first = reading.tokens[reading.subtree(noun.i)[0]]
    return first.lemma in ("among", "amongst", "including")


def _is_choice(reading: Reading, i: TokenAt) -> bool:
    """“A village leader or elder” is one."""
    return any(one.lemma == "or" for one in reading.below(i, "cc"))


def _has_own_word(reading: Reading, i: TokenAt) -> bool:
    """“Left three people injured and two dead”."""
    told = word_set("casualties", "dead") | word_set("casualties", "hurt")
    return any(one.i > i and one.text.lower() in told for one in reading.below(i, "amod", "acl"))


def _speaks_next(reading: Reading, i: TokenAt) -> bool:
    """“Killing seven people, police and a doctor said”: they are no victims; the guard in “a guard, police said” is."""
    behind = _behind(reading, i)
    return behind is not None and behind.lemma in word_set("speech", "verbs")


def _behind(reading: Reading, i: TokenAt) -> Token | None:
    """The token behind a noun and what hangs on it; the comma, where it goes on behind one."""
    after = [one for one in reading.below(i, "conj", "appos") if one.i > i]
    begins = [reading.tokens[reading.subtree(one.i)[0] - 1] for one in after]
    comma = next((one for one in begins if one.text == ","), None)
    rest = reading.subtree(i)[-1] + 1
    return comma or next(iter(reading.tokens[rest : rest + 1]), None)
