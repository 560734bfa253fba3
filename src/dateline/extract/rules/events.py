"""Triggers merged into events: what a report says in several sentences of one thing that happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.extract.rules.casualties import Casualty
from dateline.extract.rules.coreference import Antecedent
from dateline.extract.rules.language import Reading
from dateline.extract.rules.modality import Modality
from dateline.extract.rules.parts import Part
from dateline.extract.rules.sides import Side, are_apart
from dateline.extract.rules.triggers import Trigger
from dateline.facts.extraction import FoundDate, FoundPlace
from dateline.facts.families import are_compatible, family_of
from dateline.model import Edtf
from dateline.text.lexicon import word_set

_NEWS = 92  # days


@dataclass(frozen=True)
class Scene:
    """The text with what is known of it when incidents are sought.

    actor_at     token -> position of the actor
    fighters     actors that may be called doers by the grammar alone
    home         the country in which the report plays, by its position
    grounds      the places, the dateline's with the words that stand for it: “here”, “in this city”
    sides        actors that are a state's own or groups that fight one
    antecedents  pronouns and definite nouns -> whom they stand for
    genre        what kind of report it is, as in source-types
    """

    reading: Reading
    actor_at: Mapping[int, int]
    persons: frozenset[int]
    fighters: frozenset[int]
    places: tuple[FoundPlace, ...]
    dates: tuple[FoundDate, ...]
    report: date | None
    home: int | None = None
    grounds: tuple[FoundPlace, ...] = ()
    sides: Mapping[int, Side] = field(default_factory=dict)
    antecedents: Mapping[int, Antecedent] = field(default_factory=dict)
    genre: str = "unknown"


@dataclass
class Event:
    """An incident in the making: its triggers, the newest last.

    inferred  what no sentence of its own says
    quoted    somebody is said to say so: of a deed about which people differ
    """

    type: str
    generic: bool
    triggers: list[Trigger]
    date: str = ""
    place: int | None = None
    parts: list[Part] = field(default_factory=list)
    casualties: list[Casualty] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    quoted: bool = False


def settle(scene: Scene, events: list[Event], event: Event) -> None:
    """Join the newest event that this one can be, or let it be a new one; `events` holds the newest last."""
    joinable = (other for other in reversed(events) if _may_join(scene, other, event))
    other = next(joinable, None)
    if other:
        _join(scene, other, event)
        events.remove(other)
        events.append(other)
        return
    if event.type:
        events.append(event)


def _may_join(scene: Scene, other: Event, event: Event) -> bool:
    trigger = event.triggers[0]
    beside = _is_told_beside(scene, trigger) or _is_told_beside(scene, other.triggers[0])
    if beside and not _shares_victim(other, event) and not _is_word_of(scene, other, event):
        return False
    if trigger.another and not (trigger.verb and _is_beside(scene, other, event)):
        return False
    if not other.date and _is_old(scene, event) and not _shares_victim(other, event):
        return False
    if _doers_clash(scene, other, event):
        return False
    return _fits(scene, other, event) or _is_word_of(scene, other, event) or _is_harm_of(scene, other, event)


def _is_told_beside(scene: Scene, trigger: Trigger) -> bool:
    """“After the murder of three officials”: told beside the news, and by itself, so that it is no word of the news."""
    return trigger.modality is Modality.BACKGROUND and any(
        one.lemma == "of" for one in scene.reading.below(trigger.head, "prep")
    )


def _is_old(scene: Scene, event: Event) -> bool:
    """Of another time than news, which a report may tell without a day."""
    when = Edtf.parse(event.date)
    return bool(scene.report and when and when.last and (scene.report - when.last).days > _NEWS)


def _shares_victim(other: Event, event: Event) -> bool:
    return bool({part.actor for part in other.parts} & {part.actor for part in event.parts if part.role == "victim"})


def _is_beside(scene: Scene, other: Event, event: Event) -> bool:
    """“In another incident a bomb exploded, killing six”: one sentence turns once."""
    tokens = scene.reading.tokens
    return tokens[other.triggers[-1].head].sentence == tokens[event.triggers[0].head].sentence


def _is_harm_of(scene: Scene, other: Event, event: Event) -> bool:
    """“Six people were killed”, by nobody, after an accident: told again."""
    trigger = event.triggers[0]
    killed = trigger.generic and scene.reading.tokens[trigger.head].lemma in word_set("casualties", "kill")
    done = any(part.role == "alleged-perpetrator" for part in event.parts)
    meant = family_of(other.type) != "harm-without-intent"
    return killed and not done and not meant and not _dates_clash(other.date, event.date)


def _is_word_of(scene: Scene, other: Event, event: Event) -> bool:
    """“The strike” after “a general strike”."""
    trigger = event.triggers[0]
    word = scene.reading.tokens[trigger.head].lemma
    named = {token.lemma for one in other.triggers for token in scene.reading.tokens[one.first : one.last + 1]}
    return trigger.definite and trigger.generic and word in named and not _victims_clash(scene, other, event)


def _fits(scene: Scene, other: Event, event: Event) -> bool:
    """Same family of type, no two dates, and a shared victim, a word that points back, or no two places."""
    trigger = event.triggers[0]
    if event.type and not are_compatible(other.type, event.type, loosely=other.generic or event.generic):
        return False
    if _dates_clash(other.date, event.date):
        return False
    if _victims_clash(scene, other, event):
        return False
    points_back = trigger.definite and trigger.generic and not event.date and event.place is None
    return _shares_victim(other, event) or points_back or not _places_clash(scene, other.place, event.place)


def _victims_clash(scene: Scene, other: Event, event: Event) -> bool:
    """“The murder of A” and, in another sentence, “the murder of B”."""
    mine = {part.actor for part in event.parts if part.role == "victim"}
    theirs = {part.actor for part in other.parts if part.role == "victim"}
    tokens = scene.reading.tokens
    apart = tokens[event.triggers[0].head].sentence not in {tokens[one.head].sentence for one in other.triggers}
    return apart and bool(mine and theirs) and not mine & theirs


def _doers_clash(scene: Scene, other: Event, event: Event) -> bool:
    """“A attacked” and, in another sentence, “B attacked”, both by the report's own words: no dispute on one deed."""
    if other.quoted or event.quoted or "armed-clash" in (other.type, event.type):
        return False
    mine, theirs = ([part for part in one.parts if part.role == "alleged-perpetrator"] for one in (event, other))
    tokens = scene.reading.tokens
    beside = {tokens[part.at].sentence for part in mine} & {tokens[part.at].sentence for part in theirs}
    return not beside and are_apart(scene.sides, {part.actor for part in mine}, {part.actor for part in theirs})


def _dates_clash(one: str, two: str) -> bool:
    first, second = Edtf.parse(one), Edtf.parse(two)
    return bool(first and second and not first.overlaps(second))


def _places_clash(scene: Scene, one: int | None, two: int | None) -> bool:
    if one is None or two is None or one == two:
        return False
    return scene.places[one].country != two and scene.places[two].country != one


def _join(scene: Scene, other: Event, event: Event) -> None:
    meant = family_of(other.type) != "harm-without-intent"
    vague = meant and other.generic and (not event.generic or other.type in ("", "other", "armed-attack"))
    if event.type not in ("", "other") and vague:
        other.type, other.generic = event.type, event.generic
    other.triggers += event.triggers
    other.quoted = other.quoted or event.quoted
    other.date = other.date or event.date
    if other.place is None or (event.place is not None and scene.places[event.place].country == other.place):
        other.place = event.place
    known = {(part.actor, part.role) for part in other.parts}
    other.parts += [part for part in event.parts if (part.actor, part.role) not in known]
