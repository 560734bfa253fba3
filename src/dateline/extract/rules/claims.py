"""Who says what of an incident: attribution with its hedges, blame, denial, responsibility, silence, numbers."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.extract.rules.clauses import clause_of
from dateline.extract.rules.deeds import (
    PERPETRATOR,
    Testimony,
    by_deed,
    by_number,
    by_unnamed,
    may_blame,
)
from dateline.extract.rules.events import Scene
from dateline.extract.rules.harmed import as_described, to_things, to_unnamed
from dateline.extract.rules.language import Token
from dateline.extract.rules.many import is_of_many, is_told_anew
from dateline.extract.rules.sides import are_apart
from dateline.extract.rules.speakers import (
    Claimant,
    accused,
    accused_unnamed,
    called_responsible,
    claimant_at,
    is_nobody,
    naming,
    speaker_of,
)
from dateline.extract.rules.speech import reported_speech
from dateline.extract.rules.suspects import suspects
from dateline.extract.rules.triggers import deed_words
from dateline.facts.extraction import FoundClaim, FoundIncident, FoundPart
from dateline.facts.families import family_of
from dateline.text.lexicon import pattern, word_set, words
from dateline.text.span import Span

_TITLE = 14  # characters: “Taliban spokesman Khan”


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
    said = [claim for claim in _said(testimony) if not _is_told(claim, found.values())]
    return tuple(
        sorted([*found.values(), *said], key=lambda claim: (claim.span, str(claim.claimant), claim.stance, claim.role))
    )


def _said(testimony: Testimony) -> Iterator[FoundClaim]:
    """What anybody says of anything, tied to the incident whose trigger stands in it."""
    for token, claim in reported_speech(testimony.scene):
        numbers = [
            number
            for number, event in enumerate(testimony.events)
            if any(testimony.scene.reading.tokens[one.head].sentence == token.sentence for one in event.triggers)
        ]
        yield replace(claim, incident=numbers[0] if numbers else None)


def _is_told(claim: FoundClaim, known: Iterable[FoundClaim]) -> bool:
    """True where a claim on a deed or a number holds the same voice's words already."""
    return any(other.claimant == claim.claimant and other.span == claim.span for other in known)


def _unclear(testimony: Testimony) -> Iterator[FoundClaim]:
    """“It remains unclear who is responsible”."""
    for match in pattern("attribution", "unclear").finditer(testimony.scene.reading.text):
        token = _token_at(testimony.scene, match.start())
        number = _incident_near(testimony, token.i, blamed=True) if token else None
        if token and number is not None:
            span = clause_of(testimony.scene.reading, token.i)
            yield FoundClaim(span, "reports", None, number, role=PERPETRATOR, unclear=True)


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
                    yield FoundClaim(span, stance, claimant, number, actor, PERPETRATOR)


def _called_responsible(testimony: Testimony) -> Iterator[FoundClaim]:
    """“N said that Y was responsible for the attack”; nobody is by the report's own words, nor by a “may be”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        blamed = called_responsible(scene, token)
        number = _incident_near(testimony, token.i, blamed=True) if blamed else None
        claimant = speaker_of(scene, token.i) if number is not None else None
        if number is not None and claimant is not None:
            stance = "denies" if _is_negated(scene, token) else "asserts"
            for actor in blamed:
                if actor != claimant:
                    yield FoundClaim(clause_of(scene.reading, token.i), stance, claimant, number, actor, PERPETRATOR)


def _blame_unnamed(testimony: Testimony) -> Iterator[FoundClaim]:
    """“The minister blamed paramilitary groups”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        blamed = accused_unnamed(scene, token)
        number = _incident_near(testimony, token.i, blamed=True) if blamed else None
        if number is not None:
            claimant = claimant_at(scene, token)
            said = "reports" if claimant is None else "asserts"
            stance = "denies" if _is_negated(scene, token) else said
            span = clause_of(scene.reading, token.i)
            for text in blamed:
                yield FoundClaim(span, stance, claimant, number, role=PERPETRATOR, text=text)


def _suspicion(testimony: Testimony) -> Iterator[FoundClaim]:
    """“Police arrested two men suspected of the bombing”: held for it, which proves nothing."""
    scene = testimony.scene
    for token, text in suspects(scene):
        number = _incident_near(testimony, token.i, blamed=True)
        if number is not None:
            claimant, span = speaker_of(scene, token.i), clause_of(scene.reading, token.i)
            yield FoundClaim(span, "reports", claimant, number, role=PERPETRATOR, text=text)


