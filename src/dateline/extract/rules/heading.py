"""A title for a report that has none: a clause of its first sentences, without the words that it can spare."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from dateline.extract.rules.language import Reading, SentenceAt, Token, TokenAt
from dateline.text.lexicon import word_set

_LONGEST = 110  # characters; what is shorter stays as it is
_MOST = 180  # the rest is left out, with a sign
_EARLY = 4  # sentences
_LEAST = 5  # words of a sentence that can be a title
_SHORTEST = 40  # characters that are left of it
_OPEN, _CLOSED = "([", ")]"
_ENDS = (",", ";", ":", "–", "—")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_SET_APART = ("relcl", "appos", "acl")
_ACCORDING = ("accord", "according")
_BELIEF = ("believe", "think", "assume", "suppose", "expect", "consider")

Left = frozenset[TokenAt]
Step = Callable[[Reading, SentenceAt], Left]


def heading_of(reading: Reading) -> str:
    """The words of the first sentence that stands alone, shortened; "" where none has a subject and a verb.

    One that tells what somebody believed gives way to one that tells what is so.
    """
    early = list(map(SentenceAt, range(min(_EARLY, len(reading.sentences)))))
    whole = [number for number in early if _root(reading, number) is not None]
    alone = [number for number in whole if not _points_back(reading, number)]
    firm = [number for number in alone if not _is_belief(reading, number)]
    titles = [_shortened(reading, number) for number in [*firm, *alone]]
    return next(filter(None, titles), "")


def _root(reading: Reading, number: SentenceAt) -> Token | None:
    """The main verb of a sentence that has a subject and asks nothing."""
    first, end = reading.sentences[number]
    words = [token for token in reading.tokens[first:end] if token.text[0].isalnum()]
    if len(words) < _LEAST or reading.tokens[end - 1].text == "?":
        return None
    roots = (token for token in reading.tokens[first:end] if token.relation == "ROOT")
    return next((token for token in roots if reading.below(token.i, *_SUBJECTS) and _is_finite(reading, token)), None)


def _is_finite(reading: Reading, verb: Token) -> bool:
    """True for “said” and “has been seen”, not for “speaking” alone."""
    finite = ("VBD", "VBZ", "VBP", "MD")
    helped = any(one.tag in finite for one in reading.below(verb.i, "aux", "auxpass"))
    return verb.pos in ("VERB", "AUX") and verb.text not in ("’s", "'s") and (verb.tag in finite or helped)


def _points_back(reading: Reading, number: SentenceAt) -> bool:
    """True for what begins with a pronoun or with “But”, or holds one end of a quotation."""
    first, end = reading.sentences[number]
    tokens = reading.tokens[first:end]
    opening = next((token for token in tokens if token.text[0].isalnum()), tokens[0])
    marks = "".join(token.text for token in tokens)
    paired = marks.count("“") == marks.count("”") and marks.count('"') % 2 == 0
    return not paired or opening.text.lower() in word_set("writing", "pointing") | word_set("writing", "ties")


def _is_belief(reading: Reading, number: SentenceAt) -> bool:
    """“were believed to be”, “it was thought that”: often what the report goes on to refute."""
    root = _root(reading, number)
    return root is not None and root.lemma in _BELIEF and bool(reading.below(root.i, "auxpass"))


def _shortened(reading: Reading, number: SentenceAt) -> str:
    """The sentence without what it can spare; "" where it is too long even so, and its verb comes too late."""
    first, end = reading.sentences[number]
    left: Left = frozenset()
    title = _written(reading, first, end, left)
    for step in STEPS:
        if len(title) <= _LONGEST:
            break
        spare = step(reading, number)
        fewer = left if step is not _attribution and spare & _core(reading, number) else left | spare
        shorter = _written(reading, first, end, fewer)
        if len(shorter) >= _SHORTEST and not _is_open(reading, first, end, fewer):
            left, title = fewer, shorter
    return title if len(title) <= _MOST else _cut(reading, number, left)


def _core(reading: Reading, number: SentenceAt) -> Left:
    """The main verb and the heads of its subject: without them there is no clause."""
    root = _root(reading, number)
    return frozenset() if root is None else frozenset({root.i, *(one.i for one in reading.below(root.i, *_SUBJECTS))})


def _cut(reading: Reading, number: SentenceAt, left: Left) -> str:
    """As far as the last border of a clause or a phrase behind the main verb, with a sign that more follows."""
    first, end = reading.sentences[number]
    root = _root(reading, number)
    late = reading.tokens[root.i + 2 : end] if root else ()
    borders = [
        token.i for token in late if token.text in _ENDS or token.relation in ("cc", "mark") or token.tag[0] == "W"
    ]
    closed = (border for border in sorted(borders, reverse=True) if not _is_open(reading, first, border, left))
    titles = (f"{_written(reading, first, border, left)} …" for border in closed)
    return next((title for title in titles if len(title) <= _MOST), "")


def _is_open(reading: Reading, first: TokenAt, end: TokenAt, left: Left) -> bool:
    """True where a word stands at the end, or before a comma, that another must follow: “a patrol in”, “and”, “the”."""
    kept = [token for token in reading.tokens[first:end] if token.i not in left]
    words = [token for token in kept if token.text[0].isalnum()]
    torn = (one for one, two in pairwise(kept) if two.text in _ENDS and two.i != one.i + 1)
    return any(token.tag in ("CC", "DT", "IN", "PRP$", "TO", "WDT") for token in (*words[-1:], *torn))


def _written(reading: Reading, first: TokenAt, end: TokenAt, left: Left) -> str:
    """The words that are left in, with the white space of the text between them, on one line."""
    parts: list[str] = []
    kept = [token for token in reading.tokens[first:end] if token.i not in left]
    for before, token in zip([None, *kept], kept, strict=False):
        apart = before is not None and (before.i + 1 != token.i or before.end < token.start)
        parts.append((" " if apart and token.text not in (",", ".", ";", ":", "’s", "'s", ")") else "") + token.text)
    words = " ".join("".join(parts).split()).strip(" ,;:-–—")
    if words.endswith(".") and not any(token.text == words.rpartition(" ")[2] for token in kept):
        words = words[:-1]
    return words[:1].upper() + words[1:]


def _in_brackets(reading: Reading, number: SentenceAt) -> Left:
    inside, found = 0, set()
    for token in _tokens(reading, number):
        inside += token.text in _OPEN
        if inside:
            found.add(token.i)
        inside = max(0, inside - (token.text in _CLOSED))
    return frozenset(found)


def _set_apart(reading: Reading, number: SentenceAt) -> Left:
    """“, which happened on Thursday,”, “, a town in the north,”; not the name in “US defence secretary, Paul Arden”."""

    def is_one(token: Token) -> bool:
        named = token.relation == "appos" and token.pos == "PROPN" and not reading.below(token.head, "det", "poss")
        # “There was a time when …”
        meant = token.relation == "relcl" and reading.tokens[token.head].relation in ("attr", "expl")
        return token.relation in _SET_APART and not named and not meant and _is_spare(reading, token)

    return _each(reading, number, is_one)


def _beside_the_verb(reading: Reading, number: SentenceAt) -> Left:
    """Clauses and phrases between commas beside the main clause: “While talks went on, …”, “…, killing nine”."""
    return _each(
        reading,
        number,
        lambda token: (
            token.relation in ("advcl", "prep", "npadvmod", "amod")
            and reading.tokens[token.head].relation == "ROOT"
            and _is_spare(reading, token)
        ),
    )


def _attribution(reading: Reading, number: SentenceAt) -> Left:
    """“…, police said”, “…, according to officials”; not where what they say accuses somebody by name, or is advice."""
    root = _root(reading, number)
    if root is None:
        return frozenset()
    first, end = reading.sentences[number]
    clause = next((one for one in reading.below(root.i, "ccomp") if reading.below(one.i, *_SUBJECTS)), None)
    is_said = clause is not None and reading.subtree(clause.i)[0] == first and root.lemma in word_set("speech", "verbs")
    if clause and is_said and not _is_somebody_s(reading, clause):
        return _run(first, end) - frozenset(reading.subtree(clause.i))
    according = [child for child in reading.below(root.i, "prep") if child.lemma in _ACCORDING]
    beside = [*according, *reading.below(root.i, "parataxis")]
    return frozenset() if is_said or _is_somebody_s(reading, root) else _subtrees(reading, beside)


def _is_somebody_s(reading: Reading, verb: Token) -> bool:
    """True for a deed of somebody who is named, and for what somebody quotes or calls for."""
    words = [reading.tokens[i] for i in reading.subtree(verb.i)]
    if any(token.tag == "MD" or token.text in ("“", '"') for token in words):
        return True
    doers = [*reading.below(verb.i, "agent"), *reading.below(verb.i, "nsubj")]
    return any(
        reading.tokens[i].pos == "PROPN" or reading.tokens[i].name for one in doers for i in reading.subtree(one.i)
    )


def _last_clause(reading: Reading, number: SentenceAt) -> Left:
    """“ as fears grew”, “ after a raid”, “ and fled”, behind the main clause."""
    root = _root(reading, number)
    if root is None:
        return frozenset()
    spare = word_set("writing", "spare")
    late = [child for child in reading.below(root.i, "advcl", "prep") if child.i > root.i]
    late = [child for child in late if reading.tokens[reading.subtree(child.i)[0]].text.lower() in spare]
    late = [child for child in late if child.relation == "advcl" or child.text.lower() != "as"]
    joined = [child for child in reading.below(root.i, "conj") if _is_loose(reading, child)]
    last = _at_the_end(reading, number, [*late, *joined])
    ties = reading.below(root.i, "cc") if any(child in joined for child in last) else []
    return _subtrees(reading, [*last, *ties])


def _at_the_end(reading: Reading, number: SentenceAt, tokens: Sequence[Token]) -> list[Token]:
    """Those behind which nothing follows but others of them."""
    end = reading.sentences[number][1]
    found = []
    for token in sorted(tokens, key=lambda one: -reading.subtree(one.i)[0]):
        below = reading.subtree(token.i)
        if any(one.text[0].isalnum() and one.relation != "cc" for one in reading.tokens[below[-1] + 1 : end]):
            break
        found.append(token)
        end = below[0]
    return found


def _is_loose(reading: Reading, verb: Token) -> bool:
    """True for “and fled”, and for a clause of its own behind a comma."""
    if verb.pos not in ("VERB", "AUX"):
        return False
    start = reading.subtree(verb.i)[0]
    parted = any(token.text in _ENDS for token in reading.tokens[max(0, start - 2) : start])
    return parted or not reading.below(verb.i, *_SUBJECTS)


def _what_it_was_aimed_at(reading: Reading, number: SentenceAt) -> Left:
    """“an attack on a depot in Dorlen”: an attack in Dorlen."""
    found: set[TokenAt] = set()
    for token in _tokens(reading, number):
        if (
            token.relation == "prep"
            and token.text in ("on", "at", "against")
            and reading.tokens[token.head].pos == "NOUN"
        ):
            inner = [two for one in reading.below(token.i, "pobj") for two in reading.below(one.i, "prep")]
            place = next((one for one in inner if one.text == "in" and _names_a_place(reading, one)), None)
            if place:
                found |= _run(token.i, place.i)
    return frozenset(found)


# In this order, each only where what is left is still too long.
STEPS: tuple[Step, ...] = (
    _in_brackets,
    _set_apart,
    _beside_the_verb,
    _attribution,
    _last_clause,
    _what_it_was_aimed_at,
)


def _tokens(reading: Reading, number: SentenceAt) -> tuple[Token, ...]:
    first, end = reading.sentences[number]
    return reading.tokens[first:end]


def _each(reading: Reading, number: SentenceAt, is_one: Callable[[Token], bool]) -> Left:
    return _subtrees(reading, filter(is_one, _tokens(reading, number)))


def _run(first: TokenAt, end: int) -> Left:
    return frozenset(map(TokenAt, range(first, end)))


def _subtrees(reading: Reading, tokens: Iterable[Token]) -> Left:
    """All that hangs on these, with the comma before and the one after."""
    found: set[TokenAt] = set()
    for token in tokens:
        below = reading.subtree(token.i)
        found |= _run(below[0], below[-1] + 1)
        if below[0] > 0 and reading.tokens[below[0] - 1].text == ",":
            found.add(TokenAt(below[0] - 1))
        if below[-1] + 1 < len(reading.tokens) and reading.tokens[below[-1] + 1].text == ",":
            found.add(TokenAt(below[-1] + 1))
    return frozenset(found)


def _is_spare(reading: Reading, token: Token) -> bool:
    """True for what commas part from the rest, and that neither limits nor denies what is said."""
    below = reading.subtree(token.i)
    first, end = reading.sentences[token.sentence]
    before = below[0] == first or reading.tokens[below[0] - 1].text == ","
    after = below[-1] + 1 >= end - 1 or reading.tokens[below[-1] + 1].text in (",", ".")
    words = {reading.tokens[i].text.lower() for i in below}
    whole = below[-1] - below[0] + 1 == len(below)
    told = reading.tokens[below[0]].text.lower() == "that"
    return before and after and whole and not told and not words & word_set("writing", "limits")


def _names_a_place(reading: Reading, preposition: Token) -> bool:
    objects = reading.below(preposition.i, "pobj")
    return any(one.name in ("GPE", "LOC", "FAC") or one.pos == "PROPN" for one in objects)
