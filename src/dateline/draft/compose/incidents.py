"""Incidents of a draft: their ids, shared with other briefings of the same event, and their records."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.draft.compose.records import Records
from dateline.facts.extraction import ActorAt, Extraction, FoundIncident, FoundPart, IncidentAt, by_position
from dateline.facts.families import are_compatible
from dateline.facts.judge import ACCUSED_ROLES, ALLEGED, PERPETRATOR, statement_of
from dateline.facts.registry import KnownIncident, Registry
from dateline.model import Edtf, IncidentReport, Participant
from dateline.text.lexicon import words
from dateline.text.slugs import free_slug, slug
from dateline.text.span import Span

_WORDS = 3  # of the report's own, in an id without a day
_LONG, _LONGEST = 5, 40  # letters, the latter since an incident's id is a file's name
_READ = 300  # characters


def incident_ids(extraction: Extraction, records: Records, registry: Registry, text: str) -> tuple[str, ...]:
    """An id for each incident: that of the same event in another briefing, or a new one."""
    taken = set(registry.not_free("incidents"))
    ids: list[str] = []
    countries = _countries(extraction, records, registry)
    for incident in extraction.incidents:
        same = (known for known in _same_event(incident, records, registry, countries) if known not in ids)
        known = next(same, None) or free_slug(new_id(incident, records, text), taken)
        taken.add(known)
        ids.append(known)
    return tuple(ids)


def new_id(incident: FoundIncident, records: Records, text: str) -> str:
    """`YYYY-MM-DD-place-type`; without a day the month or year told and words of the report."""
    when = _told_of(Edtf.parse(incident.date) if incident.date else None)
    place = [records.place_ids[incident.place]] if incident.place is not None else []
    own = () if len(when) == len("YYYY-MM-DD") else _own_words(incident, text)
    return "-".join([*([when] if when else []), *place, incident.type, *own])


def _told_of(date: Edtf | None) -> str:
    """The day, or as much of it as is told: of “2024-01-03/2024-01-05” the month."""
    if date is None or date.first is None or date.last is None:
        return ""
    first, last = str(date.first), str(date.last)
    parts = takewhile(lambda pair: pair[0] == pair[1], zip(first.split("-"), last.split("-"), strict=True))
    return "-".join(part for part, _ in parts)


def _own_words(incident: FoundIncident, text: str) -> list[str]:
    """Long words of its sentence, no figures and no days: an id states no day that the page does not."""
    left_out = {*incident.type.split("-"), *words("calendar")["weekdays"], *words("calendar")["months"]}
    told = slug(incident.span.of(text), longest=_READ).split("-")
    fitting = (word for word in told if word.isalpha() and _LONG <= len(word) <= _LONGEST)
    return [word for word in fitting if word not in left_out][:_WORDS]


def _countries(extraction: Extraction, records: Records, registry: Registry) -> dict[str, str]:
    """Place id -> id of its country."""
    known = {key: place.country for key, place in registry.locations.items() if place.country}
    new = {
        records.place_ids[number]: records.place_ids[place.country]
        for number, place in by_position(extraction.places)
        if place.country is not None
    }
    return {**known, **new}


def _same_event(
    incident: FoundIncident, records: Records, registry: Registry, countries: Mapping[str, str]
) -> list[str]:
    """Ids, best first: same family of type, overlapping date, same or containing place, no contradicting victim."""
    place = records.place_ids[incident.place] if incident.place is not None else ""
    victims = frozenset(records.actor_ids[part.actor] for part in incident.parts if part.role == "victim")
    mine = KnownIncident("", incident.type, incident.date, place, victims)
    fitting = [known for known in registry.known_incidents(mine.months) if _is_same(mine, known, countries)]
    fitting.sort(key=lambda known: (known.type != mine.type, known.location != mine.location, known.id))
    return [known.id for known in fitting]


def _is_same(mine: KnownIncident, known: KnownIncident, countries: Mapping[str, str]) -> bool:
    ours, theirs = Edtf.parse(mine.date), Edtf.parse(known.date)
    if not ours or not theirs or not ours.overlaps(theirs):
        return False
    if not are_compatible(mine.type, known.type, loosely=True) or not _is_near(mine, known, countries):
        return False
    return not (mine.victims and known.victims and not mine.victims & known.victims)


def _is_near(mine: KnownIncident, known: KnownIncident, countries: Mapping[str, str]) -> bool:
    one, two = mine.location, known.location
    return bool(one and two) and (one == two or countries.get(one) == two or countries.get(two) == one)


def incident_reports(
    extraction: Extraction, ids: Sequence[str], records: Records, quote: Mapping[Span, str]
) -> tuple[IncidentReport, ...]:
    """The records, in the order of the extraction."""
    return tuple(
        IncidentReport(
            id=ids[number],
            type=incident.type,
            date=incident.date or None,
            location=records.place_ids[incident.place] if incident.place is not None else None,
            geo_precision=incident.precision or None,
            fatalities=incident.fatalities.count if incident.fatalities else None,
            injured=incident.injured.count if incident.injured else None,
            quote=quote[incident.span],
            participants=_participants(number, extraction, records, quote),
        )
        for number, incident in by_position(extraction.incidents)
    )


def _participants(
    number: IncidentAt, extraction: Extraction, records: Records, quote: Mapping[Span, str]
) -> tuple[Participant, ...]:
    found: dict[tuple[str, str], Participant] = {}
    for part in participating(extraction, number):
        actor = records.actor_ids[part.actor]
        found.setdefault((actor, part.role), Participant(actor=actor, role=part.role, quote=quote[part.span]))
    return tuple(found.values())


def participating(extraction: Extraction, number: IncidentAt) -> tuple[FoundPart, ...]:
    """All who take part by the incident or by a claim on it, each role once.

    Who is blamed is an alleged perpetrator; a perpetrator is only who claims it, by those words.
    """
    own = own_claims(extraction, number)
    found: dict[tuple[ActorAt, str], FoundPart] = {}
    for part in (*extraction.incidents[number].parts, *_blamed(extraction, number), *own.values()):
        admitted = own.get(part.actor) if part.role in ACCUSED_ROLES else None
        one = admitted or (replace(part, role=ALLEGED) if part.role in ACCUSED_ROLES else part)
        found.setdefault((one.actor, one.role), one)
    return tuple(found.values())


def _blamed(extraction: Extraction, number: IncidentAt) -> list[FoundPart]:
    return [
        FoundPart(claim.subject, ALLEGED, claim.span, claim.origin)
        for claim in extraction.claims
        if claim.incident == number and claim.subject is not None and statement_of(claim).accuses
    ]


def own_claims(extraction: Extraction, number: IncidentAt) -> dict[ActorAt, FoundPart]:
    """Actors that say of themselves that they did it -> their part, with those words."""
    return {
        claim.subject: FoundPart(claim.subject, PERPETRATOR, claim.span, claim.origin)
        for claim in extraction.claims
        if claim.incident == number and claim.subject is not None and statement_of(claim).admits()
    }
