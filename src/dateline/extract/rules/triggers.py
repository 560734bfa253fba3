"""Words that report an incident that happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from dateline.extract.rules.figurative import shows_force
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.modality import Modality, modality_of
from dateline.extract.rules.senses import by_cause, is_ambiguous, kind_of
from dateline.text.lexicon import pattern, word_set
from dateline.vocabulary import load_vocabulary


@dataclass(frozen=True)
class Trigger:
    """A word or phrase that reports an incident.

    head     the token that carries the meaning: the noun, or the verb
    generic  it does not say which kind of incident of its family
    definite it points back to one already named ("the attack", "this incident")
    another  it says that this is a further one ("another attack")
    origin   which entry of the lists matched
    modality that it happened, or was tried, or is told beside the news
    """

    type: str
    head: TokenAt
    first: TokenAt
    last: TokenAt
    generic: bool = False
    definite: bool = False
    another: bool = False
    verb: bool = False
    origin: str = ""
    modality: Modality = Modality.HAPPENED


_Entry = tuple[tuple[str, ...], str, str]
_BESIDE = 4  # triggers on either side, among which the cause of a harm is sought
_GAP = 4
_WHERE_TO = frozenset({"at", "on", "upon", "into", "to"})


def find_triggers(reading: Reading) -> tuple[Trigger, ...]:
    """All triggers of what happened, in text order; the longest at each place."""
    found: list[Trigger] = []
    said: set[str] = (
        set()
    )  # words of force that were said of words before any force was told: they need a sign of force
    taken = -1
    for token in reading.tokens:
        trigger = _at(reading, token) if token.i > taken else None
        head = reading.tokens[trigger.head] if trigger else token
        is_said = head.lemma in said and not shows_force(reading, head)
        if trigger is None:
            continue
        modality = modality_of(reading, head, trigger.type, verb=trigger.verb)
        if modality is Modality.FIGURATIVE:
            said |= set() if found else {head.lemma}
        elif modality.is_event and not is_said:
            found.append(replace(trigger, modality=modality))
            taken = trigger.last
    return tuple(_with_cause(reading, list(_without_mere_hurt(reading, found))))


def _without_mere_hurt(reading: Reading, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Words of mere harm tell a deed where no other word of their sentence does: “a shell wounded two guards”."""
    hurts = word_set("casualties", "injure") | word_set("incident-words", "costs-life")
    for _, group in groupby(triggers, key=lambda one: reading.tokens[one.head].sentence):
        together = list(group)
        deeds = [one for one in together if not (one.verb and reading.tokens[one.head].lemma in hurts)]
        yield from deeds or together


