"""Who says what of an incident: attribution with its hedges, blame, denial, responsibility, silence, numbers."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dateline.extract.rules.blame import accused, accused_unnamed, blamer, called_responsible, is_opposed
from dateline.extract.rules.blamed_for import incidents_meant
from dateline.extract.rules.clauses import clause_of, words_of
from dateline.extract.rules.credit import claimed_deeds
from dateline.extract.rules.deeds import (
    PERPETRATOR,
    Testimony,
    by_deed,
    by_number,
    by_unnamed,
)
from dateline.extract.rules.denials import admissions, own_words
from dateline.extract.rules.events import Scene
from dateline.extract.rules.harmed import as_described, to_things, to_unnamed
from dateline.extract.rules.language import SentenceAt, Token, TokenAt
from dateline.extract.rules.speakers import Claimant, phrase_of
from dateline.extract.rules.speech import reported_speech
from dateline.extract.rules.suspects import suspects
from dateline.extract.rules.voices import claimant_at, voice_of
from dateline.facts.extraction import FoundClaim, IncidentAt
from dateline.facts.families import family_of
from dateline.text.lexicon import pattern, word_set
from dateline.text.span import Span

_BY_THE_STATE = frozenset({"crackdown", "military-operation", "arrest", "court-case"})  # no suspect did that


def find_claims(testimony: Testimony) -> tuple[FoundClaim, ...]:
    """All claims, each once, in text order."""
    found: dict[tuple[object, ...], FoundClaim] = {}
    for name, rule in RULES.items():
        for claim in rule(testimony):
            key = (
                claim.claimant,
                claim.stance,
                claim.incident,
                claim.subject,
                claim.role,
                claim.unclear,
                str(claim.fatalities),
                str(claim.injured),
                claim.text,
            )
            found.setdefault(key, replace(claim, origin=f"claims: {name}"))
    by_groups = {claim.incident for claim in found.values() if _names_a_doer(claim)}
    found = {key: claim for key, claim in found.items() if not (_is_of_one_man(claim) and claim.incident in by_groups)}
    spans = {(claim.claimant, claim.span) for claim in found.values()}
    admitted = _grouped(
        claim for claim in found.values() if claim.subject is not None and claim.subject == claim.claimant
    )
    said = [
        claim
        for claim in _said(testimony)
        if (claim.claimant, claim.span) not in spans
        and not any(span.holds(claim.span) for span in admitted[claim.claimant])
    ]
    return tuple(
        sorted([*found.values(), *said], key=lambda claim: (claim.span, str(claim.claimant), claim.stance, claim.role))
    )


def _said(testimony: Testimony) -> Iterator[FoundClaim]:
    """What anybody says of anything, tied to the incident that it tells, or that the same voice names beside it."""
    tokens = testimony.scene.reading.tokens
    deeds = sorted(
        (tokens[one.head].start, number) for number, event in testimony.each_event() for one in event.triggers
    )
    sayings = list(reported_speech(testimony.scene))
    told: dict[tuple[object, Span], IncidentAt] = {}
    for content, claim in sayings:
        within = (deeds[bisect_left(deeds, (one.start,)) : bisect_left(deeds, (one.end,))] for one in content.pieces)
        number = min((number for found in within for _, number in found), default=None)
        if number is not None:
            told.setdefault((claim.claimant, claim.span), number)
    for _, claim in sayings:
        yield replace(claim, incident=told.get((claim.claimant, claim.span)))


def _grouped(claims: Iterable[FoundClaim]) -> defaultdict[Claimant, list[Span]]:
    """The words of each claimant."""
    found: defaultdict[Claimant, list[Span]] = defaultdict(list)
    for claim in claims:
        found[claim.claimant].append(claim.span)
    return found


def _is_of_one_man(claim: FoundClaim) -> bool:
    """“A suicide bomber”: of an attack that a named group is said to have made, its man and nobody else."""
    return claim.role == PERPETRATOR and claim.text.lower().split(" ")[-1] in word_set("attribution", "of-a-group")


def _names_a_doer(claim: FoundClaim) -> bool:
    return claim.role == PERPETRATOR and claim.subject is not None and claim.stance in ("asserts", "reports")


def _unclear(testimony: Testimony) -> Iterator[FoundClaim]:
    """“It remains unclear who is responsible”."""
    scene = testimony.scene
    for match in pattern("attribution", "unclear").finditer(scene.reading.text):
        token = _token_at(scene, match.start())
        if token:
            span = clause_of(scene.reading, token.i)
            for number in incidents_meant(testimony, token):
                yield FoundClaim(span, "reports", None, number, role=PERPETRATOR, unclear=True)


def _blame(testimony: Testimony) -> Iterator[FoundClaim]:
    """“N blamed Y”, “held Y responsible”, “expressed responsibility towards Y”, “attributed the attack to Y”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        blamed = accused(scene, token)
        for number in incidents_meant(testimony, token) if blamed else ():
            claimant, stance = _blaming(scene, token)
            for actor in blamed if stance else ():
                if actor != claimant:
                    span = clause_of(scene.reading, token.i)
                    yield FoundClaim(span, stance, claimant, number, actor, PERPETRATOR)


