"""What a record names must exist, and what exists should be named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.check.finding import Context, Finding, did_you_mean
from dateline.check.references import Reference, briefing_references, profile_references, quote_references
from dateline.check.unknown import FOLDERS, Referring, references_of, remedy
from dateline.model import Briefing


def reference_is_known(context: Context) -> Iterator[Finding]:
    """Every id that a record names is the id of a record, a source, an incident or a quote."""
    for record in (record for record in _referring(context) if not _all_known(context, record)):
        known = known_to(context, record)
        for reference in references_of(record):
            if reference.kind == "briefing-quote":
                yield from _briefing_quote(record.path, record.line(*reference.keys), reference.id, context)
            elif reference.id not in known[reference.kind]:
                name = ".".join(str(key) for key in reference.keys)
                advice = _advice(context, record, reference, known)
                message = f"{name} must be a known {reference.kind}, not '{reference.id}'; {advice}"
                yield Finding(record.path, record.line(*reference.keys), message)


def _referring(context: Context) -> Iterator[Referring]:
    yield from context.corpus.briefings.values()
    for records in context.profiles.values():
        yield from records.values()


def _all_known(context: Context, record: Referring) -> bool:
    """True for a record that names nothing unknown, as nearly all do: no more is asked of those."""
    for kind, ids in context.kept.of(_others, record).items():
        if kind == "briefing-quote" and any(True for key in ids for _ in _briefing_quote("", 1, key, context)):
            return False
        if kind != "briefing-quote" and not ids <= context.known_ids.get(kind, frozenset()):
            return False
    return True


def _others(record: Referring) -> Mapping[str, frozenset[str]]:
    """The ids that a record names, by kind, without a briefing's own sources and quotes."""
    found: dict[str, set[str]] = defaultdict(set)
    for reference in references_of(record):
        found[reference.kind].add(reference.id)
    if isinstance(record.data, Briefing):
        found["source"] -= {source.id for source in record.data.sources}
        found["quote"] -= set(record.data.quotes)
    return {kind: frozenset(ids) for kind, ids in found.items() if ids}


def known_to(context: Context, record: Referring) -> Mapping[str, frozenset[str]]:
    """The ids that a record may name, by kind: all records, and a briefing's own sources, quotes and incidents.

    Its own incidents, since the corpus does not hold them where the record is not in it yet.
    """
    if not isinstance(record.data, Briefing):
        return context.known_ids
    sources = frozenset(source.id for source in record.data.sources)
    incidents = context.known_ids["incident"] | {report.id for report in record.data.incidents}
    quotes = frozenset(record.data.quotes)
    return {**context.known_ids, "source": sources, "quote": quotes, "incident": incidents}


def _advice(context: Context, record: Referring, reference: Reference, known: Mapping[str, frozenset[str]]) -> str:
    folder = FOLDERS.get(reference.kind, "")
    otherwise = f"add briefings/{folder}/{reference.id}.md" if folder else f"add it under {reference.kind}s"
    advice = did_you_mean(reference.id, known[reference.kind], otherwise)
    name = remedy(context, record, reference).name
    if not name:
        return advice
    stub = f"{otherwise}, or let 'dateline check --fix' write it, named '{name}'"
    return stub if advice == otherwise else f"{advice} if not, {stub}"


def _briefing_quote(path: str, line: int, value: str, context: Context) -> Iterator[Finding]:
    briefing, _, quote = value.partition("#")
    record = context.corpus.briefings.get(briefing)
    if f"briefings/{briefing}.md" in context.corpus.unreadable or (record and quote in record.data.quotes):
        return
    choices = frozenset(record.data.quotes if record else context.corpus.briefings)
    advice = did_you_mean(quote if record else briefing, choices, "write it as BRIEFING-ID#QUOTE-ID")
    yield Finding(path, line, f"quote must be one of a briefing's, not '{value}'; {advice}")


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
        used = {reference.id for reference in quote_references(record.data)}
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
