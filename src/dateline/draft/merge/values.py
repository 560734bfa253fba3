"""Three-way merge of front matter: key by key, list items by what they are and not by where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.draft.merge.overlaps import kin, only_pairs

Values = Mapping[str, Any]
_OF_PEOPLE = {"id", "review", "review_reason", "updates", "former_ids"}
_BY_KEY = {
    "incidents": ("id",),
    "claims": ("id",),
    "sources": ("id",),
    "key_points": ("quote",),
    "participants": ("actor", "role"),
    "aliases": ("name",),
}
_IN_DEPTH = {"incidents", "sources", "aliases"}
"""Items that are merged field by field; all others are one statement, whole or not at all."""


@dataclass(frozen=True)
class Suggestion:
    """A finding that was not written. where: as in `incidents[ID].date`; None: the machine has no value."""

    where: str
    yours: Any
    drafted: Any


@dataclass
class _Merge:
    """Quotes and incidents that stand in the person's file or come in (additions need them); `near`: see `kin`."""

    quotes: set[str]
    incidents: set[str]
    near: Mapping[str, str] = field(default_factory=dict)
    suggestions: list[Suggestion] = field(default_factory=list)

    def suggest(self, where: str, yours: Any, drafted: Any) -> None:
        self.suggestions.append(Suggestion(where, yours, drafted))

    def fits(self, value: Any) -> bool:
        """False where a person deleted the quote or the incident that it stands on."""
        if isinstance(value, list):
            return all(self.fits(item) for item in value)
        if not isinstance(value, dict):
            return True
        quote = value.get("quote")
        is_elsewhere = isinstance(quote, str) and "#" in quote  # of a profile: the quote is a briefing's
        known = (is_elsewhere or quote in {None, *self.quotes}) and value.get("incident") in {None, *self.incidents}
        return known and all(self.fits(item) for item in value.values())


def merge_values(base: Values, now: Values, ours: Values) -> tuple[dict[str, Any], tuple[Suggestion, ...]]:
    """The person's values with what is new in `now`, and what was found but clashes with them."""
    near = {**kin(ours, base), **kin(now, base)}
    merge = _Merge(_standing(base, now, ours, _quotes), _standing(base, now, ours, _incidents), near)
    return _mapping(merge, base, now, ours, ""), tuple(merge.suggestions)


def _standing(base: Values, now: Values, ours: Values, ids: Any) -> set[str]:
    return set(ids(ours)) | (set(ids(now)) - set(ids(base)))


def _quotes(values: Values) -> set[str]:
    found = values.get("quotes", {})
    return set(found) if isinstance(found, dict) else set()


def _incidents(values: Values) -> set[str]:
    found = values.get("incidents", [])
    return (
        {item["id"] for item in found if isinstance(item, dict) and "id" in item} if isinstance(found, list) else set()
    )


def _mapping(merge: _Merge, base: Values, now: Values, ours: Values, path: str) -> dict[str, Any]:
    merged = dict(ours)
    for key in dict.fromkeys([*now, *base]):
        if not path and key in _OF_PEOPLE:
            continue
        where = f"{path}.{key}".lstrip(".")
        value = _field(merge, key, where, base.get(key), now.get(key), ours.get(key))
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = value
    return merged


def _field(merge: _Merge, key: str, where: str, base: Any, now: Any, ours: Any) -> Any:
    if now in (base, ours):
        return ours
    if key == "quotes":
        return _quotes_of(merge, where, base or {}, now or {}, ours)
    if isinstance(now or base, list):
        return _items(merge, key, where, base or [], now or [], ours)
    if ours == base and merge.fits(now):
        return now
    if ours is not None:
        merge.suggest(where, ours, now)
    return ours


def _quotes_of(merge: _Merge, where: str, base: Any, now: Any, ours: Any) -> Any:
    """A quote never goes by itself: a person's words may point at it."""
    if not isinstance(ours or {}, dict):
        merge.suggest(where, ours, now)
        return ours
    return {**(ours or {}), **{key: quote for key, quote in now.items() if key not in base and key not in (ours or {})}}


def _items(merge: _Merge, key: str, where: str, base: list[Any], now: list[Any], ours: Any) -> Any:
    if ours is None and base:
        return None
    by_key = [keyed(key, items) for items in (base, now, ours or [])]
    if not isinstance(ours or [], list) or any(found is None for found in by_key):
        merge.suggest(where, ours, now)
        return ours
    old, new, mine = (found or {} for found in by_key)
    new, mine = _known(merge, key, old, new), _known(merge, key, old, mine)
    merged = [_item(merge, key, f"{where}[{shown_key(one)}]", old.get(one), new.get(one), mine[one]) for one in mine]
    merged += _added(merge, where, {one: new[one] for one in new if one not in old and one not in mine})
    return [item for item in merged if item is not None] or None


def _item(merge: _Merge, key: str, where: str, base: Any, now: Any, ours: Any) -> Any:
    if base is None or now in (base, ours):
        return ours
    if now is None and ours == base:
        return None
    if key in _IN_DEPTH and now is not None:
        return _mapping(merge, base, now, ours, where)
    if ours == base and merge.fits(now):
        return now
    merge.suggest(where, ours, now)
    return ours


def _known(merge: _Merge, key: str, old: Mapping[Any, Any], items: dict[Any, Any]) -> dict[Any, Any]:
    """Items under the identity of the one in the last draft that they alone can be."""
    if key not in {"key_points", "participants"}:
        return items
    signs = {one: merge.near.get(one[0], one[0]) for one in (*old, *items)}
    pairs = only_pairs(
        {one: signs[one] for one in items if one not in old}, {one: signs[one] for one in old if one not in items}
    )
    return {pairs.get(one, one): item for one, item in items.items()}


def _added(merge: _Merge, where: str, items: dict[Any, Any]) -> list[Any]:
    for key, item in items.items():
        if not merge.fits(item):
            merge.suggest(f"{where}[{shown_key(key)}]", None, item)
    return [item for item in items.values() if merge.fits(item)]


def keyed(key: str, items: Any) -> dict[Any, Any] | None:
    """Items of a list by identity, which `shown_key` writes; None where two have the same or one has none."""
    names = _BY_KEY.get(key)
    found: dict[Any, Any] = {}
    for item in items if isinstance(items, list) else []:
        if names and not (isinstance(item, dict) and any(isinstance(item.get(name), str) for name in names)):
            return None
        if not names and not isinstance(item, str):
            return None
        one = tuple(str(item.get(name)) for name in names) if names else item
        if one in found:
            return None
        found[one] = item
    return found


def shown_key(one: Any) -> str:
    """An item's identity in a path such as `incidents[ID]`."""
    return " ".join(one) if isinstance(one, tuple) else str(one)
