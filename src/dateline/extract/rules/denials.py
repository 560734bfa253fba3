"""What somebody says of its own part in a deed: “X claimed responsibility”, “X denied that it had planted the bomb”."""

import re
from collections.abc import Iterator, Sequence

from dateline.extract.rules.blamed_for import deeds_named, incidents_meant
from dateline.extract.rules.clauses import clause_of, words_of
from dateline.extract.rules.deeds import PERPETRATOR, Testimony
from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Reading, SentenceAt, Token
from dateline.extract.rules.many import is_told_anew
from dateline.extract.rules.sayings import is_said
from dateline.extract.rules.sides import are_apart
from dateline.extract.rules.speakers import Claimant, is_nobody, naming, phrase_of
from dateline.extract.rules.triggers import deed_words
from dateline.extract.rules.voices import claimant_at, voice_of
from dateline.facts.extraction import ActorAt, FoundClaim, IncidentAt, by_position
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_NAMED = 2  # sentences
_TITLE = 14  # characters: “Taliban spokesman Khan”
_OWN = frozenset({"it", "they", "we"})
_OWNED = frozenset({"its", "their", "our"})
_MEANT = frozenset({"imply", "mean", "intend", "try", "want", "plan"})
_TOLD = frozenset({"accusation", "allegation", "charge", "claim", "report"})
_RESPONSIBLE = frozenset({"behind", "responsible"})


def own_words(testimony: Testimony) -> Iterator[FoundClaim]:
    """“X claimed responsibility”, “X denied any involvement”, “X denied that Y did it”."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        stance = _own_stance(scene, token)
        claimant = claimant_at(scene, token) if stance else None
        if claimant is None:
            continue
        if stance == "denies" and _is_of_a_charge(scene, token) and not _is_charged(scene, token):
            continue
        about = _about(testimony, token, claimant, stance)
        for number in incidents_meant(testimony, token) if about else ():
            if about and not _is_of_others(testimony, token, claimant, number):
                subject, text = about
                span = clause_of(scene.reading, token.i)
                span = _with_name(scene, span, token, subject) if stance == "asserts" or subject != claimant else span
                yield FoundClaim(span, stance, claimant, number, subject, PERPETRATOR, text=text)


def _is_of_a_charge(scene: Scene, verb: Token) -> bool:
    objects = {one.lemma for one in scene.reading.below(verb.i, "dobj", "nsubjpass")}
    return bool(objects & word_set("attribution", "charges")) and not any(
        one.lemma in deed_words(whole=True) for one in deeds_named(scene.reading, verb)
    )


def _is_charged(scene: Scene, verb: Token) -> bool:
    """“Denies the charge”: somebody is said to blame in its sentence or in the one before."""
    reading = scene.reading
    first, _ = reading.sentences[SentenceAt(max(0, verb.sentence - 1))]
    blaming = word_set("attribution", "blame") | word_set("attribution", "nouns") | {"allege", "charge", "responsible"}
    return any(one.lemma in blaming for one in reading.tokens[first : verb.i])


def _with_name(scene: Scene, span: Span, verb: Token, subject: ActorAt | None) -> Span:
    """“X sent a letter. It claimed responsibility”: from the sentence that names X, where it is one of the last two."""
    reading = scene.reading
    first, _ = reading.sentences[max(0, verb.sentence - _NAMED)]
    named = [one for one in reading.tokens[first : verb.i] if scene.actor_at.get(one.i) == subject]
    if subject is None or not named or named[-1].start >= span.start:
        return span
    return Span(reading.sentence_span(named[-1].sentence).start, span.end)


def _about(
    testimony: Testimony, verb: Token, claimant: ActorAt | str, stance: str
) -> tuple[ActorAt | None, str] | None:
    """Who did it or did not by these words: an actor or a description; None where nobody can tell."""
    other = _other_doer(testimony.scene, verb, claimant) if stance == "denies" else None
    if other is not None:
        return other
    if isinstance(claimant, str):
        return None, claimant
    subject = _principal(testimony, claimant)
    if subject is None and stance == "denies":
        subject = claimant
    return None if subject is None else (subject, "")


def _other_doer(scene: Scene, verb: Token, claimant: ActorAt | str) -> tuple[ActorAt | None, str] | None:
    """“Denied that Y carried out the attack” is about Y; “that it did”, “that its forces did” about the claimant.

    So is “said that Y had no part in it, rejecting the accusation”.
    """
    reading = scene.reading
    above = reading.tokens[verb.head]
    said = [above] if above.relation == "ccomp" else reading.below(above.i, "ccomp")
    for clause in (*reading.below(verb.i, "ccomp"), *(said if verb.relation == "advcl" else ())):
        for subject in reading.below(clause.i, "nsubj", "nsubjpass"):
            own = subject.pos == "PRON" or any(one.tag == "PRP$" for one in reading.below(subject.i, "poss"))
            if own:
                return None
            named = naming(scene, subject, anybody=True)
            if isinstance(named, int):
                return None if named == claimant else (named, "")
            return None, phrase_of(reading, subject) or ""
    return None


def admissions(testimony: Testimony) -> Iterator[FoundClaim]:
    """“X said it had carried out the attack”, “X said its fighters were behind it”: the speaker's own deed."""
    scene = testimony.scene
    for token in scene.reading.tokens:
        saying = scene.reading.tokens[token.head]
        if token.relation != "ccomp" or not _does_it(scene, token) or not is_said(scene.reading, token):
            continue
        voice = voice_of(scene, token.i)
        own = voice.how == "said" and voice.at == saying.i and isinstance(voice.claimant, int)
        subject = _principal(testimony, voice.claimant) if own and isinstance(voice.claimant, int) else None
        for number in incidents_meant(testimony, token) if subject is not None else ():
            if _is_of_others(testimony, token, subject, number) or _is_told_of_others(testimony, subject, number):
                continue
            span = words_of(scene.reading, token.i, voice.at)
            yield FoundClaim(span, "asserts", voice.claimant, number, subject, PERPETRATOR)


