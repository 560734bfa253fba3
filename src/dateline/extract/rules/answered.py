"""What was done to the attackers: who shot the gunman did not do what the gunman did."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.extract.rules.events import Event
from dateline.extract.rules.language import Reading, Token, TokenAt
from dateline.extract.rules.parts import Part, doers, sufferers
from dateline.extract.rules.triggers import Trigger
from dateline.text.lexicon import word_set

_THEM = frozenset({"him", "her", "them"})
_MEANT = frozenset({"the", "this", "that", "these", "those", "both", "all", "its"})
_SUICIDE, _CLASH = "suicide-bombing", "armed-clash"


@dataclass(frozen=True)
class _Told:
    """Which of an event's words, by their position among them, tell of whom that they did or suffered it."""

    done: Mapping[TokenAt, set[int]]
    done_now: Mapping[TokenAt, set[int]]  # without what had been done before
    suffered: Mapping[TokenAt, set[int]]
    attacked: frozenset[int]  # done by armed men or a bomber
    above: frozenset[TokenAt]  # the heads of these


def of_the_deed(reading: Reading, event: Event) -> list[Trigger]:
    """The words that report what the event is; not “before police killed the gunman” beside what the gunman did."""
    answers = _answers(reading, event)
    return [one for number, one in enumerate(event.triggers) if number not in answers]


def _answers(reading: Reading, event: Event) -> frozenset[int]:
    """The positions of the event's words that report what was done to the attackers."""
    told = _told(reading, event.triggers)
    return frozenset(
        number
        for number, trigger in enumerate(event.triggers)
        if _is_answer(reading, number, event, told) or _is_clash_beside(trigger, event)
    )


def _is_clash_beside(trigger: Trigger, event: Event) -> bool:
    """Who clashed with police after a bombing did not place the bomb, and nor did the police."""
    blast = event.type in word_set("incident-words", "blasts") - {"armed-attack"}
    return blast and trigger.type == _CLASH


def _told(reading: Reading, triggers: Sequence[Trigger]) -> _Told:
    done: dict[TokenAt, set[int]] = defaultdict(set)
    done_now: dict[TokenAt, set[int]] = defaultdict(set)
    suffered: dict[TokenAt, set[int]] = defaultdict(set)
    attacked = frozenset(number for number, one in enumerate(triggers) if _is_attacked(reading, one))
    for number, trigger in enumerate(triggers):
        for one in doers(reading, trigger):
            done[one.i].add(number)
            if not _is_before(reading, trigger):
                done_now[one.i].add(number)
        for one in sufferers(reading, trigger):
            suffered[one.i].add(number)
    return _Told(done, done_now, suffered, attacked, frozenset(triggers[number].head for number in attacked))


def parts_in_the_deed(reading: Reading, event: Event) -> list[Part]:
    """The parts without those who fought the attackers, and the attackers as victims."""
    others = [event.triggers[number] for number in sorted(_answers(reading, event))]
    if not others:
        return event.parts
    told = {i for trigger in others for token in _told_by(reading, trigger) for i in reading.subtree(token.i)}
    return [part for part in event.parts if part.at not in told]


def _told_by(reading: Reading, trigger: Trigger) -> Iterator[Token]:
    yield from doers(reading, trigger)
    yield from sufferers(reading, trigger)


def _is_answer(reading: Reading, number: int, event: Event, told: _Told) -> bool:
    trigger = event.triggers[number]
    if not trigger.verb or len(event.triggers) == 1:
        return False
    harmed, by = list(sufferers(reading, trigger)), list(doers(reading, trigger))
    if _is_before(reading, trigger):
        return _by_another(told.done, (*harmed, *by), number) or _by_another(told.suffered, by, number)
    if _by_another(told.done_now, harmed, number):
        return True
    if any(_is_attacker(reading, one) for one in harmed):
        return _harms_others(reading, event) or bool(told.attacked - {number})
    return (
        any(one.text.lower() in _THEM for one in harmed)
        and any(one.lemma in word_set("attribution", "guards") for one in by)
        and any(one.i in told.above for one in reading.ancestors(trigger.head))
    )


def _by_another(told: Mapping[TokenAt, set[int]], people: Iterable[Token], number: int) -> bool:
    """Another word tells of one of them, or of somebody by name; what is thrown both suffers and does."""
    return any(_is_somebody(one) and told.get(one.i, set()) - {number} for one in people)


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
