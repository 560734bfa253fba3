"""Who a noun phrase is, and whose verb it is: the subject of saying, with titles, pronouns and short names resolved."""

from collections.abc import Iterable

from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.norms import is_norm
from dateline.facts.extraction import ActorAt
from dateline.text.lexicon import word_set

Claimant = ActorAt | str | None
_ARTICLES = {"the", "a", "an", "The", "A", "An"}
_LONGEST = 12
_STEPS = 3  # verbs up to the one that holds the subject


def subject_of(scene: Scene, verb: Token) -> Claimant:
    """The actor or the words of a verb's subject; None for a pronoun that nobody can resolve."""
    subject = subject_token(scene.reading, verb)
    return naming(scene, subject) if subject else None


def subject_token(reading: Reading, verb: Token) -> Token | None:
    """The noun that does what a verb tells: its subject, its agent, or that of the verb on which it hangs."""
    if reading.below(verb.i, "nsubjpass", "auxpass"):
        return next((noun for by in reading.below(verb.i, "agent") for noun in reading.below(by.i, "pobj")), None)
    at = verb
    for _ in range(_STEPS):
        subject = _own_subject(reading, at, verb)
        above = _above(reading, at, verb) if subject is None else None
        if above is None:
            return subject
        if above.pos not in ("VERB", "AUX"):
            return _holder(reading, above)
        quoted = _quoted_by(reading, at, above)
        if quoted is not None:
            return quoted
        at = above
    return None


def _above(reading: Reading, at: Token, verb: Token) -> Token | None:
    """Where to look next for the subject; None where two may be meant."""
    above = _governor(reading, at)
    if above is None or at is not verb or not _is_content(reading, verb, above):
        return above
    return reading.tokens[above.head] if verb.lemma in word_set("speech", "adding") else None


def _own_subject(reading: Reading, verb: Token, first: Token) -> Token | None:
    """A subject on the same side of quotation marks: of “"Anna Kerr," Tom Hill said” the speaker is Tom Hill."""
    where = reading.quotation_at.get(verb.i)
    relations = ("nsubj",) if verb is first else ("nsubj", "nsubjpass")
    subjects = [one for one in reading.below(verb.i, *relations) if reading.quotation_at.get(one.i) == where]
    if not subjects:
        return None
    subject = subjects[-1] if subjects[0].i < subjects[-1].i < verb.i else subjects[0]
    return reading.tokens[verb.head] if subject.tag in ("WP", "WDT") and verb.relation == "relcl" else subject


def _governor(reading: Reading, verb: Token) -> Token | None:
    """What a verb without a subject hangs on: “came and said”, “went on to say”, “left, saying”, “after saying”."""
    head = reading.tokens[verb.head]
    if verb.relation in ("conj", "xcomp") or (verb.relation in ("advcl", "acl") and verb.tag in ("VBG", "VB")):
        return head if head is not verb else None
    if verb.relation == "pcomp":
        return reading.tokens[head.head] if head.relation in ("prep", "mark", "advmod") else None
    return None


def _is_content(reading: Reading, saying: Token, above: Token) -> bool:
    """“N said that Y left and announced …”, “N said that Y left, adding …”: N may say it as well as Y."""
    said = word_set("speech", "verbs") | word_set("speech", "believing")
    inner = above.relation == "ccomp" and above.lemma not in said and reading.tokens[above.head].lemma in said
    speaks = saying.lemma in said | word_set("speech", "denying")
    return inner and speaks and saying.relation in ("conj", "advcl")


def _quoted_by(reading: Reading, saying: Token, above: Token) -> Token | None:
    """“N was quoted as saying”, “the paper quoted N as saying”: N says it."""
    if saying.relation != "pcomp" or above.lemma not in word_set("speech", "quoting"):
        return None
    return next(iter(reading.below(above.i, "nsubjpass", "dobj")), None)


def _holder(reading: Reading, noun: Token) -> Token | None:
    """Of “a statement saying that” its author, where it is told beside it; of “officials saying that” the officials."""
    if noun.lemma not in word_set("speech", "documents"):
        return noun if may_speak(noun) else None
    author = author_of(reading, noun)
    if author is not noun:
        return author
    verb = reading.tokens[noun.head]
    issued = noun.relation == "dobj" and verb.pos == "VERB"
    return next(iter(reading.below(verb.i, "nsubj")), None) if issued else noun


