"""Whose words they are: the subject of a verb of saying, "according to X", the subject of blame."""

from collections.abc import Iterator
from itertools import pairwise

from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.triggers import deed_words
from dateline.text.lexicon import word_set

Claimant = int | str | None
_ARTICLES = {"the", "a", "an", "The", "A", "An"}
_LONGEST = 12


def speaker_of(scene: Scene, at: int) -> Claimant:
    """Who is said to say what the token belongs to; None where the report speaks for itself."""
    reading = scene.reading
    chain = [reading.tokens[at], *reading.ancestors(at)]
    for verb in _sayings(scene, chain):
        speaker = subject_of(scene, verb)
        if speaker is not None:
            return speaker
    return _according_to(scene, reading.tokens[at].sentence)


def _sayings(scene: Scene, chain: list[Token]) -> Iterator[Token]:
    """The verbs of saying above a token whose content it is: “X said that …”, “…, X said”."""
    verbs = word_set("speech", "verbs")
    for below, above in pairwise(chain):
        content = below.relation in ("ccomp", "parataxis") or (below.relation == "dobj" and above.lemma == "report")
        if content and above.lemma in verbs and above.pos == "VERB":
            yield above
    for token in chain:
        yield from (one for one in scene.reading.below(token.i, "parataxis") if one.lemma in verbs)


def subject_of(scene: Scene, verb: Token) -> Claimant:
    """The subject of a verb, or of the one that it is joined to."""
    reading = scene.reading
    for token in (verb, *reading.ancestors(verb.i)[:2]):
        subjects = reading.below(token.i, "nsubj")
        if subjects:
            subject = subjects[0]
            if subject.tag in ("WP", "WDT") and token.relation == "relcl":
                subject = reading.tokens[token.head]
            return naming(scene, subject)
        if token.relation not in ("conj", "xcomp", "ROOT"):
            return None
    return None


def naming(scene: Scene, token: Token, *, anybody: bool = False) -> Claimant:
    """The actor that a noun phrase is or holds in apposition, else its words; None for pronouns.

    anybody  a noun that names no speaker counts too
    """
    reading = scene.reading
    for one in (token, *reading.below(token.i, "appos")):
        if one.i in scene.actor_at:
            return scene.actor_at[one.i]
    known = _meant(scene, token)
    if known is None and token.pos != "PRON":
        known = _short(scene, token)
    if known is not None:
        return known
    speaks = token.pos == "PROPN" or (token.pos == "NOUN" and (anybody or token.lemma in _speakers()))
    return phrase_of(reading, token) if speaks else None


def phrase_of(reading: Reading, token: Token) -> str | None:
    """A noun with the words that belong to it, in one line, without an article and what is added behind it."""
    skipped = {
        i for one in reading.below(token.i, "relcl", "acl", "appos", "cc", "punct") for i in reading.subtree(one.i)
    }
    kept = [i for i in reading.subtree(token.i) if i not in skipped]
    last = token.i
    for i in kept[kept.index(token.i) :]:
        if i != last and i != last + 1:
            break
        last = i
    first = kept[0]
    while first < last and reading.tokens[first].text in _ARTICLES:
        first += 1
    if last - first >= _LONGEST:
        last = token.i
    return " ".join(reading.span(first, last).of(reading.text).split()) if first <= last else None


def _short(scene: Scene, token: Token) -> int | None:
    """“The front” is the one of that noun that was named last."""
    if not any(one.lemma == "the" for one in scene.reading.below(token.i, "det")):
        return None
    if scene.reading.below(token.i, "compound", "amod", "prep"):
        return None
    before = [item for item in scene.short_names.get(token.lemma, ()) if item[0].end <= token.start]
    return max(before)[1] if before else None


def _meant(scene: Scene, token: Token) -> Claimant:
    """Whom a pronoun or a definite noun stands for; None where nobody can tell."""
    antecedent = scene.antecedents.get(token.i)
    if antecedent is None:
        return None
    words_ = phrase_of(scene.reading, scene.reading.tokens[antecedent.at])
    return words_ if antecedent.actor is None else antecedent.actor


def _speakers() -> frozenset[str]:
    return word_set("speech", "speakers") | word_set("casualties", "people") | word_set("titles", "spokespersons")


def _according_to(scene: Scene, sentence: int) -> Claimant:
    first, end = scene.reading.sentences[sentence]
    for token in scene.reading.tokens[first:end]:
        if is_according(scene.reading, token):
            return voice_after(scene, token)
    return None


