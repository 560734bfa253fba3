"""Who says what of an incident: attribution with its hedges, blame, denial, responsibility, silence, numbers."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.draft.extraction import FoundActor, FoundClaim, FoundIncident, FoundPart, Span
from dateline.draft.families import family_of
from dateline.draft.lexicon import pattern, word_set, words
from dateline.draft.rules.clauses import clause_of
from dateline.draft.rules.events import Event, Scene
from dateline.draft.rules.language import Token
from dateline.draft.rules.parts import doers
from dateline.draft.rules.speakers import accused, claimant_at, naming, speaker_of
from dateline.vocabulary import load_vocabulary

_PERPETRATOR = "perpetrator"
_TITLE = 14  # characters: “Taliban spokesman Khan”


@dataclass(frozen=True)
class Testimony:
    """What claims are drawn from: the scene, its incidents and what each was made from, and the actors."""

    scene: Scene
    incidents: tuple[FoundIncident, ...]
    events: tuple[Event, ...]
    actors: tuple[FoundActor, ...]


def find_claims(testimony: Testimony) -> tuple[FoundClaim, ...]:
    """All claims, each once, in text order."""
    found: dict[tuple[object, ...], FoundClaim] = {}
    for rule in RULES:
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
            found.setdefault(key, claim)
    return tuple(sorted(found.values(), key=lambda claim: (claim.span, str(claim.claimant), claim.stance, claim.role)))


def _by_deed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“was reportedly carried out by X”, “X shelled the town”, “X shelled the town, witnesses said”."""
    for number, event in enumerate(testimony.events):
        for part in event.parts:
            if part.role == "alleged-perpetrator" and _may_blame(event):
                claimant = speaker_of(testimony.scene, part.at)
                if claimant == part.actor:
                    continue
                hedged = claimant is None and _is_hedged(testimony.scene, part.at)
                stance = "reports" if hedged else "asserts"
                span = clause_of(testimony.scene.reading, part.at)
                yield FoundClaim(span, stance, claimant, number, part.actor, _PERPETRATOR)


def _by_unnamed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Gunmen killed the mayor”: doers without a name, in the report's words."""
    scene = testimony.scene
    for number, event in enumerate(testimony.events):
        named = any(part.role == "alleged-perpetrator" for part in event.parts)
        for trigger in event.triggers if _may_blame(event) and not named else []:
            for token in doers(scene.reading, trigger):
                is_people = token.lemma in word_set("casualties", "people") | word_set("attribution", "groups")
                name = naming(scene, token) if is_people and token.pos == "NOUN" else None
                if isinstance(name, str) and token.relation in ("nsubj", "pobj"):
                    claimant = speaker_of(scene, token.i)
                    hedged = claimant is None and _is_hedged(scene, token.i)
                    stance = "reports" if hedged else "asserts"
                    span = clause_of(scene.reading, token.i)
                    yield FoundClaim(span, stance, claimant, number, role=_PERPETRATOR, text=name)


def _may_blame(event: Event) -> bool:
    entry = load_vocabulary()["incident-types"].get(event.type)
    return bool(entry and entry["has_perpetrator"])


def _is_hedged(scene: Scene, at: int) -> bool:
    first, end = scene.reading.sentences[scene.reading.tokens[at].sentence]
    return any(
        token.lemma in word_set("attribution", "hedges") or token.text.lower() in word_set("attribution", "hedges")
        for token in scene.reading.tokens[first:end]
    )


def _unclear(testimony: Testimony) -> Iterator[FoundClaim]:
    """“It remains unclear who is responsible”."""
    for match in pattern("attribution", "unclear").finditer(testimony.scene.reading.text):
        token = _token_at(testimony.scene, match.start())
        number = _incident_near(testimony, token.i, blamed=True) if token else None
        if token and number is not None:
            span = clause_of(testimony.scene.reading, token.i)
            yield FoundClaim(span, "reports", None, number, role=_PERPETRATOR, unclear=True)


def _blame(testimony: Testimony) -> Iterator[FoundClaim]:
    """“N blamed Y”, “held Y responsible”, “expressed responsibility towards Y”, “attributed the attack to Y”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        blamed = accused(scene, token)
        number = _incident_near(testimony, token.i, blamed=True) if blamed else None
        if blamed and number is not None:
            claimant = claimant_at(scene, token)
            for actor in blamed:
                if actor != claimant:
                    span = clause_of(scene.reading, token.i)
                    said = "reports" if claimant is None else "asserts"
                    stance = "denies" if _is_negated(scene, token) else said
                    yield FoundClaim(span, stance, claimant, number, actor, _PERPETRATOR)


def _is_negated(scene: Scene, token: Token) -> bool:
    return any(one.relation == "neg" for one in scene.reading.below(token.i))


def _own_words(testimony: Testimony) -> Iterator[FoundClaim]:
    """“X claimed responsibility”, “X denied any involvement”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        stance = _own_stance(scene, token)
        claimant = claimant_at(scene, token) if stance else None
        number = _incident_near(testimony, token.i, blamed=True) if stance else None
        if stance and claimant is not None and number is not None:
            subject = _principal(testimony, claimant) if isinstance(claimant, int) else None
            text = "" if isinstance(claimant, int) else claimant
            if isinstance(claimant, int) and subject is None:
                if stance == "asserts":
                    continue
                subject = claimant
            span = clause_of(scene.reading, token.i)
            yield FoundClaim(span, stance, claimant, number, subject, _PERPETRATOR, text=text)


