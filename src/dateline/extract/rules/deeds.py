"""Claims that lie in how a report tells a deed: who did it, to whom, and how many were killed or hurt."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.extract.rules.answered import of_the_deed
from dateline.extract.rules.clauses import words_of
from dateline.extract.rules.describing import described, identity_of, people_phrase
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.parts import BY_LAW, doers, sides_of_clash
from dateline.extract.rules.speakers import naming, phrase_of
from dateline.extract.rules.voices import Voice, voice_of
from dateline.facts.extraction import FoundActor, FoundClaim, FoundIncident, IncidentAt
from dateline.text.lexicon import word_set
from dateline.vocabulary import load_vocabulary

PERPETRATOR = "perpetrator"
_DOER = ("nsubj", "nsubjpass", "pobj", "conj", "ROOT")


@dataclass(frozen=True)
class Testimony:
    """What claims are drawn from: the scene, its incidents and what each was made from, and the actors."""

    scene: Scene
    incidents: tuple[FoundIncident, ...]
    events: tuple[Event, ...]
    actors: tuple[FoundActor, ...]

    @cached_property
    def by_head(self) -> Mapping[TokenAt, frozenset[IncidentAt]]:
        """The heads of the words that report incidents -> which these are."""
        found: defaultdict[TokenAt, set[IncidentAt]] = defaultdict(set)
        for number, event in self.each_event():
            for trigger in event.triggers:
                found[trigger.head].add(number)
        return {at: frozenset(numbers) for at, numbers in found.items()}

    @cached_property
    def by_word(self) -> Mapping[TokenAt, frozenset[IncidentAt]]:
        """All words that report incidents -> which these are."""
        found: defaultdict[TokenAt, set[IncidentAt]] = defaultdict(set)
        for number, event in self.each_event():
            for trigger in event.triggers:
                for at in range(trigger.first, trigger.last + 1):
                    found[TokenAt(at)].add(number)
        return {at: frozenset(numbers) for at, numbers in found.items()}

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
    for trigger in of_the_deed(scene.reading, event):
        sides = sides_of_clash(scene.reading, trigger) if event.type == trigger.type else ()
        for token in (*doers(scene.reading, trigger), *sides):
            yield from _described(scene, token, "asserts")


def _by_taking_part(scene: Scene, event: Event) -> Iterator[_Doer]:
    """“Three men took part in the raid”, “a bomb placed by two men exploded”, “it had been placed by two men”."""
    reading = scene.reading
    for trigger in of_the_deed(reading, event):
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
    people = armed | word_set("attribution", "anybody")
    is_people = is_people or token.lemma in people or _counts(scene.reading, token, people)
    opens = token.pos == "PROPN" and _opens_with(scene.reading, token, armed)
    is_people = is_people or opens
    name = naming(scene, token, anybody=is_people) if token.pos == "NOUN" or opens else None
    if is_people and isinstance(name, str) and token.relation in _DOER:
        known_as = identity_of(scene.reading, token)
        words = people_phrase(scene.reading, token, doer=True) if name == phrase_of(scene.reading, token) else name
        if words.lower() in ("members", "elements"):
            return  # of whom, the parse does not tell
        yield token, f"{words} {known_as}" if known_as else words, "reports" if known_as else stance


def _opens_with(reading: Reading, token: Token, nouns: Container[str]) -> bool:
    """“Gunmen …” at the head of a sentence, read as a name."""
    first = reading.sentences[token.sentence][0]
    return token.i == first and not token.name and token.text.lower().removesuffix("s") in nouns


def _counts(reading: Reading, noun: Token, people: Container[str]) -> bool:
    """“Dozens of attackers”, “scores of armed men”."""
    if noun.lemma not in word_set("attribution", "counting"):
        return False
    counted = [one for of in reading.below(noun.i, "prep") if of.lemma == "of" for one in reading.below(of.i, "pobj")]
    return any(one.lemma in people or one.lemma in word_set("casualties", "people") for one in counted)


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


def may_blame(event: Event) -> bool:
    """True where somebody may be said to have done it, as a deed that is held against them."""
    return event.type not in BY_LAW and may_suffer(event)


def may_suffer(event: Event) -> bool:
    """True where it is done to somebody."""
    entry = load_vocabulary()["incident-types"].get(event.type)
    return bool(entry and entry["has_perpetrator"])


def is_hedged(scene: Scene, at: TokenAt) -> bool:
    """“Reportedly”, “allegedly” in the sentence of a token."""
    sentence = scene.reading.tokens[at].sentence
    return not word_set("attribution", "hedges").isdisjoint(scene.reading.words_of(sentence))
