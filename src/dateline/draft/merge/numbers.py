"""Quotes, incidents and claims of a new draft take the ids that they have in the person's file: no reference breaks."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from dateline.draft.merge.overlaps import kin, nearest_pairs, only_pairs
from dateline.facts.families import family_of

Values = Mapping[str, Any]
Items = Mapping[str, Mapping[str, Any]]
Sign = Callable[[Mapping[str, Any]], Hashable]
_REFERENCES = {"quote": "quotes", "incident": "incidents"}


def renumbered(now: Values, base: Values, ours: Values) -> dict[str, Any]:
    """`now` with the ids of `base` and `ours` for the same words, incidents and claims, and unused ids for new ones."""
    quotes = _numbered(_same(_quotes(now), _quotes(base), _quotes(ours), []), _quotes(now), _used("quotes", base, ours))
    values: dict[str, Any] = _referring(dict(now), {"quotes": quotes})
    if isinstance(now.get("quotes"), dict):
        values["quotes"] = {quotes[key]: quote for key, quote in now["quotes"].items()}
    near = kin(values, base)
    incidents = {key: known for key, known in _incidents(values, base, near).items() if key != known}
    values = _referring(values, {"incidents": incidents})
    if incidents:
        values["incidents"] = [{**item, "id": incidents.get(item["id"], item["id"])} for item in values["incidents"]]
    claims = _numbered(
        _same(_items(values, "claims"), _items(base, "claims"), _items(ours, "claims"), _claim_signs(near)),
        _items(values, "claims"),
        _used("claims", base, ours),
    )
    if claims:
        values["claims"] = [{**claim, "id": claims[claim["id"]]} for claim in values["claims"]]
    return values


def _quotes(values: Values) -> Items:
    found = values.get("quotes")
    items = found.items() if isinstance(found, dict) else ()
    return {key: quote for key, quote in items if isinstance(quote, dict)}


def _items(values: Values, key: str) -> Items:
    found = values.get(key)
    return {str(item.get("id")): item for item in (found if isinstance(found, list) else []) if isinstance(item, dict)}


def _used(key: str, *files: Values) -> tuple[str, set[str]]:
    read = _quotes if key == "quotes" else lambda values: _items(values, key)
    return key[0], {one for values in files for one in read(values)}


def _incidents(now: Values, base: Values, near: Mapping[str, str]) -> dict[str, str]:
    new, old = _items(now, "incidents"), _items(base, "incidents")
    found = {key: key for key in new if key in old}

    def kind(item: Mapping[str, Any]) -> Hashable:
        return family_of(str(item.get("type"))), _quote(item, near)

    return found | _by_signs(new, old, found, [kind, lambda item: _quote(item, near)])


def _claim_signs(near: Mapping[str, str]) -> list[Sign]:
    def statement(item: Mapping[str, Any]) -> Hashable:
        about = item.get("about")
        role = about.get("role") if isinstance(about, dict) else None
        return repr(item.get("claimant")), _quote(item, near), role

    return [statement, lambda item: _quote(item, near)]


def _quote(item: Mapping[str, Any], near: Mapping[str, str]) -> str | None:
    quote = item.get("quote")
    return near.get(quote, quote) if isinstance(quote, str) else None


def _same(now: Items, base: Items, ours: Items, signs: Sequence[Sign]) -> dict[str, str]:
    """The same content first, then what has the same sign in the last draft."""
    found: dict[str, str] = {}
    for known in (base, ours):
        by_words = {_content(item): key for key, item in reversed(list(known.items()))}
        for key, item in now.items():
            same = by_words.get(_content(item))
            if key not in found and same is not None and same not in found.values():
                found[key] = same
    return found | _by_signs(now, base, found, signs)


def _by_signs(now: Items, base: Items, found: Mapping[str, str], signs: Sequence[Sign]) -> dict[str, str]:
    """What alone has one of the signs, then of those that share the first one the nearest."""
    pairs = dict(found)
    for sign in signs:
        new, old = _left(now, base, pairs)
        pairs |= only_pairs({key: sign(item) for key, item in new.items()}, {key: sign(old[key]) for key in old})
    for sign in signs[:1]:
        pairs |= nearest_pairs(*_left(now, base, pairs), sign)
    return pairs


def _left(now: Items, base: Items, pairs: Mapping[str, str]) -> tuple[Items, Items]:
    new = {key: item for key, item in now.items() if key not in pairs}
    return new, {key: item for key, item in base.items() if key not in pairs.values()}


def _content(item: Mapping[str, Any]) -> str:
    return repr(sorted((key, item[key]) for key in item if key != "id"))


def _numbered(found: Mapping[str, str], now: Iterable[str], letter_used: tuple[str, set[str]]) -> dict[str, str]:
    letter, used = letter_used[0], {*letter_used[1]}
    ids, number = {}, 0
    for key in now:
        if key in found:
            ids[key] = found[key]
            continue
        number += 1
        while f"{letter}{number}" in used:
            number += 1
        ids[key] = f"{letter}{number}"
    return ids


def _referring(value: Any, ids: Mapping[str, Mapping[str, str]]) -> Any:
    if isinstance(value, list):
        return [_referring(item, ids) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: ids.get(_REFERENCES.get(key, ""), {}).get(item, item) if isinstance(item, str) else _referring(item, ids)
        for key, item in value.items()
    }
