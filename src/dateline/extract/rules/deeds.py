"""Claims that lie in how a report tells a deed: who did it, to whom, and how many were killed or hurt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.extract.rules.clauses import words_of
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.parts import BY_LAW, doers
from dateline.extract.rules.speakers import naming, phrase_of
from dateline.extract.rules.triggers import deed_words
from dateline.extract.rules.voices import Voice, voice_of
from dateline.facts.extraction import FoundActor, FoundClaim, FoundIncident, IncidentAt
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

    def each_event(self) -> Iterator[tuple[IncidentAt, Event]]:
        """What each incident was made from, with the incident's position."""
        return ((IncidentAt(number), event) for number, event in enumerate(self.events))


def by_deed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“was reportedly carried out by X”, “X shelled the town”, “X shelled the town, witnesses said”."""
    scene = testimony.scene
    for number, event in testimony.each_event():
        for part in event.parts:
            voice = voice_of(scene, part.at)
            stance = stance_of(scene, voice, part.at)
            if part.role == "alleged-perpetrator" and may_blame(event) and stance:
                span = words_of(scene.reading, part.at, voice.at)
                yield FoundClaim(span, stance, voice.claimant, number, part.actor, PERPETRATOR)


def by_unnamed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Gunmen killed the mayor”: doers without a name, in the report's words."""
    scene = testimony.scene
    for number, event in testimony.each_event():
        if not may_blame(event) or any(part.role == "alleged-perpetrator" for part in event.parts):
            continue
        for token, name, told in unnamed_doers(scene, event):
            voice = voice_of(scene, token.i)
            stance = stance_of(scene, voice, token.i, own=told)
            if stance:
                span = words_of(scene.reading, token.i, voice.at)
                yield FoundClaim(span, stance, voice.claimant, number, role=PERPETRATOR, text=name)


def stance_of(scene: Scene, voice: Voice, at: TokenAt, *, own: str = "asserts") -> str:
    """What the claimant does with what a token tells; "" where nobody says so. own: where the report says so."""
    if voice.how == "unsaid":
        return ""
    if voice.how == "denied":
        return "denies" if voice.claimant is not None else ""
    if voice.how in ("thought", "untold") or (voice.how == "own" and is_hedged(scene, at)):
        return "reports"
    return own


_Doer = tuple[Token, str, str]


def unnamed_doers(scene: Scene, event: Event) -> list[_Doer]:
    """The noun, its words and a stance: those whom the grammar of the event's own words names."""
    return list(_by_grammar(scene, event)) or list(_by_taking_part(scene, event))


def _by_grammar(scene: Scene, event: Event) -> Iterator[_Doer]:
    for trigger in event.triggers:
        for token in doers(scene.reading, trigger):
            yield from _described(scene, token, "asserts")


def _by_taking_part(scene: Scene, event: Event) -> Iterator[_Doer]:
    """“Three men took part in the raid”, “a bomb placed by two men exploded”, “it had been placed by two men”."""
    reading = scene.reading
    for trigger in event.triggers:
        head = reading.tokens[trigger.head]
        verb = _verb_of_part(scene, head)
        for noun in reading.below(verb.i, "nsubj", "nsubjpass") if verb else ():
            yield from _described(scene, noun, "reports")
        for clause in _placing(reading, head):
            for by in reading.below(clause.i, "agent"):
                for noun in reading.below(by.i, "pobj"):
                    yield from _described(scene, noun, "reports")


def _placing(reading: Reading, head: Token) -> Iterator[Token]:
    """The verbs that say who put there what blew up: beside it, or of “it” in the next sentence."""
    devices = [head, *reading.below(head.i, "nsubj")]
    for device in devices:
        yield from _carrying(reading.below(device.i, "acl", "relcl"))
    if head.sentence + 1 < len(reading.sentences):
        first, end = reading.sentences[head.sentence + 1]
        for verb in _carrying(reading.tokens[first:end]):
            meant = {one.lemma for one in reading.below(verb.i, "nsubjpass")}
            if verb.relation == "ROOT" and meant & {"it", *(device.lemma for device in devices)}:
                yield verb


def _carrying(tokens: Iterable[Token]) -> Iterator[Token]:
    return (one for one in tokens if one.tag == "VBN" and one.lemma in word_set("attribution", "carry-out"))


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


def by_number(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Nine people were killed, the ministry said”; without a voice the report's own."""
    scene = testimony.scene
    for number, event in testimony.each_event():
        for casualty in event.casualties:
            voice = voice_of(scene, casualty.verb)
            stance = stance_of(scene, voice, casualty.verb)
            if casualty.count and stance:
                fatalities, injured = (None, casualty.count) if casualty.injured else (casualty.count, None)
                span = words_of(scene.reading, casualty.verb, voice.at)
                text = described(scene, casualty.heads)
                yield FoundClaim(
                    span, stance, voice.claimant, number, fatalities=fatalities, injured=injured, text=text
                )


def described(scene: Scene, heads: Iterable[TokenAt]) -> str:
    """Those without a name in the report's words: “two soldiers, a guard”."""
    reading = scene.reading
    tokens = [reading.tokens[head] for head in heads if head not in scene.actor_at]
    tokens = [token for token in tokens if (token.pos == "NOUN" and _is_whole(reading, token)) or _is_called(token)]
    among = [one for token in tokens for one in _including(scene, token)]
    phrases = [phrase_of(reading, token) for token in (*tokens, *among)]
    return ", ".join(dict.fromkeys(phrase for phrase in phrases if phrase))


def _is_whole(reading: Reading, token: Token) -> bool:
    """False for the parts of “non-combatants” and for “killed fighting alongside”."""
    following = reading.tokens[token.i + 1 : token.i + 2]
    around = (*following, *reading.tokens[max(token.i - 1, 0) : token.i])
    hyphened = any(one.text in ("-", "–") for one in around)
    return token.text[0].isalnum() and not hyphened and not (token.text.endswith("ing") and token.lemma in deed_words())


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


def is_hedged(scene: Scene, at: TokenAt) -> bool:
    """“Reportedly”, “allegedly” in the sentence of a token."""
    first, end = scene.reading.sentences[scene.reading.tokens[at].sentence]
    return any(
        token.lemma in word_set("attribution", "hedges") or token.text.lower() in word_set("attribution", "hedges")
        for token in scene.reading.tokens[first:end]
    )
