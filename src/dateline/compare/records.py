"""Files of records: which are new, gone, renamed, or otherwise in some of their keys."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dateline.compare.fields import field_changes, short, text_changes
from dateline.compare.report import Change, Kind, in_order
from dateline.compare.side import Side
from dateline.model import Record
from dateline.model.paths import site_url


def records(folder: str) -> Callable[[Side, Side], tuple[Change, ...]]:
    """What compares the records of one folder: `briefings`, `actors`, `locations` or `pages`."""
    return lambda base, head: in_order(_changes(base.records(folder), head.records(folder)))


def _changes(before: Mapping[str, Record[Any]], after: Mapping[str, Record[Any]]) -> Iterator[Change]:
    renamed = _renamed(before, after)
    for key, record in after.items():
        old = before.get(key) or before.get(renamed.get(key, ""))
        if old is None:
            yield _change("added", key, record, _title(record))
            continue
        details = (*field_changes(old.data, record.data), *text_changes(old.body, record.body))
        if details:
            yield _change("changed", key, record, _title(record), *details)
    for key, record in before.items():
        if key not in after and key not in renamed.values():
            yield _change("removed", key, record, _title(record))


def _renamed(before: Mapping[str, Record[Any]], after: Mapping[str, Record[Any]]) -> dict[str, str]:
    """New id -> old id of the records that took a new one."""
    return {
        key: former
        for key, record in after.items()
        if key not in before
        for former in getattr(record.data, "former_ids", ())
        if former in before and former not in after
    }


def _change(kind: Kind, key: str, record: Record[Any], words: str, *details: str) -> Change:
    return Change(kind, key, words, record.path, 0, site_url(record.path), details)


def _title(record: Record[Any]) -> str:
    title = getattr(record.data, "title", "") or getattr(record.data, "name", "") or record.stem
    review = getattr(record.data, "review", "")
    return short(title) + (f" (review: {review})" if review else "")


def seeds(base: Side, head: Side) -> tuple[Change, ...]:
    """Sources that are new, gone, or whose frozen words are no longer the same."""
    before, after = base.corpus.seeds, head.corpus.seeds
    found = [
        Change("added", ref, short(seed.title) or ref, seed.path) for ref, seed in after.items() if ref not in before
    ]
    found += [
        Change("removed", ref, short(seed.title) or ref, seed.path) for ref, seed in before.items() if ref not in after
    ]
    found += [
        Change(
            "changed",
            ref,
            short(seed.title) or ref,
            seed.path,
            details=tuple(text_changes(before[ref].text, seed.text)),
        )
        for ref, seed in after.items()
        if ref in before and before[ref].sha256 != seed.sha256
    ]
    return in_order(found)