def _with_cause(reading: Reading, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Words of harm with the type of the accident or disaster that the same sentence tells as its cause."""
    harms = word_set("casualties", "kill") | word_set("casualties", "injure")
    for _, group in groupby(triggers, key=lambda one: reading.tokens[one.head].sentence):
        together = list(group)
        for place, one in enumerate(together):
            head = reading.tokens[one.head]
            beside = together[max(0, place - _BESIDE) : place + _BESIDE + 1]
            causes = (other for other in beside if not (other.verb and reading.tokens[other.head].lemma in harms))
            others = [(other.type, other.head) for other in causes if other is not one]
            cause = by_cause(reading, head, others) if one.verb and head.lemma in harms else ""
            yield replace(one, type=cause) if cause else one


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """First base form -> (base forms, part of speech, type), the longest first, what is done before where to.

    “Fired a missile at a ship” is read as “fire missile” and not as “fire at”.
    """
    found: dict[str, list[_Entry]] = {}
    for slug, entry in load_vocabulary()["incident-types"].items():
        for part, given in sorted((entry["triggers"] or {}).items()):
            for phrase in given:
                forms = tuple(phrase.lower().replace("-", " ").split())
                found.setdefault(forms[0], []).append((forms, part, slug))
    for word in word_set("incident-words", "generic"):
        found.setdefault(word, [])
    return {
        first: tuple(sorted(items, key=lambda item: (-len(item[0]), item[0][-1] in _WHERE_TO, item)))
        for first, items in found.items()
    }


@lru_cache(maxsize=2)
def deed_words(*, whole: bool = False) -> frozenset[str]:
    """The first words, in base form, of all triggers of deeds: not of politics, nor of harm without intent.

    whole: those alone that are a trigger by themselves, so that “letter bomb” makes no deed of a letter
    """
    kinds = load_vocabulary()["incident-types"]
    meant = {slug for slug, entry in kinds.items() if entry["has_perpetrator"] and entry["category"] != "politics"}
    return word_set("incident-words", "generic") | {
        first
        for first, entries in _entries().items()
        if any(slug in meant and not (whole and forms[1:]) for forms, _, slug in entries)
    }


def _at(reading: Reading, token: Token) -> Trigger | None:
    for forms, part, slug in _entries().get(token.lemma, _entries().get(token.text.lower(), ())):
        matched = _match(reading, token, forms, loose=part == "phrases") or _with_object(reading, token, forms, part)
        if matched and _part_fits(reading, matched, part):
            return _trigger(reading, slug, matched, part, " ".join(forms))
    if token.lemma in word_set("incident-words", "generic") and token.pos in ("NOUN", "PROPN"):
        return _generic(reading, token)
    return _told_again(reading, token)


def _told_again(reading: Reading, token: Token) -> Trigger | None:
    """“It was carried out by X”, “this happened in Arlen on Monday”: what was named before."""
    if token.lemma in word_set("attribution", "carry-out"):
        subjects, origin = reading.below(token.i, "nsubjpass"), "triggers: it was carried out"
    elif _happens(reading, token):
        subjects, origin = reading.below(token.i, "nsubj"), "triggers: it happened"
    else:
        return None
    if not any(one.text.lower() in ("it", "this", "they") for one in subjects):
        return None
    return Trigger("", token.i, token.i, token.i, generic=True, definite=True, verb=True, origin=origin)


def _happens(reading: Reading, token: Token) -> bool:
    """“Happened”, “took place”; not “happened again”."""
    if any(one.lemma == "again" for one in reading.below(token.i, "advmod")):
        return False
    takes = token.lemma == "take" and any(one.lemma == "place" for one in reading.below(token.i, "dobj"))
    return takes or token.lemma in word_set("joining", "takes-place")


def _match(reading: Reading, token: Token, forms: tuple[str, ...], *, loose: bool) -> list[Token]:
    """The tokens of a phrase: side by side, hyphens aside; in a loose one a few words may stand between."""
    found, at = [token], token.i
    for form in forms[1:]:
        following = [
            one for one in reading.tokens[at + 1 : at + 2 + (_GAP if loose else 1)] if one.sentence == token.sentence
        ]
        if not loose:
            following = [one for one in following if one.text not in ("-", "–")][:1]
        if loose:  # “burned a village mayor” burned no village
            following = [one for one in following if one.relation != "compound"]
        hit = next((one for one in following if form in (one.lemma, one.text.lower())), None)
        if hit is None:
            return []
        found.append(hit)
        at = hit.i
    return found


def _with_object(reading: Reading, token: Token, forms: tuple[str, ...], part: str) -> list[Token]:
    """“A grenade was thrown”: the verb of a phrase of two words whose other word is its object."""
    if part != "phrases" or len(forms) != len(("verb", "object")):
        return []
    return [token] if any(one.lemma == forms[1] for one in reading.below(token.i, "dobj", "nsubjpass")) else []


def _part_fits(reading: Reading, matched: list[Token], part: str) -> bool:
    last = matched[-1]
    if part == "nouns":
        return last.pos in ("NOUN", "PROPN") and last.relation != "compound"
    return matched[0].pos == "VERB" and matched[0].relation != "amod" and not _is_before_noun(reading, matched[0])


def _is_before_noun(reading: Reading, verb: Token) -> bool:
    """“Repatriate 800 captured fighters”: the participle says which."""
    around = reading.tokens[max(verb.i - 1, 0) : verb.i + 2]
    counted = around[0].tag in ("CD", "PRP$") and around[0].i < verb.i
    return verb.tag == "VBN" and counted and around[-1].pos in ("NOUN", "PROPN") and verb.i + 1 == around[-1].i


def _trigger(reading: Reading, slug: str, matched: list[Token], part: str, entry: str) -> Trigger | None:
    head = matched[0] if part in ("verbs", "phrases") else matched[-1]
    kind = slug
    single = len(matched) == 1
    if is_ambiguous(entry):
        kind = kind_of(reading, head, entry)
    if not kind:
        return None
    generic = (single and head.lemma in word_set("incident-words", "generic")) or entry in word_set(
        "incident-words", "generic-phrases"
    )
    origin = f"triggers: {entry} ({part.removesuffix('s')})"
    return Trigger(
        kind, head.i, matched[0].i, matched[-1].i, generic, *_marks(reading, head), head.pos == "VERB", origin
    )


def _generic(reading: Reading, token: Token) -> Trigger | None:
    kind = kind_of(reading, token, token.lemma) if is_ambiguous(token.lemma) else ""
    definite, another = _marks(reading, token)
    if not kind and not definite:
        return None
    origin = f"triggers: {token.lemma} (general word)"
    return Trigger(kind, token.i, token.i, token.i, generic=True, definite=definite, another=another, origin=origin)


def _marks(reading: Reading, head: Token) -> tuple[bool, bool]:
    near = reading.below(head.i, "det", "amod", "poss")
    before = {token.lemma for token in near} | {token.text.lower() for token in near}  # “earlier” is a form of “early”
    pointing, more = before & {"the", "this", "that"}, before & word_set("incident-words", "another")
    return bool(pointing), bool(more) or (head.pos == "VERB" and _turns_elsewhere(reading, head))


def _turns_elsewhere(reading: Reading, head: Token) -> bool:
    """“Meanwhile, guerrillas blew up a bus”, “they also blew up a bus”, “it was also reported that …”."""
    begins = reading.sentence_span(head.sentence).start
    opening = reading.text[begins : begins + 30]
    saying = [one for one in reading.ancestors(head.i, 1) if head.relation == "ccomp"]
    hurts = head.lemma in word_set("casualties", "kill") | word_set("casualties", "injure")  # “were also killed” in it
    also = not hurts and any(
        child.lemma == "also" for one in (head, *saying) for child in reading.below(one.i, "advmod")
    )
    return also or bool(pattern("incident-words", "elsewhere").match(opening))
