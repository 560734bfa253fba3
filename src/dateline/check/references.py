"""References: what a record names must exist, and what exists should be named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.check.finding import Context, Finding, did_you_mean
from dateline.model import Actor, Briefing, Incident, Location, Record
from dateline.model.corpus import KeyPath

_FOLDER = {"actor": "actors", "location": "locations", "incident": "incidents"}


@dataclass(frozen=True)
class Reference:
    """One id in a record. kind: `actor`, `location`, `incident`, `source` or `quote`."""

    kind: str
    id: str
    keys: KeyPath


def reference_is_known(context: Context) -> Iterator[Finding]:
    """Every id that a record names is the id of a record, a source, an incident or a quote."""
    for record in context.corpus.briefings.values():
        own = {
            "source": frozenset(source.id for source in record.data.sources),
            "quote": frozenset(record.data.quotes),
        }
        known = {**context.known_ids, **own}
        yield from _unknown(record.path, record, briefing_references(record.data), known, context)
    for records in context.profiles.values():
        for profile in records.values():
            yield from _unknown(profile.path, profile, profile_references(profile.data), context.known_ids, context)


def _unknown(
    path: str,
    record: Record[Briefing] | Record[Actor] | Record[Location] | Record[Incident],
    references: Iterator[Reference],
    known: Mapping[str, frozenset[str]],
    context: Context,
) -> Iterator[Finding]:
    for reference in references:
        if reference.kind == "briefing-quote":
            yield from _briefing_quote(path, record.line(*reference.keys), reference.id, context)
            continue
        if reference.id in known[reference.kind]:
            continue
        folder = _FOLDER.get(reference.kind, "")
        otherwise = f"add briefings/{folder}/{reference.id}.md" if folder else f"add it under {reference.kind}s"
        advice = did_you_mean(reference.id, known[reference.kind], otherwise)
        message = f"{_name(reference.keys)} must be a known {reference.kind}, not '{reference.id}'; {advice}"
        yield Finding(path, record.line(*reference.keys), message)


def _briefing_quote(path: str, line: int, value: str, context: Context) -> Iterator[Finding]:
    briefing, _, quote = value.partition("#")
    record = context.corpus.briefings.get(briefing)
    if f"briefings/{briefing}.md" in context.corpus.unreadable or (record and quote in record.data.quotes):
        return
    choices = frozenset(record.data.quotes if record else context.corpus.briefings)
    advice = did_you_mean(quote if record else briefing, choices, "write it as BRIEFING-ID#QUOTE-ID")
    yield Finding(path, line, f"quote must be one of a briefing's, not '{value}'; {advice}")


def _name(keys: KeyPath) -> str:
    return ".".join(str(key) for key in keys)


def briefing_references(briefing: Briefing) -> Iterator[Reference]:
    """Every id in a briefing's front matter."""
    if briefing.location:
        yield Reference("location", briefing.location, ("location",))
    yield from (Reference("actor", key, ("actors", n)) for n, key in enumerate(briefing.actors))
    yield from (Reference("location", key, ("places", n)) for n, key in enumerate(briefing.places))
    yield from (Reference("source", quote.source, ("quotes", key, "source")) for key, quote in briefing.quotes.items())
    yield from _incident_references(briefing)
    yield from _claim_references(briefing)
    yield from _quote_references(briefing)


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


def _quote_references(briefing: Briefing) -> Iterator[Reference]:
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


def quote_is_used(context: Context) -> Iterator[Finding]:
    """A quote that nothing cites is left over from an edit, or waits for its claim."""
    from_profiles = {
        reference.id
        for records in context.profiles.values()
        for record in records.values()
        for reference in profile_references(record.data)
        if reference.kind == "briefing-quote"
    }
    for key, record in context.corpus.briefings.items():
        used = {reference.id for reference in _quote_references(record.data)}
        for quote in record.data.quotes:
            if quote not in used and f"{key}#{quote}" not in from_profiles:
                message = f"quote '{quote}' should be cited by a claim, incident, key point or alias; cite or remove it"
                yield Finding(record.path, record.line("quotes", quote), message)


def record_is_used(context: Context) -> Iterator[Finding]:
    """A profile that no briefing and no other profile names has a page that nothing leads to."""
    if context.corpus.unreadable:
        return
    used = {
        (reference.kind, reference.id)
        for record in context.corpus.briefings.values()
        for reference in briefing_references(record.data)
    }
    used |= {
        ("incident", report.id) for record in context.corpus.briefings.values() for report in record.data.incidents
    }
    for records in context.profiles.values():
        for record in records.values():
            used |= {(item.kind, item.id) for item in profile_references(record.data) if item.id != record.stem}
    for folder, records in context.profiles.items():
        for key, record in records.items():
            if (folder.removesuffix("s"), key) not in used:
                kind = folder.removesuffix("s")
                message = f"{kind} '{key}' should be named by a briefing; name it there or remove this file"
                yield Finding(record.path, 1, message)
