"""Ids and names: which ids lead nowhere any more, which lead on, and which names come to mean two records."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.check.references import briefing_references, profile_references
from dateline.compare.report import Change, in_order
from dateline.compare.side import Side
from dateline.model.names import names_of_several
from dateline.render.counts import plural

_FOLDERS = {"briefing": "briefings", "actor": "actors", "location": "locations", "incident": "incidents"}


def broken_ids(base: Side, head: Side) -> tuple[Change, ...]:
    """Ids that are gone: with the files that still name them, or else with the address that leads nowhere."""
    named = _named(head)
    found = []
    for kind, folder in _FOLDERS.items():
        led_on = {former for record in head.records(folder).values() for former in record.data.former_ids}
        for key in sorted(_ids(base, kind) - _ids(head, kind)):
            files = tuple(dict.fromkeys(named[(kind, key)]))
            if files:
                words = f"{kind} {key} is gone, and is still named in {plural(len(files), 'file')}"
                found.append(Change("removed", key, words, files[0], page=f"{folder}/{key}.html", details=files))
            elif key not in led_on:
                words = (
                    f"{kind} {key} is gone, and its address leads nowhere; put it under former_ids of what replaces it"
                )
                found.append(Change("removed", key, words, page=f"{folder}/{key}.html"))
    return in_order(found)


def former_ids(base: Side, head: Side) -> tuple[Change, ...]:
    """Ids that come to lead on to another record."""
    before, after = dict(_former(base)), dict(_former(head))
    return in_order(change for key, change in after.items() if key not in before)


def collisions(base: Side, head: Side) -> tuple[Change, ...]:
    """Names that come to lead to two actors or to two places, and those that no longer do."""
    found = []
    for folder in ("actors", "locations"):
        before, after = (names_of_several(side.records(folder)) for side in (base, head))
        for name, keys in after.items():
            if set(keys) - set(before.get(name, ())):
                found.append(Change("added", name, f"{name} leads to {len(keys)} {folder}: {', '.join(keys)}"))
        gone = (name for name in before if name not in after)
        found += [Change("removed", name, f"{name} leads to one record or none") for name in gone]
    return in_order(found)


def _ids(side: Side, kind: str) -> frozenset[str]:
    """An incident has an id and a page without having a file."""
    return frozenset(side.records(_FOLDERS[kind])) | (frozenset(side.incidents) if kind == "incident" else frozenset())


def _named(side: Side) -> Mapping[tuple[str, str], list[str]]:
    """(kind, id) -> the files that name it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for briefing in side.corpus.briefings.values():
        for reference in briefing_references(briefing.data):
            found[(reference.kind, reference.id)].append(briefing.path)
    for folder in ("actors", "locations", "incidents"):
        for record in side.records(folder).values():
            for reference in profile_references(record.data):
                kind = "briefing" if reference.kind == "briefing-quote" else reference.kind
                found[(kind, reference.id.partition("#")[0])].append(record.path)
    return found


def _former(side: Side) -> Iterator[tuple[tuple[str, str, str], Change]]:
    for folder in _FOLDERS.values():
        for key, record in side.records(folder).items():
            for former in record.data.former_ids:
                change = Change("added", former, f"{folder}/{former} leads to {folder}/{key}", record.path)
                yield (folder, former, key), change
