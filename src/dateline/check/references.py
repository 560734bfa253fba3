"""References: every id that a record names, with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Actor, Briefing, Incident, Location
from dateline.model.corpus import KeyPath


@dataclass(frozen=True)
class Reference:
    """One id in a record. kind: `actor`, `location`, `incident`, `source`, `quote` or `briefing-quote`."""

    kind: str
    id: str
    keys: KeyPath


def briefing_references(briefing: Briefing) -> Iterator[Reference]:
    """Every id in a briefing's front matter."""
    if briefing.location:
        yield Reference("location", briefing.location, ("location",))
    yield from (Reference("actor", key, ("actors", n)) for n, key in enumerate(briefing.actors))
    yield from (Reference("location", key, ("places", n)) for n, key in enumerate(briefing.places))
    yield from (Reference("source", quote.source, ("quotes", key, "source")) for key, quote in briefing.quotes.items())
    yield from _incident_references(briefing)
    yield from _claim_references(briefing)
    yield from quote_references(briefing)


def _incident_references(briefing: Briefing) -> Iterator[Reference]:
    for n, report in enumerate(briefing.incidents):
        if report.location:
            yield Reference("location", report.location, ("incidents", n, "location"))
        for m, part in enumerate(report.participants):
            yield Reference("actor", part.actor, ("incidents", n, "participants", m, "actor"))


def _claim_references(briefing: Briefing) -> Iterator[Reference]:
    for n, claim in enumerate(briefing.claims):
        if claim.incident:
            yield Reference("incident", claim.incident, ("claims", n, "incident"))
        if claim.claimant.actor:
            yield Reference("actor", claim.claimant.actor, ("claims", n, "claimant", "actor"))
        if claim.claimant.source:
            yield Reference("source", claim.claimant.source, ("claims", n, "claimant", "source"))
        if claim.about.actor:
            yield Reference("actor", claim.about.actor, ("claims", n, "about", "actor"))


def quote_references(briefing: Briefing) -> Iterator[Reference]:
    """Every quote that a briefing cites."""
    cited: list[tuple[str | None, KeyPath]] = []
    if briefing.standfirst:
        cited.append((briefing.standfirst.quote, ("standfirst", "quote")))
    cited += [(point.quote, ("key_points", n, "quote")) for n, point in enumerate(briefing.key_points)]
    for n, report in enumerate(briefing.incidents):
        cited.append((report.quote, ("incidents", n, "quote")))
        cited += [
            (part.quote, ("incidents", n, "participants", m, "quote")) for m, part in enumerate(report.participants)
        ]
    cited += [(claim.quote, ("claims", n, "quote")) for n, claim in enumerate(briefing.claims)]
    yield from (Reference("quote", quote, keys) for quote, keys in cited if quote)


def profile_references(record: Actor | Location | Incident) -> Iterator[Reference]:
    """Every id in a profile's front matter."""
    if isinstance(record, Incident):
        if record.location:
            yield Reference("location", record.location, ("location",))
        yield from (Reference("incident", key, ("not_same_as", n)) for n, key in enumerate(record.not_same_as))
        return
    if record.country:
        yield Reference("location", record.country, ("country",))
    kind = "actor" if isinstance(record, Actor) else "location"
    yield from (Reference(kind, key, ("not_same_as", n)) for n, key in enumerate(record.not_same_as))
    for n, alias in enumerate(record.aliases):
        if alias.quote:
            yield Reference("briefing-quote", alias.quote, ("aliases", n, "quote"))
    if isinstance(record, Actor):
        yield from (Reference("actor", key, ("member_of", n)) for n, key in enumerate(record.member_of))
        yield from (Reference("actor", key, ("part_of", n)) for n, key in enumerate(record.part_of))
        yield from (
            Reference("actor", item.actor, ("maybe_same_as", n, "actor")) for n, item in enumerate(record.maybe_same_as)
        )
