"""Values and keys that their model does not know, and that can only be one that it knows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from dateline.check.likeness import obvious, spelled
from dateline.fix.days import edtf, iso_day
from dateline.fix.mend import Mend
from dateline.fix.page import Page
from dateline.model.corpus import KeyPath
from dateline.model.fields import ID_PATTERN
from dateline.model.keys import keys_at


def spelling(page: Page) -> Iterator[Mend]:
    """Dates in ISO 8601, keys, values of closed lists and ids in their own spelling."""
    for fault in page.faults:
        keys = tuple(key for key in fault["loc"] if key != "[key]")
        mend = _mend(page, fault, keys)
        if mend:
            yield mend


def _mend(page: Page, fault: ErrorDetails, keys: KeyPath) -> Mend | None:
    if fault["type"] == "extra_forbidden":
        return _key(page, keys)
    old = page.value(keys)
    if "[key]" in fault["loc"] and keys:
        name = spelled(str(keys[-1]))
        return page.with_key(keys, name) if ID_PATTERN.fullmatch(name) else None
    find = _MEANT.get(fault["type"])
    new = find(page, old, fault) if find and isinstance(old, str) else ""
    return page.with_value(keys, new) if new and new != old else None


def _key(page: Page, keys: KeyPath) -> Mend | None:
    """A key that is there already is none that was meant."""
    siblings = page.value(keys[:-1])
    valid = [key for key in keys_at(page.model, keys[:-1]) if key not in siblings]
    meant = obvious(str(keys[-1]), valid)
    rivals = [key for key in siblings if key != keys[-1] and obvious(str(key), valid) == meant]
    return page.with_key(keys, meant) if meant and not rivals else None


def _day(page: Page, old: str, fault: ErrorDetails) -> str:
    return iso_day(old)


def _date(page: Page, old: str, fault: ErrorDetails) -> str:
    return edtf(old)


def _id(page: Page, old: str, fault: ErrorDetails) -> str:
    name = spelled(old)
    return name if ID_PATTERN.fullmatch(name) else ""


def _term(page: Page, old: str, fault: ErrorDetails) -> str:
    context: Mapping[str, Any] = fault.get("ctx", {})
    entries = page.context.vocabulary[str(context["vocabulary"])]
    labels = [key for key, entry in entries.items() if spelled(entry.label) == spelled(old)]
    return labels[0] if len(labels) == 1 else obvious(old, entries)


_MEANT: Mapping[str, Callable[[Page, str, ErrorDetails], str]] = {
    "day": _day,
    "edtf": _date,
    "id": _id,
    "term": _term,
}
