"""Triggers merged into events: which words speak of one thing that happened, and what proves it."""

from dataclasses import replace

from dateline.extract.rules.clashes import is_only_near, may_join, places_clash
from dateline.extract.rules.days import day_of, past_dates
from dateline.extract.rules.events import Event, Scene
from dateline.extract.rules.language import Reading, SentenceAt, Token
from dateline.extract.rules.locality import may_lie_in, rank_of
from dateline.extract.rules.modality import is_background
from dateline.extract.rules.one_deed import is_one_deed
from dateline.extract.rules.parts import Part
from dateline.extract.rules.proofs import WIDE, is_the_deed, names_its_means, proof_of, shares_word
from dateline.extract.rules.whereabouts import place_of
from dateline.facts.extraction import Evidence, by_position
from dateline.facts.families import are_compatible, family_of
from dateline.text.lexicon import word_set

_REACH = 24  # events
_FIRST = SentenceAt(0)


def settle(scene: Scene, events: list[Event], event: Event) -> None:
    """Join the newest event of which this one is proved to speak; `events` holds the newest last.

    Where nothing proves it and nothing speaks against it, it is a mention: no incident of its own, and no source of
    values; unless it tells more than the others.
    """
    for other in reversed(events[-_REACH:]):
        if is_one_deed(scene, other, event):
            _join_one(scene, other, event)
            return
    fitting = [other for other in reversed(events[-_REACH:]) if may_join(scene, other, event)]
    if event.triggers[0].definite:
        fitting.sort(key=lambda other: not shares_word(scene, other, event.triggers[0]))
    for other in fitting:
        rule = proof_of(scene, other, event)
        if rule:
            _join(scene, other, event, rule)
            events.remove(other)
            events.append(other)
            return
    if fitting and event.date and scene.sentence_of(event.triggers[0]) - 1 in fitting[0].sentences:
        fitting[0].doubts.append(event.date)
    if fitting and not all(_tells_more(scene, other, event) for other in fitting):
        fitting[0].mentions.append(event)
    elif event.type:
        _adopt(scene, events, event)
        _take_day_of_sum(scene, events, event)
        events.append(event)


def _take_day_of_sum(scene: Scene, events: list[Event], event: Event) -> None:
    """“A wave of attacks on Monday killed 107. In Arlen, a bomb killed 12”: the day of all is that of each."""
    if event.date or event.place is None or event.triggers[0].definite:
        return
    for whole in (one for one in events[-_REACH:] if one.date and one.is_sum):
        country = scene.places[event.place].country
        within = whole.place in (None, event.place, country) or country is None
        if within and are_compatible(whole.type, event.type, loosely=True):
            event.date = whole.date
            _take(event, whole, "date", "one of those told together")
            return


def _adopt(scene: Scene, events: list[Event], event: Event) -> None:
    """Take in the sentence before where it tells the deed in words of its own: “farmers filled Arlen. The rally …”."""
    trigger, reading = event.triggers[0], scene.reading
    points_back = is_the_deed(reading, trigger) or names_its_means(reading, reading.tokens[trigger.head])
    if not points_back or is_background(reading, trigger.head):
        return
    before = SentenceAt(scene.sentence_of(trigger) - 1)
    root = _root(reading, before) if before >= 0 else None
    if root and root.lemma not in word_set("speech", "verbs") and not any(before in one.sentences for one in events):
        event.sentences[before] = rule = "points at the sentence before"
        past = past_dates(scene.dates, scene.report)
        when = None if event.date else day_of(reading, root.i, past, main=True)
        where = None if event.place is not None else place_of(reading, root.i, scene.grounds, main=True)
        if when:
            event.date, event.told["date"] = when[0], replace(when[1], rule=f"{when[1].rule}; {rule}")
        if where:
            event.place, event.told["place"] = where[0], replace(where[1], rule=f"{where[1].rule}; {rule}")
    if event.place is None and before >= 0 and is_the_deed(reading, trigger):
        _take_topic(scene, event)


def _take_topic(scene: Scene, event: Event) -> None:
    """“Arlen is under siege … The air strikes have killed 100”: the place of which the first sentence speaks."""
    root = _root(scene.reading, _FIRST)
    for subject in scene.reading.below(root.i, "nsubj", "nsubjpass") if root else ():
        for number, place in by_position(scene.places):
            if place.kind not in WIDE and any(one.start <= subject.start < one.end for one in place.mentions):
                event.place = number
                span = scene.reading.sentence_span(_FIRST)
                event.told["place"] = Evidence("place", span, "whereabouts: what the report is about")


