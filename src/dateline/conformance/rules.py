"""What every extraction must hold, one rule each; docs/extractors.md says why."""

from collections.abc import Callable, Iterator
from typing import Any

from dateline.facts import Extraction, FoundActor, FoundIncident, FoundPlace, Span, verified
from dateline.facts.judge import PERPETRATOR, statement_of
from dateline.model import Count, Edtf, Seed
from dateline.vocabulary import load_vocabulary

Rule = Callable[[Extraction, Seed], Iterator[str]]


def spans(found: Extraction, seed: Seed) -> Iterator[str]:
    """Spans are [start, end) in code points of seed.text and hold words."""
    for where, span in _spans(found):
        if not isinstance(span, Span):
            yield f"{where}: must be a Span, not {type(span).__name__}"
        elif not 0 <= span.start < span.end <= len(seed.text):
            yield f"{where}: must lie within the {len(seed.text)} code points of the text, not {span.start}–{span.end}"
        elif not span.of(seed.text).strip():
            yield f"{where}: must hold words, {span.start}–{span.end} is white space"


def names(found: Extraction, seed: Seed) -> Iterator[str]:
    """An actor's or place's names stand in its mentions or in the words of its aliases."""
    for where, named in _named(found):
        if not named.name.strip():
            yield f"{where}: must have a name"
        if isinstance(named, FoundActor) and not named.mentions:
            yield f"{where}: must have a mention"
        for alias in named.aliases:
            if _plain(alias.name) not in _plain(alias.span.of(seed.text)):
                yield f"{where}: the alias '{alias.name}' must stand in the words of its span"


def positions(found: Extraction, _: Seed) -> Iterator[str]:
    """Records point at one another by position."""
    for where, value, size in _positions(found):
        if value is not None and not (isinstance(value, int) and 0 <= value < size):
            yield f"{where}: must be a position below {size} or None, not {value!r}"


def closed_lists(found: Extraction, _: Seed) -> Iterator[str]:
    """Kinds, types, roles, stances and precisions are of the closed lists."""
    lists = load_vocabulary()
    for where, name, value in _listed(found):
        if value not in lists[name]:
            yield f"{where}: {lists.fault(name, str(value))}"


def values(found: Extraction, _: Seed) -> Iterator[str]:
    """Dates are EDTF, numbers are counts, points lie on earth."""
    for number, date in enumerate(found.dates):
        if Edtf.parse(date.value) is None:
            yield f"date {number}: must be EDTF, not '{date.value}'"
    for number, incident in enumerate(found.incidents):
        if incident.date and Edtf.parse(incident.date) is None:
            yield f"incident {number}: its date must be EDTF or empty, not '{incident.date}'"
    for number, place in enumerate(found.places):
        if (place.lat is None) != (place.lon is None):
            yield f"place {number} ('{place.name}'): must have both coordinates or none"
        elif place.lat is not None and place.lon is not None and not (abs(place.lat) <= 90 and abs(place.lon) <= 180):
            yield f"place {number} ('{place.name}'): {place.lat}, {place.lon} is no point on earth"
    for where, count in _counts(found):
        if not isinstance(count, Count):
            yield f"{where}: must be a Count, not {type(count).__name__}"


def record(found: Extraction, seed: Seed) -> Iterator[str]:
    """It names itself and its version, and where the prose begins."""
    if not found.extractor.strip():
        yield "extractor: must name the extractor and its version, such as 'mine 1.2'"
    if not 0 <= found.body_start <= len(seed.text):
        yield f"body_start: must lie within the text, not {found.body_start}"


def accusations(found: Extraction, _: Seed) -> Iterator[str]:
    """Nobody is a perpetrator save by a claim of his own, or with the words of a court."""
    for number, incident in enumerate(found.incidents):
        own = {claim.claimant for claim in found.claims if claim.incident == number and statement_of(claim).admits()}
        for part in incident.parts:
            if part.role == PERPETRATOR and part.actor not in own:
                yield f"incident {number}: actor {part.actor} must be alleged-perpetrator, for it claims nothing"


