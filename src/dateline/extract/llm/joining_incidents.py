"""Incidents of a model beside those of the rules: which are one and the same, and what the one adds to the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.facts.extraction import Evidence, FoundCount, FoundIncident, FoundPart, IncidentAt, by_position
from dateline.facts.families import are_compatible
from dateline.model import Count, Edtf
from dateline.text.sentences import sentences
from dateline.text.span import Span

Labels = tuple[Sequence[str], Sequence[str]]  # names of actors, names of places
Clash = tuple[str, Span]
_DOERS = {"perpetrator", "alleged-perpetrator"}


def same_incident(mine: FoundIncident, known: Sequence[FoundIncident], text: str) -> IncidentAt | None:
    """The position of the same incident: told in the same sentence, or of the same day and place; None: a new one."""
    spans = sentences(text)
    ours = _touched(mine.span, spans)
    for number, other in by_position(known):
        if are_compatible(mine.type, other.type, loosely=True) and ours & _touched(other.span, spans):
            return number
    for number, other in by_position(known):
        together = mine.place is not None and mine.place == other.place and _overlap(mine.date, other.date)
        if together and are_compatible(mine.type, other.type, loosely=True):
            return number
    return None


def _touched(span: Span, spans: Sequence[Span]) -> set[Span]:
    return {one for one in spans if one.start < span.end and span.start < one.end}


def _overlap(one: str, two: str) -> bool:
    first, second = Edtf.parse(one), Edtf.parse(two)
    return bool(first and second and first.overlaps(second))


def joined_incident(known: FoundIncident, mine: FoundIncident, labels: Labels) -> tuple[FoundIncident, list[Clash]]:
    """The known incident with what it lacks, and what contradicts it."""
    clashes = [*_clashes(known, mine, labels)]
    parts, refused = _parts(known, mine, labels)
    filled = [
        name
        for name in ("date", "place")
        if getattr(known, name) in ("", None) and getattr(mine, name) not in ("", None)
    ]
    origin = "; ".join([known.origin, *(f"{name} by {mine.origin}" for name in filled)]).removeprefix("; ")
    found = replace(
        known,
        date=known.date or mine.date,
        place=mine.place if known.place is None else known.place,
        precision=mine.precision if known.place is None else known.precision,
        fatalities=known.fatalities or mine.fatalities,
        injured=known.injured or mine.injured,
        parts=(*known.parts, *parts),
        origin=origin,
        evidence=(*known.evidence, *_evidence(known, mine, filled, parts)),
    )
    return found, [*clashes, *refused]


def _evidence(
    known: FoundIncident, mine: FoundIncident, filled: Sequence[str], parts: Sequence[FoundPart]
) -> Iterator[Evidence]:
    """What tells the values that are taken over, and the quotes in which they stand."""
    told = [one for one in mine.evidence if one.slot in filled]
    counts = ((known.fatalities, mine.fatalities), (known.injured, mine.injured))
    spans = {one.span for one in told} | {one.span for one in parts}
    spans |= {ours.span for theirs, ours in counts if ours and not theirs}
    yield from told
    yield from (one for one in mine.evidence if one.slot == "sentence" and one.span in spans)


def _clashes(known: FoundIncident, mine: FoundIncident, labels: Labels) -> Iterator[Clash]:
    if mine.type != known.type:
        yield f"the type {mine.type} where the rules have {known.type}", mine.span
    if mine.date and known.date and mine.date != known.date:
        yield f"the date {mine.date} where the rules have {known.date}", mine.span
    if mine.place is not None and known.place is not None and mine.place != known.place:
        one, two = labels[1][mine.place], labels[1][known.place]
        yield f"the place {one} where the rules have {two}", mine.span
    for name in ("fatalities", "injured"):
        one, two = getattr(mine, name), getattr(known, name)
        if one and two and one.count != two.count:
            yield f"{name} {_said(one)} where the rules have {_said(two)}", one.span


def _said(found: FoundCount) -> str:
    count: Count = found.count
    bounds = [str(bound) for bound in dict.fromkeys((count.low, count.best, count.high)) if bound is not None]
    return " to ".join(bounds)


def _parts(known: FoundIncident, mine: FoundIncident, labels: Labels) -> tuple[list[FoundPart], list[Clash]]:
    """New parts; a second part of one actor, or a doer beside those of the rules, contradicts them."""
    roles = {part.actor: part.role for part in known.parts}
    doers = {part.actor for part in known.parts if part.role in _DOERS}
    added, refused = [], []
    for part in mine.parts:
        name = labels[0][part.actor]
        if part.actor in roles:
            if {part.role, roles[part.actor]} - _DOERS and part.role != roles[part.actor]:
                refused.append((f"'{name}' as {part.role} where the rules have {roles[part.actor]}", part.span))
        elif part.role in _DOERS and doers:
            others = ", ".join(sorted(labels[0][actor] for actor in doers))
            refused.append((f"'{name}' as {part.role} where the rules name {others}", part.span))
        else:
            added.append(part)
    return added, refused