def _root(reading: Reading, sentence: SentenceAt) -> Token | None:
    first, end = reading.sentences[sentence]
    return next((one for one in reading.tokens[first:end] if one.relation == "ROOT"), None)


def _tells_more(scene: Scene, other: Event, event: Event) -> bool:
    """It tells a day, a town or a victim of its own: more than a word that may mean either."""
    if not event.type or event.triggers[0].definite:
        return False
    town = event.place is not None and scene.places[event.place].kind not in WIDE
    victim = any(part.role == "victim" for part in event.parts)
    return _is_sharper(event.date, other.date) or (town and event.place != other.place) or victim


def _is_sharper(one: str, other: str) -> bool:
    """A day where the other tells none, or a month or a span of days."""
    return bool(one) and (not other or (len(one) > len(other.partition("/")[0]) and "/" not in one))


def _join(scene: Scene, other: Event, event: Event, rule: str) -> None:
    meant = family_of(other.type) != "harm-without-intent"
    vague = meant and other.generic and (not event.generic or other.type in ("", "other", "armed-attack"))
    if event.type not in ("", "other") and vague:
        other.type, other.generic = event.type, event.generic
    other.triggers += event.triggers
    other.quoted = other.quoted or event.quoted
    other.is_sum = other.is_sum or event.is_sum
    for sentence in event.sentences:
        other.sentences.setdefault(sentence, rule)
    if event.date and not other.date:
        other.date = event.date
        _take(other, event, "date", rule)
    if event.place is not None and (other.place is None or _is_finer(scene, other, event)):
        other.place = event.place
        _take(other, event, "place", rule)
    other.parts = _together(other.parts, event.parts)
    other.casualties += event.casualties


def _is_finer(scene: Scene, other: Event, event: Event) -> bool:
    """It tells a town in the country or region of the other one, or where the other tells what is near."""
    if other.place is None or event.place is None or places_clash(scene, other, event):
        return False
    mine, theirs = scene.places[event.place], scene.places[other.place]
    if is_only_near(other) and not is_only_near(event) and rank_of(mine) <= rank_of(theirs):
        return True
    inside = may_lie_in(scene.places, event.place, other.place) and not (is_only_near(event) and mine.lat is None)
    return inside or (theirs.kind == "region" and mine.country == theirs.country and rank_of(mine) < 3)


def _join_one(scene: Scene, other: Event, event: Event) -> None:
    """Join a word of the same clause. A deed of force outweighs what it did to things.

    Not where it is said to be such a deed: “the attack was a hijacking”.
    """
    is_its_name = other.generic and scene.reading.tokens[event.triggers[0].head].relation == "attr"
    if family_of(event.type) == "property" != family_of(other.type) and not is_its_name:
        event = replace(event, type="", generic=True)
    elif family_of(other.type) == "property" != family_of(event.type):
        other.type, other.generic = event.type, event.generic
    if event.place is not None and other.place is not None and _is_exacter(scene, event, other):
        other.place, other.told["place"] = event.place, event.told["place"]
    _join(scene, other, event, "one clause tells both")


def _is_exacter(scene: Scene, event: Event, other: Event) -> bool:
    """Its place says more; of two alike it is that of the exact word: “was killed by an airstrike on X”."""
    ranks = [max(1, rank_of(scene.places[one.place])) for one in (event, other) if one.place is not None]
    return ranks[0] < ranks[1] or (ranks[0] == ranks[1] and other.generic and not event.generic)


def _together(some: list[Part], more: list[Part]) -> list[Part]:
    """All, each once; who is a victim is no target."""
    known = {(part.actor, part.role) for part in some}
    both = some + [part for part in more if (part.actor, part.role) not in known]
    victims = {part.actor for part in both if part.role == "victim"}
    return [part for part in both if part.role != "target" or part.actor not in victims]


def _take(other: Event, event: Event, field: str, rule: str) -> None:
    mine = event.told[field]
    other.told[field] = Evidence(field, mine.span, f"{mine.rule}; {rule}")
