"""Incidents over all briefings: which status changes, which come and go, and in whose records they appear."""

from collections.abc import Iterator

from dateline.compare.fields import value_words
from dateline.compare.report import Change, Kind, in_order
from dateline.compare.side import Side
from dateline.index.entries import IncidentEntry


def statuses(base: Side, head: Side) -> tuple[Change, ...]:
    """Incidents of which it is otherwise known than before who did it."""
    return in_order(
        _change(entry, "changed", f"{entry.title}: {base.incidents[key].status} -> {entry.status}")
        for key, entry in head.incidents.items()
        if key in base.incidents and base.incidents[key].status != entry.status
    )


def incidents(base: Side, head: Side) -> tuple[Change, ...]:
    """Incidents that are new, gone, or otherwise in what pages show of them."""
    before, after = base.incidents, head.incidents
    found = [_change(entry, "added", _in_short(entry)) for key, entry in after.items() if key not in before]
    found += [_change(entry, "removed", _in_short(entry)) for key, entry in before.items() if key not in after]
    for key, entry in after.items():
        details = tuple(_differences(before[key], entry)) if key in before else ()
        if details:
            found.append(_change(entry, "changed", entry.title, *details))
    return in_order(found)


def parts(base: Side, head: Side) -> tuple[Change, ...]:
    """Actors with the incidents that come to stand on their page, and those that no longer do."""
    before, after = _parts(base), _parts(head)
    found = []
    for actor in {**before, **after}:
        new = [words for key, words in after.get(actor, {}).items() if key not in before.get(actor, {})]
        gone = [words for key, words in before.get(actor, {}).items() if key not in after.get(actor, {})]
        details = (*(f"added: {words}" for words in new), *(f"removed: {words}" for words in gone))
        if details:
            side = head if actor in head.corpus.actors else base
            words = f"{side.actor(actor)}: {len(new)} added, {len(gone)} removed"
            found.append(Change("changed", actor, words, page=f"actors/{actor}.html", details=details))
    return in_order(found)


def _parts(side: Side) -> dict[str, dict[tuple[str, str], str]]:
    found: dict[str, dict[tuple[str, str], str]] = {}
    for entry in side.incidents.values():
        for part in entry.participants:
            role = side.vocabulary.label("roles", part.role).lower()
            found.setdefault(part.actor, {})[(entry.id, part.role)] = f"{entry.title} ({entry.id}), {role}"
    return found


def _change(entry: IncidentEntry, kind: Kind, words: str, *details: str) -> Change:
    return Change(kind, entry.id, words, entry.path or _first_report(entry), 0, entry.url, details)


def _first_report(entry: IncidentEntry) -> str:
    return f"briefings/{entry.reports[-1].briefing}.md" if entry.reports else ""


def _in_short(entry: IncidentEntry) -> str:
    return ", ".join(f"{key} {value}" for key, value in (("", entry.title), *_shown(entry)) if value).strip()


def _shown(entry: IncidentEntry) -> Iterator[tuple[str, str]]:
    yield "type", entry.type
    yield "date", entry.date.text if entry.date else ""
    yield "location", entry.location or ""
    yield "geo_precision", entry.geo_precision or ""
    yield "fatalities", value_words(entry.fatalities) if entry.fatalities else ""
    yield "injured", value_words(entry.injured) if entry.injured else ""
    yield "status", entry.status
    yield "reported by", ", ".join(report.briefing for report in reversed(entry.reports))


def _differences(before: IncidentEntry, after: IncidentEntry) -> Iterator[str]:
    if before.title != after.title:
        yield f"title: {before.title} -> {after.title}"
    for (name, old), (_, new) in zip(_shown(before), _shown(after), strict=True):
        if old != new:
            yield f"{name}: {old or 'not stated'} -> {new or 'not stated'}"