def is_according(reading: Reading, token: Token) -> bool:
    """True for the first word of “according to”."""
    following = reading.tokens[token.i + 1 : token.i + 2]
    return token.lemma in ("accord", "according") and bool(following) and following[0].lemma == "to"


def voice_after(scene: Scene, token: Token) -> Claimant:
    """Who stands after “according to”."""
    for noun in scene.reading.below(token.i + 1, "pobj"):
        return naming(scene, _author(scene, noun))
    return None


def _author(scene: Scene, noun: Token) -> Token:
    """“Statements made by militia officials” are the officials'."""
    if noun.lemma not in word_set("speech", "documents"):
        return noun
    for i in scene.reading.subtree(noun.i):
        token = scene.reading.tokens[i]
        if token.relation == "pobj" and scene.reading.tokens[token.head].lemma in ("by", "from", "of"):
            return token
    return noun


def accused(scene: Scene, token: Token) -> list[int]:
    """The actors whom the clause of this token makes responsible; empty where it is no blame."""
    reading = scene.reading
    if _is_aim(reading, token) or _is_asked(reading, token):
        return []
    if token.pos == "VERB" and token.lemma in word_set("attribution", "blame"):
        nouns = [*reading.below(token.i, "dobj"), *_held(scene, token)]
        return _actors(scene, nouns, token, ("on",)) if _is_of_deed(scene, token) else []
    if token.lemma == "hold" and token.pos == "VERB":
        below = [reading.tokens[i] for i in reading.subtree(token.i)]
        if any(one.lemma in word_set("attribution", "responsible") for one in below):
            subjects = [one for one in below if one.relation in ("dobj", "nsubj") and one.i > token.i]
            subjects += _held(scene, token)
            return _actors(scene, subjects, token, ())
    if token.lemma in word_set("attribution", "nouns") and token.pos == "NOUN" and not _is_claimed(scene, token):
        return _actors(scene, [], token, tuple(word_set("attribution", "towards")))
    if token.pos == "VERB" and token.lemma in word_set("attribution", "attribute"):
        return _actors(scene, [], token, ("to",)) if _attributes_deed(reading, token) else []
    return []


def _held(scene: Scene, verb: Token) -> list[Token]:
    """“X are blamed for it”, “are held responsible”: groups, not persons, and not who may or should be."""
    held = [] if _is_wished(scene.reading, verb) else scene.reading.below(verb.i, "nsubjpass")
    return [one for one in held if scene.actor_at.get(one.i) not in scene.persons]


def _is_wished(reading: Reading, verb: Token) -> bool:
    """“May be”, “must be”, “to be”, “are not”."""
    return any(one.tag in ("MD", "TO") for one in reading.below(verb.i, "aux")) or bool(reading.below(verb.i, "neg"))


def called_responsible(scene: Scene, token: Token) -> list[int]:
    """Of “Y is responsible for the attack” the actors, of “Y was behind it” too; empty after “may” and the like."""
    reading = scene.reading
    if token.lemma != "be" or reading.below(token.i, "aux") or _is_asked(reading, token):
        return []
    said = [one for one in reading.below(token.i, "acomp") if one.lemma in word_set("attribution", "responsible")]
    words = [of for one in said for of in reading.below(one.i, "prep")]
    words += [one for one in reading.below(token.i, "prep") if one.lemma == "behind"]
    if any(noun.lemma in deed_words() for of in words for noun in reading.below(of.i, "pobj")):
        return _actors(scene, reading.below(token.i, "nsubj"), token, ())
    deed = any(one.lemma in deed_words() for one in reading.below(token.i, "nsubj"))
    works = [one for one in reading.below(token.i, "attr") if one.lemma == "work"] if deed else []
    return _actors(scene, [noun for one in works for noun in _after(reading, one, "of")], token, ())


def accused_unnamed(scene: Scene, token: Token) -> list[str]:
    """Those without a name whom a verb of blame has for its object, in the report's words."""
    if token.pos != "VERB" or _is_aim(scene.reading, token) or _is_asked(scene.reading, token):
        return []
    rest, found = _blamed(scene, token), []
    while rest:
        noun = rest.pop(0)
        if noun.pos == "NOUN" and noun.i not in scene.actor_at and noun.lemma in _may_be_accused():
            found.append(phrase_of(scene.reading, noun) or "")
        rest += scene.reading.below(noun.i, "conj")
    return [phrase for phrase in found if phrase]


def _may_be_accused() -> frozenset[str]:
    lists = ("groups", "armed", "members", "forces")
    return word_set("casualties", "people").union(*(word_set("attribution", key) for key in lists))