def _does_it(scene: Scene, verb: Token) -> bool:
    """“It carried out”, “its men were behind”: a deed of whoever speaks."""
    reading = scene.reading
    subjects = reading.below(verb.i, "nsubj")
    men = word_set("attribution", "members") | word_set("attribution", "forces") | {"man", "wing"}
    own = any(
        one.lemma in _OWN or (one.lemma in men and any(word.lemma in _OWNED for word in reading.below(one.i, "poss")))
        for one in subjects
    )
    behind = verb.lemma == "be" and any(one.lemma in _RESPONSIBLE for one in reading.below(verb.i, "prep", "acomp"))
    return own and (behind or verb.lemma in word_set("attribution", "carry-out"))


def _is_told_of_others(testimony: Testimony, owner: Claimant, number: IncidentAt) -> bool:
    """By the report's own words somebody else did it, so that “X said it had carried out the strikes” means others."""
    parts = [part for part in testimony.events[number].parts if part.role == "alleged-perpetrator"]
    doers = {part.actor for part in parts if voice_of(testimony.scene, part.at).how == "own"}
    return bool(doers) and owner not in doers


def _is_of_others(testimony: Testimony, verb: Token, owner: Claimant, number: IncidentAt) -> bool:
    """“X claimed responsibility for firing rockets” beside a deed of the other side: not for that one.

    Nor is a deed of somebody else meant that a sentence tells of which nothing proves that it speaks of this one.
    """
    scene = testimony.scene
    doers = {part.actor for part in testimony.events[number].parts if part.role == "alleged-perpetrator"}
    mine = {owner} if isinstance(owner, int) else set()
    if doers and not doers & mine and verb.sentence not in testimony.events[number].sentences:
        return True
    return is_told_anew(scene.reading, verb) and are_apart(scene.sides, mine, doers)


def _principal(testimony: Testimony, claimant: ActorAt) -> ActorAt | None:
    """For whom it is said: a group for itself, a spokesman for the group before his name, a person for nobody else."""
    scene = testimony.scene
    if claimant not in scene.persons:
        return claimant
    for span in testimony.actors[claimant].mentions:
        for number, actor in by_position(testimony.actors):
            near = any(0 <= span.start - other.end <= _TITLE for other in actor.mentions)
            if near and number not in scene.persons and speaks_for_others(testimony, claimant):
                return number
    return None


def _own_stance(scene: Scene, token: Token) -> str:
    reading = scene.reading
    if token.pos != "VERB" or is_nobody(scene, token) or not is_said(reading, token):
        return ""
    nouns = [one for one in reading.below(token.i, "dobj", "nsubjpass") if not _is_of_another_matter(reading, one)]
    objects = {one.lemma for one in nouns}
    if token.lemma in word_set("attribution", "claim-verbs"):
        return "asserts" if objects & word_set("attribution", "claim-nouns") else ""
    if token.lemma in word_set("attribution", "reject"):
        return "denies" if objects & word_set("attribution", "reject-nouns") else ""
    if token.lemma in word_set("attribution", "deny"):
        return "denies" if objects & word_set("attribution", "deny-nouns") or _is_of_a_deed(scene, token) else ""
    return ""


def _is_of_a_deed(scene: Scene, verb: Token) -> bool:
    """“Denied that it carried out the attack”; not “denied sending advisers”."""
    return _tell_a_deed(scene.reading, scene.reading.below(verb.i, "xcomp", "ccomp", "pcomp"))


def _is_of_another_matter(reading: Reading, noun: Token) -> bool:
    """“Denied claims that it was sending weapons”: the claims are of no deed."""
    clauses = reading.below(noun.i, "acl", "ccomp")
    return noun.lemma in _TOLD and bool(clauses) and not _tell_a_deed(reading, clauses)


def _tell_a_deed(reading: Reading, clauses: Sequence[Token]) -> bool:
    deeds = deed_words() | word_set("attribution", "carry-out") | word_set("casualties", "kill")
    deeds |= (
        word_set("attribution", "take-part") | word_set("attribution", "responsible") | {"responsibility", "behind"}
    )
    said = word_set("speech", "verbs") | word_set("speech", "believing") | _MEANT
    clauses = [clause for clause in clauses if clause.lemma not in said]  # “denied implying that Y did it”
    return any(reading.tokens[i].lemma in deeds for clause in clauses for i in reading.subtree(clause.i))


def speaks_for_others(testimony: Testimony, number: ActorAt) -> bool:
    """True where the actor is called a spokesman or the like."""
    text = testimony.scene.reading.text
    nouns = "|".join(words("titles")["spokespersons"])
    around = (text[max(0, span.start - 40) : span.end + 40] for span in testimony.actors[number].mentions)
    return any(re.search(rf"\b(?:{nouns})\b", part, re.IGNORECASE) for part in around)