def _principal(testimony: Testimony, claimant: int) -> int | None:
    """For whom it is said: a group for itself, a spokesman for the group before his name, a person for nobody else."""
    scene = testimony.scene
    if claimant not in scene.persons:
        return claimant
    for span in testimony.actors[claimant].mentions:
        for number, actor in enumerate(testimony.actors):
            near = any(0 <= span.start - other.end <= _TITLE for other in actor.mentions)
            if near and number not in scene.persons and _speaks(testimony, claimant):
                return number
    return None


def _is_nobody(scene: Scene, verb: Token) -> bool:
    """“No group”, “nobody”."""
    nobody = {"no", "nobody", "none", "neither"}
    subjects = scene.reading.below(verb.i, "nsubj")
    return any(
        one.lemma in nobody or any(word.lemma in nobody for word in scene.reading.below(one.i, "det", "neg"))
        for one in subjects
    )


def _own_stance(scene: Scene, token: Token) -> str:
    if token.pos != "VERB" or _is_nobody(scene, token):
        return ""
    objects = {one.lemma for one in scene.reading.below(token.i, "dobj", "nsubjpass")}
    if token.lemma in word_set("attribution", "claim-verbs") and objects & word_set("attribution", "claim-nouns"):
        return "denies" if _is_negated(scene, token) else "asserts"
    if token.lemma in word_set("attribution", "deny"):
        nouns = word_set("attribution", "deny-nouns")
    elif token.lemma in word_set("attribution", "reject"):
        return "denies" if objects & word_set("attribution", "reject-nouns") else ""
    else:
        return ""
    return "denies" if objects & nouns or scene.reading.below(token.i, "xcomp", "ccomp") else ""


def _silence(testimony: Testimony) -> Iterator[FoundClaim]:
    """“declined to comment”: with what it did not comment on, as far as the report says."""
    scene = testimony.scene
    for match in pattern("attribution", "no-comment").finditer(scene.reading.text):
        token = _verb_in(scene, match.start(), match.end())
        claimant = claimant_at(scene, token) if token else None
        number = _incident_near(testimony, token.i, blamed=False) if token else None
        if token and claimant is not None and number is not None:
            words_ = " ".join(match[0].split())
            yield FoundClaim(clause_of(scene.reading, token.i), "no-comment", claimant, number, text=words_)


def _verb_in(scene: Scene, start: int, end: int) -> Token | None:
    tokens = scene.reading.within(Span(start, end))
    return next((token for token in tokens if token.pos in ("VERB", "AUX") and token.relation != "aux"), None)


def _numbers(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Nine people were killed, the ministry said”; without a voice the report's own."""
    scene = testimony.scene
    for number, event in enumerate(testimony.events):
        for casualty in event.casualties:
            if casualty.count:
                claimant = speaker_of(scene, casualty.verb)
                hedged = claimant is None and _is_hedged(scene, casualty.verb)
                fatalities, injured = (None, casualty.count) if casualty.injured else (casualty.count, None)
                span = clause_of(scene.reading, casualty.verb)
                stance = "reports" if hedged else "asserts"
                yield FoundClaim(span, stance, claimant, number, fatalities=fatalities, injured=injured)


RULES: tuple[Callable[[Testimony], Iterator[FoundClaim]], ...] = (
    _by_deed,
    _by_unnamed,
    _unclear,
    _blame,
    _own_words,
    _silence,
    _numbers,
)


def _incident_near(testimony: Testimony, at: int, *, blamed: bool) -> int | None:
    """The incident with a trigger nearest before the token, or the main one."""
    reading = testimony.scene.reading
    sentence = reading.tokens[at].sentence
    best: tuple[int, int, int] | None = None
    for number, event in enumerate(testimony.events):
        if family_of(event.type) == "politics" or (blamed and not _may_blame(event)):
            continue
        for trigger in event.triggers:
            apart = sentence - reading.tokens[trigger.head].sentence
            if 0 <= apart <= 3 and (best is None or (apart, abs(at - trigger.head), number) < best):
                best = (apart, abs(at - trigger.head), number)
    if best:
        return best[2]
    main = testimony.events[0] if testimony.events else None
    return 0 if main and family_of(main.type) != "politics" and (not blamed or _may_blame(main)) else None


def _token_at(scene: Scene, start: int) -> Token | None:
    return next((token for token in scene.reading.tokens if token.start <= start < token.end), None)


def with_spokespersons(testimony: Testimony, claims: Sequence[FoundClaim]) -> tuple[FoundIncident, ...]:
    """Who is called a spokesman or the like takes that part in the incidents of which they speak."""
    found = []
    for number, incident in enumerate(testimony.incidents):
        known = {part.actor for part in incident.parts}
        spoken = [claim for claim in claims if claim.incident == number and claim.claimant in testimony.scene.persons]
        parts = {
            claim.claimant: FoundPart(claim.claimant, "spokesperson", claim.span)
            for claim in reversed(spoken)
            if isinstance(claim.claimant, int) and claim.claimant not in known and _speaks(testimony, claim.claimant)
        }
        found.append(replace(incident, parts=(*incident.parts, *(parts[key] for key in sorted(parts)))))
    return tuple(found)


def _speaks(testimony: Testimony, number: int) -> bool:
    text = testimony.scene.reading.text
    nouns = "|".join(words("titles")["spokespersons"])
    around = (text[max(0, span.start - 40) : span.end + 40] for span in testimony.actors[number].mentions)
    return any(re.search(rf"\b(?:{nouns})\b", part, re.IGNORECASE) for part in around)