def _is_negated(scene: Scene, token: Token) -> bool:
    return any(one.relation == "neg" for one in scene.reading.below(token.i))


def _own_words(testimony: Testimony) -> Iterator[FoundClaim]:
    """“X claimed responsibility”, “X denied any involvement”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        stance = _own_stance(scene, token)
        claimant = _owner(scene, token) if stance else None
        number = _incident_near(testimony, token.i, blamed=True) if stance else None
        if stance and claimant is not None and number is not None and not _is_of_others(testimony, token, number):
            subject = _principal(testimony, claimant) if isinstance(claimant, int) else None
            text = "" if isinstance(claimant, int) else claimant
            if isinstance(claimant, int) and subject is None:
                if stance == "asserts":
                    continue
                subject = claimant
            span = clause_of(scene.reading, token.i)
            yield FoundClaim(span, stance, claimant, number, subject, PERPETRATOR, text=text)


def _is_of_others(testimony: Testimony, verb: Token, number: int) -> bool:
    """“X claimed responsibility for firing rockets” beside a deed of the other side: not for that one."""
    scene = testimony.scene
    doers = {part.actor for part in testimony.events[number].parts if part.role == "alleged-perpetrator"}
    owner = _owner(scene, verb)
    mine = {owner} if isinstance(owner, int) else set()
    return is_told_anew(scene.reading, verb) and are_apart(scene.sides, mine, doers)


def _owner(scene: Scene, verb: Token) -> Claimant:
    """The subject, or who stands after “by”: “responsibility was claimed by X”."""
    agents = [noun for by in scene.reading.below(verb.i, "agent") for noun in scene.reading.below(by.i, "pobj")]
    return naming(scene, agents[0]) if agents else claimant_at(scene, verb)


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


def _own_stance(scene: Scene, token: Token) -> str:
    if token.pos != "VERB" or is_nobody(scene, token):
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
    return "denies" if objects & nouns or _is_of_a_deed(scene, token) else ""


def _is_of_a_deed(scene: Scene, verb: Token) -> bool:
    """“Denied that it carried out the attack”; not “denied sending advisers”."""
    deeds = deed_words() | word_set("attribution", "carry-out") | word_set("casualties", "kill")
    deeds |= (
        word_set("attribution", "take-part") | word_set("attribution", "responsible") | {"responsibility", "behind"}
    )
    clauses = scene.reading.below(verb.i, "xcomp", "ccomp", "pcomp")
    return any(scene.reading.tokens[i].lemma in deeds for clause in clauses for i in scene.reading.subtree(clause.i))


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
    "own words": _own_words,
    "no comment": _silence,
    "number of people": by_number,
}


def _incident_near(testimony: Testimony, at: int, *, blamed: bool) -> int | None:
    """The incident with a trigger nearest before the token, or the main one; blame for many deeds is for none."""
    reading = testimony.scene.reading
    if blamed and is_of_many(reading, reading.tokens[at]):
        return None
    sentence = reading.tokens[at].sentence
    best: tuple[int, int, int] | None = None
    for number, event in enumerate(testimony.events):
        if family_of(event.type) == "politics" or (blamed and not may_blame(event)):
            continue
        for trigger in event.triggers:
            apart = sentence - reading.tokens[trigger.head].sentence
            if 0 <= apart <= 3 and (best is None or (apart, abs(at - trigger.head), number) < best):
                best = (apart, abs(at - trigger.head), number)
    if best:
        return best[2]
    main = testimony.events[0] if testimony.events else None
    if main is None or family_of(main.type) == "politics":
        return None
    told = main.triggers[0].head < at  # who takes the blame for what is told before takes none for what comes later
    return 0 if not blamed or (told and may_blame(main)) else None


def _token_at(scene: Scene, start: int) -> Token | None:
    return next((token for token in scene.reading.tokens if token.start <= start < token.end), None)


def with_spokespersons(testimony: Testimony, claims: Sequence[FoundClaim]) -> tuple[FoundIncident, ...]:
    """Who is called a spokesman or the like takes that part in the incidents of which they speak."""
    found = []
    for number, incident in enumerate(testimony.incidents):
        known = {part.actor for part in incident.parts}
        spoken = [claim for claim in claims if claim.incident == number and claim.claimant in testimony.scene.persons]
        parts = {
            claim.claimant: FoundPart(claim.claimant, "spokesperson", claim.span, "claims: called a spokesperson")
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
