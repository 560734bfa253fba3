"""Whom a report says somebody to blame: “N blamed Y”, “held Y responsible”, “Y was behind it”."""

from collections.abc import Iterator

from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.sayings import is_asked, is_said
from dateline.extract.rules.speakers import phrase_of, subject_token
from dateline.extract.rules.triggers import deed_words
from dateline.facts.extraction import ActorAt
from dateline.text.lexicon import word_set

_NOMINAL = ("prep", "dative", "pobj", "dobj", "nsubjpass", "acomp", "oprd", "attr", "appos", "conj")


def accused(scene: Scene, token: Token) -> list[ActorAt]:
    """The actors whom the clause of this token makes responsible; empty where it is no blame."""
    reading = scene.reading
    if not _is_said(reading, token) or _is_asked(reading, token):
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
    held += [scene.reading.tokens[verb.head]] if verb.relation == "acl" and verb.tag == "VBN" else []
    return [one for one in held if scene.actor_at.get(one.i) not in scene.persons]


def _is_wished(reading: Reading, verb: Token) -> bool:
    """“May be”, “must be”, “to be”, “are not”."""
    return any(one.tag in ("MD", "TO") for one in reading.below(verb.i, "aux")) or bool(reading.below(verb.i, "neg"))


def called_responsible(scene: Scene, token: Token) -> list[ActorAt]:
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
    if token.pos != "VERB" or not _is_said(scene.reading, token) or _is_asked(scene.reading, token):
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


def _is_said(reading: Reading, token: Token) -> bool:
    """False for “did not blame”, “would blame”, “their mission was to blame”, and in a question."""
    return is_said(reading, token) if token.pos == "VERB" else not is_asked(reading, token)


def _is_asked(reading: Reading, token: Token) -> bool:
    """“Unclear if Y is to blame”, and what a duty “passes to Y” is about: nobody is blamed."""
    above = [token, *reading.ancestors(token.i, 1)]
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
    of = (one for one in phrases_of(scene.reading, verb) if one.lemma == "of")
    return any(one.lemma in deeds for word in of for one in scene.reading.below(word.i, "pcomp", "pobj"))


def phrases_of(reading: Reading, verb: Token) -> Iterator[Token]:
    """The prepositions of a verb's clause; “of” may hang on the name in “accused the Front for Unity of it”."""
    rest = reading.below(verb.i, *_NOMINAL)
    while rest:
        one = rest.pop(0)
        if one.relation in ("prep", "dative"):
            yield one
        rest += reading.below(one.i, *_NOMINAL)


def blamer(reading: Reading, token: Token) -> Token | None:
    """Whoever does the blaming by the grammar, though nobody may be known by it: “he”, “many”; None for “is blamed”."""
    for verb in (token, *reading.ancestors(token.i)):
        if verb.pos in ("VERB", "AUX"):
            return subject_token(reading, verb) or _people_of(reading, verb)
    return None


def _people_of(reading: Reading, verb: Token) -> Token | None:
    """“Those blaming Y”, of “those who blame Y” too."""
    return reading.tokens[verb.head] if verb.relation in ("acl", "relcl") and verb.tag != "VBN" else None


def is_opposed(reading: Reading, token: Token) -> bool:
    """“Disputed reports blaming Y”, “criticised those who accuse Y”, “a statement that contradicts them”."""
    for one in (token, *reading.ancestors(token.i)):
        if one.relation in ("acl", "relcl"):
            noun = reading.tokens[one.head]
            verb = reading.tokens[noun.head]
            verb = reading.tokens[verb.head] if verb.pos == "ADP" else verb
            return noun.relation in ("dobj", "pobj", "nsubjpass") and verb.lemma in word_set("speech", "against")
    return False


def _is_claimed(scene: Scene, token: Token) -> bool:
    return scene.reading.tokens[token.head].lemma in word_set("attribution", "claim-verbs") | word_set(
        "attribution", "deny"
    )


def _actors(scene: Scene, nouns: list[Token], token: Token, after: tuple[str, ...]) -> list[ActorAt]:
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
