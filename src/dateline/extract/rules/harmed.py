"""Those to whom a deed was done, as a report describes them: the unnamed, what was attacked, who the named were."""

from collections.abc import Iterator

from dateline.extract.rules.answered import of_the_deed
from dateline.extract.rules.clauses import words_of
from dateline.extract.rules.deeds import Testimony, may_suffer, stance_of
from dateline.extract.rules.describing import described
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.parts import is_harm, sufferers
from dateline.extract.rules.speakers import phrase_of
from dateline.extract.rules.subjects import after, begins_a_clause
from dateline.extract.rules.triggers import Trigger
from dateline.extract.rules.voices import voice_of
from dateline.facts.extraction import ActorAt, FoundClaim, IncidentAt
from dateline.text.lexicon import word_set

_AT = {"at", "in", "inside", "outside", "near", "through", "into", "under", "beneath", "on", "against"}
_PEOPLES = "NORP"
_OF_A_TOWN = frozenset({"city", "town", "downtown", "village", "central", "urban", "crowded", "busy"})


def to_unnamed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Gunmen kidnapped two engineers”: those without a name to whom it was done, where no number tells of them."""
    scene = testimony.scene
    for number, event in testimony.each_event():
        told = {head for casualty in event.casualties if casualty.count for head in casualty.heads}
        for casualty in event.casualties:
            text = "" if casualty.count else described(scene, casualty.heads)
            if text and _is_of(scene, event, casualty.verb):
                yield from _claims(scene, number, casualty.heads[0], "victim", text)
            told |= set(casualty.heads)
        for trigger in of_the_deed(scene.reading, event) if may_suffer(event) else []:
            if trigger.type == event.type == "armed-clash":
                continue  # who clashed is a doer
            people = [token.i for token in people_harmed(scene, trigger) if token.i not in told]
            text = described(scene, people)
            if text:
                role = "victim" if is_harm(scene.reading, trigger) else "target"
                yield from _claims(scene, number, people[0], role, text)


def to_things(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Stormed a church”, “a blast at a checkpoint”, “a bomb targeting pilgrims”: what was attacked."""
    scene = testimony.scene
    for number, event in testimony.each_event():
        harmed = {head for casualty in event.casualties for head in casualty.heads}
        for token in things_attacked(scene, event) if may_suffer(event) else []:
            text = phrase_of(scene.reading, token)
            if text and token.i not in scene.actor_at and token.i not in harmed:
                yield from _claims(scene, number, token.i, "target", text)


def _is_of(scene: Scene, event: Event, at: TokenAt) -> bool:
    """False for a noun that is no trigger of the event: “it has stepped up killings of rebels”."""
    noun = scene.reading.tokens[at].lemma in word_set("incident-words", "fatal")
    return not noun or any(trigger.head == at for trigger in event.triggers)


def as_described(testimony: Testimony) -> Iterator[FoundClaim]:
    """“The lawyer Omar Rahimi was shot”: what the report calls a victim whom it names."""
    scene = testimony.scene
    for number, event in testimony.each_event():
        for part in event.parts:
            if part.role == "victim" and part.actor in scene.persons:
                token = scene.reading.tokens[part.at]
                text = _calling(scene, token)
                if text:
                    yield from _claims(scene, number, part.at, "victim", text, part.actor)


def _claims(
    scene: Scene, number: IncidentAt, at: TokenAt, role: str, text: str, subject: ActorAt | None = None
) -> Iterator[FoundClaim]:
    voice = voice_of(scene, at)
    stance = stance_of(scene, voice, at)
    if stance:
        span = words_of(scene.reading, at, voice.at)
        yield FoundClaim(span, stance, voice.claimant, number, subject, role, text=text)


def people_harmed(scene: Scene, trigger: Trigger) -> list[Token]:
    """Nouns of people to whom it was done."""
    return [token for token in _sufferers(scene, trigger) if _is_people(token)]


def _sufferers(scene: Scene, trigger: Trigger) -> Iterator[Token]:
    """With those that "and" joins to them."""
    rest = list(sufferers(scene.reading, trigger))
    while rest:
        one = rest.pop(0)
        yield one
        rest += [other for other in scene.reading.below(one.i, "conj") if not begins_a_clause(scene.reading, other)]


