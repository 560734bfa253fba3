"""`Extraction ─▶ Explained`: why a draft says what it says: each datum with the rule or model and the words."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from dateline.draft.compose.incidents import participating
from dateline.draft.one import extract_one
from dateline.draft.write import corpus_before, registry_of
from dateline.extract.extractors import find_extractor
from dateline.facts.extraction import Extraction, FoundClaim, FoundCount, FoundIncident, IncidentAt, by_position
from dateline.model import Corpus, Count, Seed
from dateline.project import Project
from dateline.text.span import Span

_SLOTS = ("date", "place", "fatalities", "injured", "sentence")


@dataclass(frozen=True)
class Explained:
    """One datum.

    path    such as `incidents[0].fatalities`
    origin  the rule or the model that made it
    line    of the seed, from 1, or 0 without words of its own
    tie     of a value of an incident: what joined the sentence of its words to the incident; else ""
    """

    path: str
    value: str
    origin: str
    line: int
    quote: str
    tie: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """As a row of JSON."""
        return asdict(self)


def explain_seed(project: Project, corpus: Corpus, seed: Seed) -> tuple[Explained, ...]:
    """What the drafting finds in a seed beside the project's other records, and why; nothing is written.

    Raises UndatedSeedError where no day can be told.
    """
    extract = find_extractor(project.settings.draft, cache=project.build / "cache")
    dated, extraction = extract_one(seed, registry_of(project, corpus_before(project, corpus, seed)), extract)
    return tuple(explain(extraction, dated))


def explain(extraction: Extraction, seed: Seed) -> Iterator[Explained]:
    """Each datum of a verified extraction in the order of the briefing: incidents, claims, actors, places, dates."""
    for at, incident in by_position(extraction.incidents):
        yield from _incident(at, incident, extraction, seed)
    for number, claim in enumerate(extraction.claims):
        origin = f"{claim.origin}; no statement by itself, so kept out of the briefing" if claim.loose else claim.origin
        yield _explained(f"claims[{number}]", _claim(claim, extraction), origin, claim.span, seed)
    for number, actor in enumerate(extraction.actors):
        path = f"actors[{number}]"
        yield _explained(path, f"{actor.name} ({actor.kind})", actor.origin, actor.mentions[0], seed)
        for position, alias in enumerate(actor.aliases):
            value = f"{actor.name}: also {alias.name} ({alias.kind})"
            yield _explained(f"{path}.aliases[{position}]", value, alias.origin, alias.span, seed)
    for number, place in enumerate(extraction.places):
        first = place.mentions[0] if place.mentions else None
        value = ", ".join(filter(None, (place.name, place.province))) + f" ({place.kind})"
        yield _explained(f"places[{number}]", value, place.origin, first, seed)
    for number, date in enumerate(extraction.dates):
        yield _explained(f"dates[{number}]", date.value, date.origin, date.span, seed)


def _explained(path: str, value: str, origin: str, span: Span | None, seed: Seed) -> Explained:
    if span is None:
        return Explained(path, value, origin or "not recorded", 0, "")
    line = seed.text.count("\n", 0, span.start) + 1
    return Explained(path, value, origin or "not recorded", line, " ".join(span.of(seed.text).split()))


def _incident(number: IncidentAt, incident: FoundIncident, extraction: Extraction, seed: Seed) -> Iterator[Explained]:
    """The incident, then each value of the briefing with the sentence that tells it and what joined that sentence."""

    def value(slot: str, value: str, origin: str, span: Span) -> Explained:
        tie = _tie(number, span, extraction)
        return replace(_explained(f"{path}.{slot}", value, origin.removesuffix(f"; {tie}"), span, seed), tie=tie)

    path = f"incidents[{number}]"
    place = "" if incident.place is None else extraction.places[incident.place].name
    whole = ", ".join(filter(None, (incident.type, incident.date, place)))
    yield _explained(path, whole, incident.origin, incident.span, seed)
    yield value("type", incident.type, incident.origin, incident.span)
    told = {slot: [one for one in incident.evidence if one.slot == slot] for slot in _SLOTS}
    for slot, said in (("date", incident.date), ("place", place)):
        yield from (value(slot, said, one.rule, one.span) for one in told[slot] if said)
    for slot, count in (("fatalities", incident.fatalities), ("injured", incident.injured)):
        if count:
            yield value(slot, _count(count), count.origin, count.span)
            yield from (value(slot, _count(count), one.rule, one.span) for one in told[slot])
    for at, part in enumerate(participating(extraction, number)):
        named = f"{extraction.actors[part.actor].name}: {part.role}"
        yield value(f"participants[{at}]", named, part.origin, part.span)
    for at, one in enumerate(told["sentence"]):
        yield _explained(f"{path}.sentences[{at}]", "speaks of it", one.rule, one.span, seed)


def _tie(number: IncidentAt, span: Span, extraction: Extraction) -> str:
    """What joined the sentence in which these words stand to the incident; "" where nothing is recorded."""
    joined = (one for one in extraction.incidents[number].evidence if one.slot == "sentence")
    told = next((one.rule for one in joined if one.span.start < span.end and span.start < one.span.end), "")
    claimed = any(claim.incident == number and claim.span == span for claim in extraction.claims)
    return told or ("a claim on it" if claimed else "")


def _count(told: FoundCount | Count) -> str:
    count = told.count if isinstance(told, FoundCount) else told
    known = dict.fromkeys(str(end) for end in (count.low, count.high) if end is not None)
    return "–".join(known)


def _claim(claim: FoundClaim, extraction: Extraction) -> str:
    voice = claim.claimant
    who = "the report" if voice is None else voice if isinstance(voice, str) else extraction.actors[voice].name
    subject = "" if claim.subject is None else extraction.actors[claim.subject].name
    numbers = (("killed", claim.fatalities), ("hurt", claim.injured))
    counts = (f"{_count(count)} {word}" for word, count in numbers if count)
    unclear = "unclear who" if claim.unclear else ""
    about = ", ".join(filter(None, (subject or claim.text or unclear, claim.role, *counts)))
    return f"{who} {claim.stance}: {about}"