def author_of(reading: Reading, noun: Token) -> Token:
    """Of “the army's statement”, “statements made by officials” the army, the officials; else the noun itself."""
    if noun.lemma not in word_set("speech", "documents"):
        return noun
    whose = reading.below(noun.i, "poss")
    if whose:
        return whose[0]
    for i in reading.subtree(noun.i):
        token = reading.tokens[i]
        if token.relation == "pobj" and reading.tokens[token.head].lemma in ("by", "from", "of"):
            return token
    return noun


def naming(scene: Scene, token: Token, *, anybody: bool = False) -> Claimant:
    """The actor that a noun phrase is or holds in apposition, else its words; None for pronouns.

    anybody  a noun that names no speaker counts too
    """
    reading = scene.reading
    for one in (token, *reading.below(token.i, "appos")):
        if one.i in scene.actor_at:
            return scene.actor_at[one.i]
    known = _meant(scene, token)
    if known is not None:
        return known
    speaks = token.pos == "PROPN" or (token.pos == "NOUN" and (anybody or token.lemma in _speakers()))
    return phrase_of(reading, token) if speaks else None


_OPEN_ENDS = frozenset({",", ";", ":", "(", "[", "–", "—", "“"})  # with which no phrase ends


def phrase_of(reading: Reading, token: Token, *, without: Iterable[Token] = ()) -> str | None:
    """A noun with the words that belong to it, in one line, without an article and what is added behind it.

    without  words below it that are left out with what hangs on them
    """
    added = (*reading.below(token.i, "relcl", "acl", "appos", "cc", "punct"), *without)
    skipped = {i for one in added for i in reading.subtree(one.i)}
    kept = [i for i in reading.subtree(token.i) if i not in skipped]
    last = token.i
    for i in kept[kept.index(token.i) :]:
        if i != last and i != last + 1:
            break
        last = i
    last = _hyphened(reading, last)
    first = kept[0]
    while first < last and (_is_left_out(reading.tokens[first]) or _opens_nothing(reading, first, last)):
        first = TokenAt(first + 1)
    while first < last and reading.tokens[last].text in _OPEN_ENDS:
        last = TokenAt(last - 1)
    if last - first >= _LONGEST:
        last = token.i
    return " ".join(reading.span(first, last).of(reading.text).split()) if first <= last else None


def _hyphened(reading: Reading, last: TokenAt) -> TokenAt:
    """“Mother-in-law” is one word: the last token of it."""
    tokens = reading.tokens
    while last + 2 < len(tokens) and tokens[last + 1].text == "-":
        if not tokens[last].end == tokens[last + 1].start == tokens[last + 2].start - 1:
            break
        last = TokenAt(last + 2)
    return last


def _is_left_out(token: Token) -> bool:
    """An article, or “whose”."""
    return token.text in _ARTICLES or token.tag == "WP$"


def _opens_nothing(reading: Reading, first: TokenAt, last: TokenAt) -> bool:
    """A sign before a phrase that closes in it nowhere."""
    if any(one.isalnum() for one in reading.tokens[first].text):
        return False
    within = "".join(one.text for one in reading.tokens[first + 1 : min(last, first + 2 * _LONGEST) + 1])
    return not any(one in within for one in "\"'”’)]")


def _meant(scene: Scene, token: Token) -> Claimant:
    """Whom a pronoun or a definite noun stands for; None where nobody can tell."""
    antecedent = scene.antecedents.get(token.i)
    if antecedent is None or _is_spoken_of(scene.reading, token, antecedent.at):
        return None
    words_ = phrase_of(scene.reading, scene.reading.tokens[antecedent.at])
    return words_ if antecedent.actor is None else antecedent.actor


def _is_spoken_of(reading: Reading, pronoun: Token, other: TokenAt) -> bool:
    """“Norway, they said, has paid”: who speaks so is not who is spoken of."""
    verb = reading.tokens[pronoun.head]
    told = reading.tokens[other].head == verb.head or other == verb.head
    return verb.relation == "parataxis" and pronoun.relation == "nsubj" and told


def may_speak(token: Token) -> bool:
    """A name, or a noun for people or a body that can say something; not “Legend”."""
    if is_norm(token):
        return False
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.lemma in _speakers())


def _speakers() -> frozenset[str]:
    return word_set("speech", "speakers") | word_set("casualties", "people") | word_set("titles", "spokespersons")


def is_nobody(scene: Scene, verb: Token) -> bool:
    """“No group”, “nobody”."""
    nobody = {"no", "nobody", "none", "neither"}
    subjects = scene.reading.below(verb.i, "nsubj")
    return any(
        one.lemma in nobody or any(word.lemma in nobody for word in scene.reading.below(one.i, "det", "neg"))
        for one in subjects
    )