def _is_people(token: Token) -> bool:
    return token.lemma in word_set("casualties", "people")


def things_attacked(scene: Scene, event: Event) -> Iterator[Token]:
    """Nouns of buildings, vehicles and the like to which it was done or at which it happened."""
    reading = scene.reading
    for trigger in of_the_deed(reading, event):
        head = reading.tokens[trigger.head]
        for token in (*_sufferers(scene, trigger), *_places_of(scene, event, head)):
            if token.pos in ("NOUN", "PROPN") and _is_thing(reading, token) and not _is_in_a_region(scene, token):
                yield token
    for sentence in sorted({reading.tokens[trigger.head].sentence for trigger in event.triggers}):
        first, end = reading.sentences[sentence]
        for token in reading.tokens[first:end]:
            if token.lemma == "target" and token.pos == "VERB":
                yield from (one for one in reading.below(token.i, "dobj", "nsubjpass") if _is_target(reading, one))


def _is_in_a_region(scene: Scene, token: Token) -> bool:
    """“The West Bank” is no bank."""
    wide = (place for place in scene.places if place.kind in ("region", "province", "country", "sea"))
    return any(span.start <= token.start < span.end for place in wide for span in place.mentions)


def _places_of(scene: Scene, event: Event, head: Token) -> Iterator[Token]:
    """Where a blast happened or where what blew up was put, and what it is said to have hit."""
    if event.type not in word_set("incident-words", "blasts"):
        return
    reading = scene.reading
    devices = [head, *(one for one in reading.below(head.i, "nsubj", "nsubjpass", "dobj") if head.pos == "VERB")]
    put = [one for device in devices for one in reading.below(device.i, "acl", "relcl")]
    for holder in (*devices, *put):
        yield from _at(scene, holder)
    verb = reading.tokens[head.head]
    if head.relation == "nsubj" and verb.lemma in word_set("incident-words", "hits"):
        yield from reading.below(verb.i, "dobj")
        yield from _at(scene, verb)


def _at(scene: Scene, holder: Token) -> Iterator[Token]:
    """“At a bank”, “in front of the town hall”."""
    reading = scene.reading
    for one in reading.below(holder.i, "prep"):
        for noun in reading.below(one.i, "pobj") if one.lemma in _AT else ():
            if noun.lemma == "front":
                yield from (far for of in reading.below(noun.i, "prep") for far in reading.below(of.i, "pobj"))
            else:
                yield noun


def _is_thing(reading: Reading, token: Token) -> bool:
    """What can be attacked; a quarter or a district where it is told whose it is: “a Shiite district”."""
    if token.lemma in word_set("incident-words", "attacked"):
        mine = any(one.lemma == "land" for one in reading.below(token.i, "compound"))  # “hit a land mine”
        posted = any(one.lemma.lower() in word_set("incident-words", "media") for one in after(reading, token, "on"))
        return not mine and not posted
    before = [one for one in reading.below(token.i, "compound", "amod", "nmod") if one.lemma not in _OF_A_TOWN]
    if token.lemma in word_set("incident-words", "of-a-kind"):
        return bool(before)
    whose = [one for one in reading.below(token.i) if one.name == _PEOPLES]
    whose += [one for one in after(reading, token, "of") if _is_people(one)]
    return bool(whose) and token.lemma in word_set("incident-words", "quarters")


def _is_target(reading: Reading, token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and (token.name == _PEOPLES or _is_people(token) or _is_thing(reading, token))


def _calling(scene: Scene, name: Token) -> str:
    """The words before a name or beside it that say who that was."""
    reading = scene.reading
    beside = [one for one in reading.below(name.i, "appos") if one.pos == "NOUN" and one.tag == "NN"]
    if name.relation == "appos" and reading.tokens[name.head].pos == "NOUN":
        beside.append(reading.tokens[name.head])
    if beside:
        return phrase_of(reading, beside[0]) or ""
    before = [
        one for one in reading.below(name.i, "compound", "nmod") if _is_people(one) and one.i not in scene.actor_at
    ]
    return before[0].text if before else ""
