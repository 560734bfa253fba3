"""Claims that are new, otherwise or gone, each as a sentence with the words that it rests on."""

from collections.abc import Iterator

from dateline.compare.fields import field_changes, short
from dateline.compare.report import Change, Kind, in_order
from dateline.compare.side import Side
from dateline.index.claims import claim_rows
from dateline.index.entries import ClaimRow
from dateline.model import Quote
from dateline.render.claims import claim_said, claim_words

Key = tuple[str, str]


def claims(base: Side, head: Side) -> tuple[Change, ...]:
    """Claims by briefing and id; a briefing that was renamed is the same one."""
    before, after = _rows(base), _rows(head)
    old_names = {
        former: key
        for key, record in head.corpus.briefings.items()
        for former in record.data.former_ids
        if former not in head.corpus.briefings
    }
    before = {(old_names.get(key, key), claim): row for (key, claim), row in before.items()}
    found = [_change(head, row, "added") for key, row in after.items() if key not in before]
    found += [_change(base, row, "removed") for key, row in before.items() if key not in after]
    for key in after:
        details = tuple(_differences(before[key], after[key])) if key in before else ()
        if details:
            found.append(_change(head, after[key], "changed", *details))
    return in_order(found)


def said(side: Side, row: ClaimRow) -> str:
    """A claim as a sentence without a full stop."""
    about = row.claim.about
    itself = bool(about.actor) and about.actor == row.claimant_actor
    actor = side.actor(about.actor) if about.actor else ""
    return claim_words(row.claimant, claim_said(row.claim.stance, about, actor, side.vocabulary, itself=itself))


def claim_line(side: Side, row: ClaimRow) -> tuple[str, int]:
    """The file and line at which a claim stands."""
    records = side.corpus.briefings
    record = records.get(row.briefing) or next((one for one in records.values() if one.data.id == row.briefing), None)
    if record is None:
        return "", 0
    return record.path, record.line("claims", record.data.claims.index(row.claim))


def quoted(quote: Quote | None) -> tuple[str, ...]:
    """The words of a quote as a detail; none where there is no quote."""
    return (f"“{short(quote.exact)}”",) if quote else ()


def _rows(side: Side) -> dict[Key, ClaimRow]:
    return {
        (key, row.claim.id): row
        for key, record in side.corpus.briefings.items()
        for row in claim_rows(record.data, side.corpus.actors)
    }


def _change(side: Side, row: ClaimRow, kind: Kind, *details: str) -> Change:
    path, line = claim_line(side, row)
    incident = side.incidents.get(row.claim.incident or "")
    page = incident.url if incident else f"briefings/{row.briefing}.html"
    return Change(
        kind, f"{row.briefing}#{row.claim.id}", said(side, row), path, line, page, details or quoted(row.quote)
    )


def _differences(before: ClaimRow, after: ClaimRow) -> Iterator[str]:
    yield from field_changes(before.claim, after.claim)
    if before.quote and after.quote and before.quote.exact != after.quote.exact:
        yield f"words: “{short(before.quote.exact)}” -> “{short(after.quote.exact)}”"