def _blaming(scene: Scene, token: Token) -> tuple[Claimant, str]:
    """Who blames and with which stance; "" where nobody is said to, or nobody knows who does."""
    voice = voice_of(scene, token.i)
    if voice.how in ("denied", "unsaid") or is_opposed(scene.reading, token):
        return None, ""
    claimant = claimant_at(scene, token)
    if claimant is not None:
        return claimant, "asserts"
    who = blamer(scene.reading, token)
    if who is None:
        return None, "reports"
    return (phrase_of(scene.reading, who), "asserts") if who.pos != "PRON" else (None, "")


def _called_responsible(testimony: Testimony) -> Iterator[FoundClaim]:
    """“N said that Y was responsible for the attack”; nobody is by the report's own words, nor by a “may be”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        blamed = called_responsible(scene, token)
        voice = voice_of(scene, token.i) if blamed else None
        if voice is None or voice.claimant is None or voice.how == "unsaid":
            continue
        denied = (voice.how == "denied") != _is_negated(scene, token)
        for number in incidents_meant(testimony, token):
            for actor in blamed:
                if denied or actor != voice.claimant:
                    span, stance = words_of(scene.reading, token.i, voice.at), "denies" if denied else "asserts"
                    yield FoundClaim(span, stance, voice.claimant, number, actor, PERPETRATOR)


def _blame_unnamed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“The minister blamed paramilitary groups”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        blamed = accused_unnamed(scene, token)
        for number in incidents_meant(testimony, token) if blamed else ():
            claimant, stance = _blaming(scene, token)
            span = clause_of(scene.reading, token.i)
            for text in blamed if stance else ():
                yield FoundClaim(span, stance, claimant, number, role=PERPETRATOR, text=text)


def _suspicion(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Police arrested two men suspected of the bombing”: held for it, which proves nothing."""
    scene = testimony.scene
    for token, text in suspects(scene):
        voice = voice_of(scene, token.i)
        for number in incidents_meant(testimony, token) if voice.how not in ("denied", "unsaid") else ():
            if testimony.events[number].type not in _BY_THE_STATE:
                span = words_of(scene.reading, token.i, voice.at)
                yield FoundClaim(span, "reports", voice.claimant, number, role=PERPETRATOR, text=text)


def _is_negated(scene: Scene, token: Token) -> bool:
    return any(one.relation == "neg" for one in scene.reading.below(token.i))


def _silence(testimony: Testimony) -> Iterator[FoundClaim]:
    """“declined to comment”: with what it did not comment on, as far as the report says."""
    scene = testimony.scene
    for match in pattern("attribution", "no-comment").finditer(scene.reading.text):
        token = _verb_in(scene, match.start(), match.end())
        claimant = claimant_at(scene, token) if token else None
        number = _incident_near(testimony, token.i) if token else None
        if token and claimant is not None and number is not None:
            words_ = " ".join(match[0].split())
            yield FoundClaim(clause_of(scene.reading, token.i), "no-comment", claimant, number, text=words_)


def _verb_in(scene: Scene, start: int, end: int) -> Token | None:
    tokens = scene.reading.within(Span(start, end))
    return next((token for token in tokens if token.pos in ("VERB", "AUX") and token.relation != "aux"), None)


RULES: dict[str, Callable[[Testimony], Iterator[FoundClaim]]] = {
    "doer of a deed": by_deed,
    "doer without a name": by_unnamed,
    "harmed without a name": to_unnamed,
    "what was attacked": to_things,
    "who the harmed was": as_described,
    "unclear who": _unclear,
    "blame": _blame,
    "called responsible": _called_responsible,
    "blame without a name": _blame_unnamed,
    "suspicion": _suspicion,
    "own words": own_words,
    "admission": admissions,
    "claimed deed": claimed_deeds,
    "no comment": _silence,
    "number of people": by_number,
}


def _incident_near(testimony: Testimony, at: TokenAt) -> IncidentAt | None:
    """The one incident of which the token's sentence speaks, or the sentence before it."""
    sentence = testimony.scene.reading.tokens[at].sentence
    for told in (sentence, SentenceAt(sentence - 1)):
        found = [
            number
            for number, event in testimony.each_event()
            if family_of(event.type) != "politics" and told in event.sentences
        ]
        if found:
            return None if len(found) > 1 or _is_of_a_mention(testimony, at) else found[0]
    return None


def _is_of_a_mention(testimony: Testimony, at: TokenAt) -> bool:
    """A word that may speak of another deed stands in the sentence: “a raid on a bus, attributed to Y”."""
    tokens = testimony.scene.reading.tokens
    unproved = (one.triggers[0].head for event in testimony.events for one in event.mentions)
    return any(tokens[head].sentence == tokens[at].sentence and head < at for head in unproved)


def _token_at(scene: Scene, start: int) -> Token | None:
    return next((token for token in scene.reading.tokens if token.start <= start < token.end), None)
