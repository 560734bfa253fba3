"""What was done to the attackers: who shot the gunman did not do what the gunman did."""

from collections.abc import Iterable, Iterator

from dateline.extract.rules.events import Event
from dateline.extract.rules.language import Reading, Token
from dateline.extract.rules.parts import Part, doers, sufferers
from dateline.extract.rules.triggers import Trigger
from dateline.text.lexicon import word_set

_THEM = frozenset({"him", "her", "them"})
_MEANT = frozenset({"the", "this", "that", "these", "those", "both", "all", "its"})
_SUICIDE, _CLASH = "suicide-bombing", "armed-clash"


def of_the_deed(reading: Reading, event: Event) -> list[Trigger]:
    """The words that report what the event is; not “before police killed the gunman” beside what the gunman did."""
    answers = [one for one in event.triggers if _is_answer(reading, one, event) or _is_clash_beside(one, event)]
    return [trigger for trigger in event.triggers if trigger not in answers]


def parts_in_the_deed(reading: Reading, event: Event) -> list[Part]:
    """The parts without those who fought the attackers, and the attackers as victims."""
    kept = of_the_deed(reading, event)
    if len(kept) == len(event.triggers):
        return event.parts
    others = [trigger for trigger in event.triggers if trigger not in kept]
    told = {i for trigger in others for token in _told_by(reading, trigger) for i in reading.subtree(token.i)}
    return [part for part in event.parts if part.at not in told]


def _told_by(reading: Reading, trigger: Trigger) -> Iterator[Token]:
    yield from doers(reading, trigger)
    yield from sufferers(reading, trigger)


def _is_clash_beside(trigger: Trigger, event: Event) -> bool:
    """Who clashed with police after a bombing did not place the bomb, and nor did the police."""
    blast = event.type in word_set("incident-words", "blasts") - {"armed-attack"}
    return blast and trigger.type == _CLASH


def _is_answer(reading: Reading, trigger: Trigger, event: Event) -> bool:
    others = [one for one in event.triggers if one is not trigger]
    if not trigger.verb or not others:
        return False
    harmed = list(sufferers(reading, trigger))
    if _is_before(reading, trigger):
        return any(_share(doers(reading, one), (*harmed, *doers(reading, trigger))) for one in others) or any(
            _share(doers(reading, trigger), sufferers(reading, one)) for one in others
        )
    if any(_share(harmed, doers(reading, one)) and not _is_before(reading, one) for one in others):
        return True
    if any(_is_attacker(reading, one) for one in harmed):
        return _harms_others(reading, event) or any(_is_attacked(reading, one) for one in others)
    by = list(doers(reading, trigger))
    return (
        any(one.text.lower() in _THEM for one in harmed)
        and any(one.lemma in word_set("attribution", "guards") for one in by)
        and any(_is_attacked(reading, one) and _is_above(reading, one, trigger) for one in others)
    )


def _share(some: Iterable[Token], others: Iterable[Token]) -> bool:
    """The same people, or somebody by name; what is thrown both suffers and does."""
    return bool({one.i for one in some if _is_somebody(one)} & {one.i for one in others})


def _is_somebody(noun: Token) -> bool:
    lists = (word_set("attribution", key) for key in ("armed", "anybody", "forces", "groups"))
    return noun.pos == "PROPN" or noun.lemma in word_set("casualties", "people").union(*lists)


def _is_before(reading: Reading, trigger: Trigger) -> bool:
    """“Soldiers who had been ambushed”: what made them do it."""
    head = reading.tokens[trigger.head]
    return head.relation == "relcl" and any(one.text.lower() in ("had", "'d") for one in reading.below(head.i, "aux"))


def _is_attacker(reading: Reading, noun: Token) -> bool:
    """“The gunman”: who did what was told before."""
    known = any(one.lemma in _MEANT for one in reading.below(noun.i, "det", "predet"))
    return known and noun.lemma in word_set("attribution", "attackers")


def _is_attacked(reading: Reading, trigger: Trigger) -> bool:
    """Armed men did it, or a bomber."""
    armed = word_set("attribution", "armed") | word_set("attribution", "anybody")
    return trigger.type == _SUICIDE or any(one.lemma in armed for one in doers(reading, trigger))


def _harms_others(reading: Reading, event: Event) -> bool:
    """Somebody beside armed men died or was hurt in it."""
    heads = [reading.tokens[i] for casualty in event.casualties for i in casualty.heads]
    return any(one.lemma not in word_set("attribution", "armed") for one in heads)


def _is_above(reading: Reading, trigger: Trigger, other: Trigger) -> bool:
    """The deed of one clause, the answer in one that hangs on it."""
    return trigger.head in {one.i for one in reading.ancestors(other.head)}