def verification(found: Extraction, seed: Seed) -> Iterator[str]:
    """Verification finds nothing to drop."""
    more = verified(found, seed.text).dropped - found.dropped
    if more:
        yield f"verification must drop nothing, it drops {more}"


RULES: tuple[Rule, ...] = (spans, names, positions, closed_lists, values, record, accusations, verification)


def _named(found: Extraction) -> Iterator[tuple[str, FoundActor | FoundPlace]]:
    yield from ((f"actor {number} ('{actor.name}')", actor) for number, actor in enumerate(found.actors))
    yield from ((f"place {number} ('{place.name}')", place) for number, place in enumerate(found.places))


def _spans(found: Extraction) -> Iterator[tuple[str, Any]]:
    if found.headline is not None:
        yield "headline", found.headline
    for where, named in _named(found):
        yield from ((f"{where}, a mention", span) for span in named.mentions)
        yield from ((f"{where}, alias '{alias.name}'", alias.span) for alias in named.aliases)
    yield from ((f"date {number}", date.span) for number, date in enumerate(found.dates))
    yield from ((f"claim {number}", claim.span) for number, claim in enumerate(found.claims))
    yield from ((f"suggestion {number}", item.span) for number, item in enumerate(found.suggestions))
    for number, incident in enumerate(found.incidents):
        yield f"incident {number}", incident.span
        yield from ((f"incident {number}, a number", count.span) for count in _numbers(incident))
        yield from ((f"incident {number}, a part", part.span) for part in incident.parts)


def _numbers(incident: FoundIncident) -> list[Any]:
    return [count for count in (incident.fatalities, incident.injured) if count is not None]


def _counts(found: Extraction) -> Iterator[tuple[str, Any]]:
    for number, incident in enumerate(found.incidents):
        yield from ((f"incident {number}", count.count) for count in _numbers(incident))
    for number, claim in enumerate(found.claims):
        yield from ((f"claim {number}", one) for one in (claim.fatalities, claim.injured) if one is not None)


def _positions(found: Extraction) -> Iterator[tuple[str, Any, int]]:
    actors, places = len(found.actors), len(found.places)
    yield "dateline", found.dateline, places
    yield from ((f"actor {number}, country", actor.country, places) for number, actor in enumerate(found.actors))
    yield from ((f"place {number}, country", place.country, places) for number, place in enumerate(found.places))
    for number, incident in enumerate(found.incidents):
        yield f"incident {number}, place", incident.place, places
        yield from ((f"incident {number}, a part", part.actor, actors) for part in incident.parts)
    for number, claim in enumerate(found.claims):
        yield f"claim {number}, subject", claim.subject, actors
        yield f"claim {number}, incident", claim.incident, len(found.incidents)
        if not isinstance(claim.claimant, str):
            yield f"claim {number}, claimant", claim.claimant, actors


def _listed(found: Extraction) -> Iterator[tuple[str, str, Any]]:
    for number, actor in enumerate(found.actors):
        yield f"actor {number} ('{actor.name}')", "actor-kinds", actor.kind
    for number, place in enumerate(found.places):
        yield f"place {number} ('{place.name}')", "place-kinds", place.kind
        yield from ((f"place {number} ('{place.name}')", "geo-precision", p) for p in (place.precision,) if p)
    for where, named in _named(found):
        yield from ((f"{where}, alias '{alias.name}'", "alias-kinds", alias.kind) for alias in named.aliases)
    for number, incident in enumerate(found.incidents):
        yield f"incident {number}", "incident-types", incident.type
        yield from ((f"incident {number}", "geo-precision", p) for p in (incident.precision,) if p)
        yield from ((f"incident {number}, a part", "roles", part.role) for part in incident.parts)
    for number, claim in enumerate(found.claims):
        yield f"claim {number}", "stances", claim.stance
        yield from ((f"claim {number}", "roles", role) for role in (claim.role,) if role)


def _plain(words: str) -> str:
    return " ".join(words.split())
