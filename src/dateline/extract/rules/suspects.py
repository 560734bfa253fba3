"""Who is held for a deed, without a name: "two men suspected of the bombing". An arrest accuses nobody by name."""

from collections.abc import Iterator

from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Token
from dateline.extract.rules.speakers import phrase_of
from dateline.extract.rules.triggers import deed_words
from dateline.text.lexicon import word_set

_TIED = frozenset({"link", "connect", "tie"})
_ABOUT = frozenset({"connection", "relation", "link", "conjunction"})


def suspects(scene: Scene) -> Iterator[tuple[Token, str]]:
    """The verb that says so and a description in the report's words."""
    for token in scene.reading.tokens:
        if token.pos == "VERB" and token.lemma in word_set("attribution", "suspect") and _for_a_deed(scene, token):
            for noun in _held(scene, token):
                if noun.pos == "NOUN" and noun.i not in scene.actor_at and _is_people(noun):
                    text = phrase_of(scene.reading, noun)
                    if text:
                        yield token, text


def _held(scene: Scene, verb: Token) -> Iterator[Token]:
    reading = scene.reading
    rest = reading.below(verb.i, "dobj", "nsubjpass")
    if verb.relation in ("acl", "relcl") and verb.tag == "VBN":
        rest = [reading.tokens[verb.head]]
    while rest:
        noun = rest.pop(0)
        yield noun
        rest += reading.below(noun.i, "conj", "appos")


def _is_people(noun: Token) -> bool:
    return noun.lemma in word_set("casualties", "people") | word_set("attribution", "armed")


def _for_a_deed(scene: Scene, verb: Token) -> bool:
    """“For”, “of”, “in connection with” and a deed."""
    reading = scene.reading
    deeds = word_set("attribution", "carry-out") | word_set("casualties", "kill") | deed_words()
    for one in reading.below(verb.i, "prep"):
        if one.lemma in word_set("attribution", "suspect-of"):
            below = [reading.tokens[i] for i in reading.subtree(one.i)]
            if one.lemma == "to" and verb.lemma not in _TIED:
                continue  # “sentenced the mayor to death”
            if one.lemma == "in" and not any(word.lemma in _ABOUT for word in below):
                continue  # “arrested in a raid”
            if any(word.lemma in deeds and word.i != verb.i for word in below):
                return True
    return False
