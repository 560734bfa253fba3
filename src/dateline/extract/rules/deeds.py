"""Claims that lie in how a report tells a deed: who did it, to whom, and how many were killed or hurt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.extract.rules.clauses import clause_of
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Token
from dateline.extract.rules.parts import BY_LAW, doers
from dateline.extract.rules.speakers import naming, phrase_of, speaker_of
from dateline.extract.rules.triggers import deed_words
from dateline.facts.extraction import FoundActor, FoundClaim, FoundIncident
from dateline.text.lexicon import word_set
from dateline.vocabulary import load_vocabulary

PERPETRATOR = "perpetrator"
_LONG = 12  # words behind a noun that still describe it


@dataclass(frozen=True)
class Testimony:
    """What claims are drawn from: the scene, its incidents and what each was made from, and the actors."""

    scene: Scene
    incidents: tuple[FoundIncident, ...]
    events: tuple[Event, ...]
    actors: tuple[FoundActor, ...]


def by_deed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“was reportedly carried out by X”, “X shelled the town”, “X shelled the town, witnesses said”."""
    for number, event in enumerate(testimony.events):
        for part in event.parts:
            if part.role == "alleged-perpetrator" and may_blame(event):
                claimant = speaker_of(testimony.scene, part.at)
                if claimant == part.actor:
                    continue
                hedged = claimant is None and is_hedged(testimony.scene, part.at)
                stance = "reports" if hedged else "asserts"
                span = clause_of(testimony.scene.reading, part.at)
                yield FoundClaim(span, stance, claimant, number, part.actor, PERPETRATOR)


def by_unnamed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Gunmen killed the mayor”: doers without a name, in the report's words."""
    for number, event in enumerate(testimony.events):
        if not may_blame(event) or any(part.role == "alleged-perpetrator" for part in event.parts):
            continue
        for token, name, stance in unnamed_doers(testimony.scene, event):
            claimant = speaker_of(testimony.scene, token.i)
            hedged = claimant is None and is_hedged(testimony.scene, token.i)
            span = clause_of(testimony.scene.reading, token.i)
            told = "reports" if hedged else stance
            yield FoundClaim(span, told, claimant, number, role=PERPETRATOR, text=name)


_Doer = tuple[Token, str, str]


def unnamed_doers(scene: Scene, event: Event) -> list[_Doer]:
    """The noun, its words and a stance: those of the grammar, else the first that are called after such deeds."""
    found = list(_by_grammar(scene, event)) or list(_by_taking_part(scene, event))
    return found or list(_by_calling(scene, event))[:1]


def _by_grammar(scene: Scene, event: Event) -> Iterator[_Doer]:
    for trigger in event.triggers:
        for token in doers(scene.reading, trigger):
            yield from _described(scene, token, "asserts")


def _by_taking_part(scene: Scene, event: Event) -> Iterator[_Doer]:
    """“It was placed by two men”, “three men took part in the raid”: in the event's sentences and those that follow."""
    reading = scene.reading
    own = _sentences(scene, event)
    for number in sorted({*own, *(number + 1 for number in own)}):
        first, end = reading.sentences[number] if number < len(reading.sentences) else (0, 0)
        for token in reading.tokens[first:end]:
            if token.tag == "VBN" and token.lemma in word_set("attribution", "carry-out"):
                for by in reading.below(token.i, "agent"):
                    for noun in reading.below(by.i, "pobj"):
                        yield from _described(scene, noun, "reports")
    for trigger in event.triggers:
        verb = _verb_of_part(scene, reading.tokens[trigger.head])
        for noun in reading.below(verb.i, "nsubj", "nsubjpass") if verb else ():
            yield from _described(scene, noun, "reports")


def _verb_of_part(scene: Scene, noun: Token) -> Token | None:
    """“Participated in the attack”, “took part in the attack”."""
    reading = scene.reading
    preposition = reading.tokens[noun.head]
    if noun.relation != "pobj" or preposition.lemma != "in":
        return None
    verb = reading.tokens[preposition.head]
    if verb.lemma == "part":
        verb = reading.tokens[verb.head]
    if verb.lemma == "take":
        return verb if any(one.lemma == "part" for one in reading.below(verb.i, "dobj")) else None
    return verb if verb.lemma in word_set("attribution", "take-part") else None


def _described(scene: Scene, token: Token, stance: str) -> Iterator[_Doer]:
    """People and groups without a name, in the report's words."""
    is_people = token.lemma in word_set("casualties", "people") | word_set("attribution", "groups")
    armed = word_set("attribution", "armed") | word_set("attribution", "forces")
    is_people = is_people or token.lemma in armed | word_set("attribution", "anybody")
    name = naming(scene, token, anybody=is_people) if token.pos == "NOUN" else None
    if is_people and isinstance(name, str) and token.relation in ("nsubj", "nsubjpass", "pobj", "conj"):
        known_as = _identity(scene, token)
        yield token, f"{name} {known_as}" if known_as else name, "reports" if known_as else stance


def _identity(scene: Scene, noun: Token) -> str:
    """“Suspected to be cattle thieves”, right after “gunmen”: who they are held to be."""
    reading = scene.reading
    for clause in reading.below(noun.i, "acl"):
        below = reading.subtree(clause.i)
        if clause.i == noun.i + 1 == below[0] and clause.lemma in word_set("attribution", "identity"):
            return " ".join(reading.span(below[0], below[-1]).of(reading.text).split()) if len(below) < _LONG else ""
    return ""


def _sentences(scene: Scene, event: Event) -> list[int]:
    return sorted({scene.reading.tokens[trigger.head].sentence for trigger in event.triggers})


