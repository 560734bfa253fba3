"""What a report says of an event that a word names: that it happened, or is wished, feared, denied and so on."""

from enum import StrEnum

from dateline.extract.rules.figurative import is_figurative
from dateline.extract.rules.general import is_general
from dateline.extract.rules.governing import governing
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.rhetoric import is_question, is_rhetoric
from dateline.facts.families import family_of
from dateline.text.lexicon import word_set, words


class Modality(StrEnum):
    """What a report says of an event. The values name the lists of `modality.yaml`."""

    HAPPENED = "happened"
    BACKGROUND = "background"
    ATTEMPTED = "attempted"
    WISHED = "wished"
    FEARED = "feared"
    THREATENED = "threatened"
    PLANNED = "planned"
    PREDICTED = "predicted"
    ASKED = "asked"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    COMPARED = "compared"
    FIGURATIVE = "figurative"
    RHETORIC = "rhetoric"
    GENERAL = "general"

    @property
    def is_event(self) -> bool:
        """True where there was an event: the deed itself, told as news or beside it, or an attempt at it."""
        return self in (Modality.HAPPENED, Modality.BACKGROUND, Modality.ATTEMPTED)


_FAR = 16  # steps up to the verb of a clause
_MEANT = frozenset({"armed-force", "coercion", "property"})  # an attempt at anything else is no event


def modality_of(reading: Reading, head: Token, kind: str, *, verb: bool) -> Modality:
    """The modality of an event word. kind: its type of incident; verb: it is a verb."""
    found = Modality.FIGURATIVE if is_figurative(reading, head) else _governed(reading, head, kind, verb=verb)
    if not found.is_event:
        return found
    otherwise = next((modality for modality, holds in _OTHERWISE if holds(reading, head, verb=verb)), found)
    if otherwise is Modality.HAPPENED and is_background(reading, head.i):
        return Modality.BACKGROUND
    return otherwise


_OTHERWISE = (
    (Modality.ASKED, is_question),
    (Modality.GENERAL, is_general),
    (Modality.RHETORIC, is_rhetoric),
)


def _governed(reading: Reading, head: Token, kind: str, *, verb: bool) -> Modality:
    """What the words above and before it make of the event word."""
    if not verb and _is_ordered(reading, head, kind):
        return Modality.PLANNED
    governed = Modality(governing(reading, head, granted=family_of(kind) != "politics"))
    vain = governed is Modality.ATTEMPTED and family_of(kind) not in _MEANT and kind != "coup"
    return Modality.PLANNED if vain else governed


def befell(reading: Reading, harm: Token) -> bool:
    """True where a word of death or injury says that people did die or were hurt, or that nobody was."""
    return governing(reading, harm, granted=True) in (Modality.HAPPENED, Modality.BACKGROUND, Modality.DENIED)


def is_background(reading: Reading, i: TokenAt) -> bool:
    """“Since the murder of X”, “in the wake of it”, “who had been kidnapped”: told beside the news."""
    signs = word_set("modality", "background")
    token = reading.tokens[i]
    if token.pos == "VERB":
        earlier = any(one.text.lower() == "had" for one in reading.below(i, "aux"))
        marks = {one.lemma for one in reading.below(i, "mark")}
        return bool(marks & signs) or (earlier and token.relation in ("relcl", "advcl"))
    for above in reading.ancestors(i, _FAR):
        if above.lemma in signs or above.text.lower() in signs:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def _is_ordered(reading: Reading, noun: Token, kind: str) -> bool:
    """“Ordered his execution”, “awaits execution”: done by a court or an office, and not done yet."""
    verbs = words("modality")["ordered"].get(kind, ())
    return any(one.lemma in verbs for one in reading.ancestors(noun.i, 2))
