"""`Extraction ─▶ Explained`: why a draft says what it says: each datum with the rule or model and the words."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from dateline.draft.one import extract_one
from dateline.draft.write import corpus_before, registry_of
from dateline.extract.extractors import find_extractor
from dateline.facts.extraction import Extraction, FoundClaim, FoundCount, FoundIncident
from dateline.model import Corpus, Count, Seed
from dateline.project import Project
from dateline.text.span import Span


@dataclass(frozen=True)
class Explained:
    """One datum. path: such as `incidents[0].fatalities`; line: of the seed, from 1, or 0 without words of its own."""

    path: str
    value: str
    origin: str
    line: int
    quote: str

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
    for number, incident in enumerate(extraction.incidents):
        yield from _incident(f"incidents[{number}]", incident, extraction, seed)
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


def _incident(path: str, incident: FoundIncident, extraction: Extraction, seed: Seed) -> Iterator[Explained]:
    place = "" if incident.place is None else extraction.places[incident.place].name
    value = ", ".join(filter(None, (incident.type, incident.date, place)))
    yield _explained(path, value, incident.origin, incident.span, seed)
    values = {"date": incident.date, "place": place}
    for one in incident.evidence:
        if values.get(one.slot):
            yield _explained(f"{path}.{one.slot}", values[one.slot], one.rule, one.span, seed)
    for number, one in enumerate(one for one in incident.evidence if one.slot == "sentence"):
        yield _explained(f"{path}.sentences[{number}]", "speaks of it", one.rule, one.span, seed)
    for name, told in (("fatalities", incident.fatalities), ("injured", incident.injured)):
        if told:
            yield _explained(f"{path}.{name}", _count(told), told.origin, told.span, seed)
    for number, part in enumerate(incident.parts):
        value = f"{extraction.actors[part.actor].name}: {part.role}"
        yield _explained(f"{path}.participants[{number}]", value, part.origin, part.span, seed)


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