def _by_calling(scene: Scene, event: Event) -> Iterator[_Doer]:
    """“The attackers fled”, “two men threw a bag”: in the event's sentences, those that follow and the one before."""
    own = _sentences(scene, event)
    harmed = {head for casualty in event.casualties for head in casualty.heads}
    for number in (*sorted({*own, *(number + 1 for number in own)}), own[0] - 1):
        first, end = scene.reading.sentences[number] if 0 <= number < len(scene.reading.sentences) else (0, 0)
        for token in scene.reading.tokens[first:end]:
            if token.i not in harmed and token.i not in scene.actor_at and _is_armed(scene, event, token):
                name = phrase_of(scene.reading, token)
                if name:
                    yield token, name, "reports"


def _is_armed(scene: Scene, event: Event, token: Token) -> bool:
    if token.pos != "NOUN" or token.relation not in ("nsubj", "pobj"):
        return False
    if token.relation == "pobj" and not _is_by_or_some_of(scene, token):
        return False
    if _does_otherwise(scene, event, token):
        return False
    if token.lemma in word_set("attribution", "armed"):
        return True
    if token.lemma in word_set("attribution", "anybody") and _uses_force(scene, token):
        return True
    before = {one.text.lower() for one in scene.reading.below(token.i)}
    return token.lemma in word_set("casualties", "people") and bool(before & word_set("attribution", "armed-with"))


def _does_otherwise(scene: Scene, event: Event, token: Token) -> bool:
    """“The militia pulled out”, “rebels deny it”, “rocket fire by militants” where another deed is told."""
    reading = scene.reading
    head = reading.tokens[token.head]
    if token.relation == "pobj":
        head = reading.tokens[head.head]
    if any(trigger.first <= head.i <= trigger.last for trigger in event.triggers):
        return False
    saying = word_set("speech", "verbs") | word_set("speech", "judging") | word_set("speech", "thinking")
    other_deed = token.relation == "pobj" and head.pos == "NOUN" and head.lemma in deed_words()
    return other_deed or head.lemma in saying | word_set("attribution", "yield")


def _uses_force(scene: Scene, token: Token) -> bool:
    """“Four men intercepted the car”, “was approached by a youth”."""
    head = scene.reading.tokens[token.head]
    if token.relation == "pobj":
        head = scene.reading.tokens[head.head]
    return head.pos == "VERB" and head.lemma in word_set("attribution", "force")


def _is_by_or_some_of(scene: Scene, token: Token) -> bool:
    """“By gunmen”, “a group of gunmen”; not “the killing of rebels” nor “X is one of the gunmen”."""
    reading = scene.reading
    preposition = reading.tokens[token.head]
    if preposition.lemma != "of":
        return preposition.lemma == "by"
    whole = reading.tokens[preposition.head]
    return whole.relation != "attr" and whole.lemma not in deed_words()


def by_number(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Nine people were killed, the ministry said”; without a voice the report's own."""
    scene = testimony.scene
    for number, event in enumerate(testimony.events):
        for casualty in event.casualties:
            if casualty.count:
                claimant = speaker_of(scene, casualty.verb)
                hedged = claimant is None and is_hedged(scene, casualty.verb)
                fatalities, injured = (None, casualty.count) if casualty.injured else (casualty.count, None)
                span = clause_of(scene.reading, casualty.verb)
                stance = "reports" if hedged else "asserts"
                text = described(scene, casualty.heads)
                yield FoundClaim(span, stance, claimant, number, fatalities=fatalities, injured=injured, text=text)


def described(scene: Scene, heads: Iterable[int]) -> str:
    """Those without a name in the report's words: “two soldiers, a guard”."""
    reading = scene.reading
    tokens = [reading.tokens[head] for head in heads if head not in scene.actor_at]
    tokens = [token for token in tokens if token.pos == "NOUN" or _is_called(token)]
    among = [one for token in tokens for one in _including(scene, token)]
    phrases = [phrase_of(reading, token) for token in (*tokens, *among)]
    return ", ".join(dict.fromkeys(phrase for phrase in phrases if phrase))


def _is_called(token: Token) -> bool:
    """“The Deputy Director was shot”: a title in capitals; “six Iranians”: a people or a faith."""
    called = token.lemma in word_set("casualties", "people") or token.name == "NORP"
    return token.pos in ("PROPN", "ADJ") and called


def _including(scene: Scene, token: Token) -> Iterator[Token]:
    """“Eleven people, including five journalists”."""
    reading = scene.reading
    for one in reading.below(token.i, "prep", "acl"):
        if one.lemma in ("include", "among"):
            rest = reading.below(one.i, "pobj", "dobj")
            while rest:
                noun = rest.pop(0)
                if noun.pos == "NOUN" and noun.i not in scene.actor_at:
                    yield noun
                rest += reading.below(noun.i, "conj")


def may_blame(event: Event) -> bool:
    """True where somebody may be said to have done it, as a deed that is held against them."""
    return event.type not in BY_LAW and may_suffer(event)


def may_suffer(event: Event) -> bool:
    """True where it is done to somebody."""
    entry = load_vocabulary()["incident-types"].get(event.type)
    return bool(entry and entry["has_perpetrator"])


def is_hedged(scene: Scene, at: int) -> bool:
    """“Reportedly”, “allegedly” in the sentence of a token."""
    first, end = scene.reading.sentences[scene.reading.tokens[at].sentence]
    return any(
        token.lemma in word_set("attribution", "hedges") or token.text.lower() in word_set("attribution", "hedges")
        for token in scene.reading.tokens[first:end]
    )
