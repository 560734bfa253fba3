"""Two records' front matter as one: the kept record's values stand, what it lacks comes in, what clashes is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]

_LISTS = ("member_of", "part_of", "same_as", "not_same_as", "maybe_same_as", "participants", "former_ids")
_TOGETHER = (("lat", "lon", "geo_precision"), ("location", "geo_precision"))
"""Keys that say one thing together: of two records' values never a mixture."""
_UNSTATED = {"kind": ("unknown",)}


@dataclass(frozen=True)
class Clash:
    """A value that was left out. kept: what stands in its place; None where nothing does."""

    key: str
    kept: Any
    left: Any


def joined(kept: Values, other: Values) -> tuple[dict[str, Any], tuple[Clash, ...]]:
    """`kept` with what only `other` says. Both have one id, and name each other by it."""
    values = {**kept, **{key: value for key, value in other.items() if _comes_in(key, kept, other)}}
    for key in _LISTS:
        if key in kept and key in other:
            values[key] = unique([*kept[key], *other[key]])
    if "name" in other:
        values["aliases"] = _aliases(kept, other)
    clashes = (*_clashes(kept, other), *_alias_clashes(kept, other))
    return {key: value for key, value in values.items() if value != []}, clashes


def unique(items: Sequence[Any]) -> list[Any]:
    """Without items that stand twice."""
    return [item for number, item in enumerate(items) if item not in items[:number]]


def _comes_in(key: str, kept: Values, other: Values) -> bool:
    return _is_unstated(kept, key) or (key not in kept and not _is_torn(key, kept, other))


def _is_unstated(values: Values, key: str) -> bool:
    return values.get(key) in _UNSTATED.get(key, ())


def _is_torn(key: str, kept: Values, other: Values) -> bool:
    """True where the key says something of another value than the kept record has: the precision of another place."""
    groups = [group for group in _TOGETHER if key in group and any(one in kept for one in group)]
    return any(kept.get(group[0]) != other.get(group[0]) for group in groups)


def _clashes(kept: Values, other: Values) -> Iterator[Clash]:
    for key in other:
        if key in (*_LISTS, "aliases", "id", "name") or _is_unstated(other, key) or _comes_in(key, kept, other):
            continue
        if kept.get(key) != other[key]:
            yield Clash(key, kept.get(key), other[key])


def _alias_clashes(kept: Values, other: Values) -> Iterator[Clash]:
    mine = {one["name"]: one for one in kept.get("aliases", [])}
    for alias in other.get("aliases", []):
        name = alias["name"]
        if name == kept.get("name"):
            left = {key: value for key, value in alias.items() if key not in ("name", "kind")}
        else:
            own = mine.get(name, {})
            left = {key: value for key, value in alias.items() if own.get(key, value) != value}
        if left:
            yield Clash(f"aliases[{name}]", {key: mine.get(name, {}).get(key) for key in left}, left)


def _aliases(kept: Values, other: Values) -> list[dict[str, Any]]:
    """The kept record's, filled up; then the other's; then the other's name."""
    theirs = {one["name"]: one for one in other.get("aliases", [])}
    mine = [{**theirs.get(one["name"], {}), **one} for one in kept.get("aliases", [])]
    known = {kept.get("name"), *(one["name"] for one in mine)}
    mine += [one for name, one in theirs.items() if name not in known]
    if "name" in other and other["name"] not in {kept.get("name"), *(one["name"] for one in mine)}:
        mine.append({"name": other["name"]})
    return mine