def _blamed(scene: Scene, verb: Token) -> list[Token]:
    """“Blamed Y”, “blamed it on Y”, “attributed it to Y”."""
    reading = scene.reading
    if verb.lemma in word_set("attribution", "attribute"):
        return _after(reading, verb, "to") if _attributes_deed(reading, verb) else []
    if verb.lemma == "hold":
        held = [
            one for one in reading.below(verb.i, "oprd", "acomp") if one.lemma in word_set("attribution", "responsible")
        ]
        return _held(scene, verb) if held else []
    if verb.lemma not in word_set("attribution", "blame") or not _is_of_deed(scene, verb):
        return []
    return [*reading.below(verb.i, "dobj"), *_held(scene, verb), *_after(reading, verb, "on")]


def _after(reading: Reading, verb: Token, word: str) -> list[Token]:
    return [noun for one in reading.below(verb.i, "prep") if one.lemma == word for noun in reading.below(one.i, "pobj")]


def _is_aim(reading: Reading, verb: Token) -> bool:
    """“Their mission was to kill and to blame the army”: nobody blames it so far."""
    first = reading.tokens[verb.head] if verb.relation == "conj" else verb
    return verb.tag == "VB" and any(one.text.lower() == "to" for one in reading.below(first.i, "aux"))


def _is_asked(reading: Reading, token: Token) -> bool:
    """“Unclear if Y is to blame”, and what a duty “passes to Y” is about: nobody is blamed."""
    above = [token, *reading.ancestors(token.i)[:1]]
    asked = any(one.lemma in ("if", "whether") for word in above for one in reading.below(word.i, "mark"))
    return asked or (token.pos == "NOUN" and above[-1].lemma in word_set("attribution", "handed"))


def _attributes_deed(reading: Reading, verb: Token) -> bool:
    """“A raid attributed to Y” blames Y; “extremists linked to Y”, “a letter attributed to Y” do not."""
    deeds = deed_words(whole=True) | word_set("attribution", "deeds")
    told = reading.below(verb.i, "dobj", "nsubjpass") or reading.below(verb.i, "nsubj")
    nouns = [reading.tokens[verb.head]] if verb.relation in ("acl", "relcl") else told
    return any(one.lemma in deeds or one.pos == "PRON" for one in nouns)


def _is_of_deed(scene: Scene, verb: Token) -> bool:
    """“Accused X of bombing the depot” blames for a deed; “of supporting rebels”, “accused soldiers” do not."""
    if verb.lemma != "accuse":
        return True
    deeds = word_set("attribution", "carry-out") | word_set("casualties", "kill") | deed_words()
    of = (one for one in scene.reading.below(verb.i, "prep") if one.lemma == "of")
    return any(one.lemma in deeds for word in of for one in scene.reading.below(word.i, "pcomp", "pobj"))


def _is_claimed(scene: Scene, token: Token) -> bool:
    return scene.reading.tokens[token.head].lemma in word_set("attribution", "claim-verbs") | word_set(
        "attribution", "deny"
    )


def _actors(scene: Scene, nouns: list[Token], token: Token, after: tuple[str, ...]) -> list[int]:
    reading = scene.reading
    found = list(nouns)
    for holder in (token, reading.tokens[token.head]) if token.pos == "NOUN" else (token,):
        for word in reading.below(holder.i, "prep", "dative"):
            if word.lemma in after:
                found += reading.below(word.i, "pobj")
    actors = []
    while found:
        noun = found.pop(0)
        if noun.i in scene.actor_at and scene.actor_at[noun.i] not in actors:
            actors.append(scene.actor_at[noun.i])
        found += reading.below(noun.i, "conj", "appos")
    return actors


def claimant_at(scene: Scene, token: Token) -> Claimant:
    """The subject of the verb that the token is or hangs on."""
    for verb in (token, *scene.reading.ancestors(token.i)):
        if verb.pos in ("VERB", "AUX"):
            subject = subject_of(scene, verb)
            if subject is not None or verb.relation not in ("acl", "advcl"):
                return subject
    return None


def is_nobody(scene: Scene, verb: Token) -> bool:
    """“No group”, “nobody”."""
    nobody = {"no", "nobody", "none", "neither"}
    subjects = scene.reading.below(verb.i, "nsubj")
    return any(
        one.lemma in nobody or any(word.lemma in nobody for word in scene.reading.below(one.i, "det", "neg"))
        for one in subjects
    )
