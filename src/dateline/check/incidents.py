"""Incidents: one id for one event, one event under one id."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise, product

from dateline.check.finding import Context, Finding
from dateline.check.told import Telling, days_apart, tellings
from dateline.facts.families import are_compatible, family_of
from dateline.model import Edtf

_EVENTS = frozenset({"armed-force", "coercion", "property", "crowd", "harm-without-intent"})
_WIDE = frozenset({"country", "region", "province", "sea", "area"})
_VAGUE = frozenset({"crime", "other", "armed-attack"})
_SLACK = 3  # days by which reports of one event may differ
_WINDOW = 6
_DAY = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}(?=-|$)")


def event_has_one_id(context: Context) -> Iterator[Finding]:
    """Two ids of the same type, day and town in different briefings may be one event."""
    blocks: dict[tuple[str, date], list[Telling]] = defaultdict(list)
    for told in tellings(context.corpus).values():
        for place, day in dict.fromkeys((one.location, day) for one in told for day in _days(one)):
            if _is_event(context, told[0], place):
                blocks[place, day].append(told[0])
    seen: set[tuple[str, str]] = set()
    for (place, day), block in sorted(blocks.items()):
        for one, two in (pair for step in range(1, _WINDOW) for pair in zip(block, block[step:], strict=False)):
            ids = (one.report.id, two.report.id)
            if ids not in seen and _may_be_one(context, one, two):
                seen.add(ids)
                message = (
                    f"'{two.report.id}' should not be a second id of '{one.report.id}' ({two.type}, {place}, {day}); "
                    f"use one id in both briefings, or list {one.report.id} under not_same_as in its incident file"
                )
                yield Finding(two.record.path, two.line("id"), message)


def _only_day(one: Telling) -> date | None:
    return one.date.first if one.date and one.date.precision == "day" else None


def _days(one: Telling) -> list[date]:
    """The day, or the two days of a night. What went on for longer may hold other events."""
    if not one.date or not one.date.first or not one.date.last:
        return []
    length = (one.date.last - one.date.first).days + 1
    return [one.date.first + timedelta(days=step) for step in range(length)] if length <= 2 else []


def _is_event(context: Context, one: Telling, place: str) -> bool:
    record = context.corpus.locations.get(place)
    return record is not None and record.data.kind not in _WIDE and family_of(one.type) in _EVENTS


def _may_be_one(context: Context, one: Telling, two: Telling) -> bool:
    if one.record.path == two.record.path or not are_compatible(one.type, two.type, loosely=False):
        return False
    if one.victims and two.victims and not one.victims & two.victims:
        return False
    return not any(
        b in context.not_the_same(a) for a, b in ((one.report.id, two.report.id), (two.report.id, one.report.id))
    )


def id_has_one_event(context: Context) -> Iterator[Finding]:
    """The reports of one id agree on the day, the kind of event and the country, or nearly so."""
    for key, told in tellings(context.corpus).items():
        for one, two in pairwise(told):
            for name, values in _contradictions(context, one, two):
                message = (
                    f"'{key}' should be one event, but its {name} is {values[1]} here and {values[0]} in "
                    f"{one.record.stem}; correct one, give this event an id of its own, or state the {name} in "
                    f"briefings/incidents/{key}.md"
                )
                yield Finding(two.record.path, two.line(name), message)


def _contradictions(context: Context, one: Telling, two: Telling) -> Iterator[tuple[str, tuple[str, str]]]:
    if one.date and two.date and days_apart(one.date, two.date) > _SLACK:
        yield "date", (one.date.text, two.date.text)
    if _other_kind(one.type, two.type):
        yield "type", (one.type, two.type)
    countries = [_country(context, item.location) for item in (one, two)]
    if all(countries) and countries[0] != countries[1]:
        yield "location", (one.location, two.location)


def _other_kind(one: str, two: str) -> bool:
    if {one, two} & _VAGUE or are_compatible(one, two, loosely=True):
        return False
    return family_of(one) != family_of(two)


def _country(context: Context, key: str) -> str:
    record = context.corpus.locations.get(key)
    if record is None:
        return ""
    return key if record.data.kind == "country" else record.data.country or ""


def id_tells_the_truth(context: Context) -> Iterator[Finding]:
    """The date and the place in an incident's id are those of the incident, or the report's where no day is known."""
    names = _location_words(context)
    for key, told in tellings(context.corpus).items():
        for name, wanted in (*_wrong_day(key, told), *_wrong_place(context, key, told, names)):
            message = (
                f"id '{key}' should fit the incident's {name} {wanted}; correct the {name}, or the id if it is new"
            )
            yield Finding(told[0].record.path, told[0].line("id"), message)


def _wrong_day(key: str, told: tuple[Telling, ...]) -> Iterator[tuple[str, str]]:
    match = _DAY.match(key)
    said = Edtf.parse(match[0]) if match else None
    if said is None:
        return
    near = 1 if said.grain == "day" else 0
    dates = [one.date for one in told if one.date]
    reported = any(_only_day(one) is None and one.record.data.date.startswith(said.text) for one in told)
    if dates and not reported and not any(days_apart(said, other) <= near for other in dates):
        yield "date", dates[0].text


def _location_words(context: Context) -> Mapping[str, frozenset[str]]:
    """The first word of a location's id -> ids that begin with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in context.corpus.locations:
        found[key.partition("-")[0]].add(key)
    return {word: frozenset(keys) for word, keys in found.items()}


def _wrong_place(
    context: Context, key: str, told: tuple[Telling, ...], names: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    places = [one.location for one in told if one.location in context.corpus.locations]
    words = f"-{key}-"
    if not places or any(f"-{place}-" in words for place in places):
        return
    parts = key.split("-")
    named = {place for part in parts for place in names.get(part, ()) if f"-{place}-" in words and len(place) > 3}
    if named and not any(_related(context, place, other) for place, other in product(places, sorted(named))):
        yield "location", places[0]


def _related(context: Context, one: str, two: str) -> bool:
    """One is the other's country or province, or they are not both towns of known countries."""
    first, second = context.corpus.locations[one].data, context.corpus.locations[two].data
    if two in (first.country, first.province) or one == second.country or "country" in (first.kind, second.kind):
        return _country(context, one) == _country(context, two) or not first.country
    return bool({first.kind, second.kind} & _WIDE)
