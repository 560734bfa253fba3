"""Quotes that share words: where the machine cuts a sentence otherwise, it still speaks of the same thing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping
from difflib import SequenceMatcher
from typing import Any

Values = Mapping[str, Any]
Items = Mapping[str, Values]


def kin(values: Values, base: Values) -> dict[str, str]:
    """Ids of quotes that `base` lacks → the one quote in `base` whose words they share."""
    new, old = words(values), words(base)
    gone = {key: text for key, text in old.items() if text not in new.values()}
    pairs = [
        (key, known)
        for key, text in new.items()
        if text not in old.values()
        for known, other in gone.items()
        if _overlap(text, other)
    ]
    left, right = Counter(key for key, _ in pairs), Counter(known for _, known in pairs)
    return {key: known for key, known in pairs if left[key] == right[known] == 1}


def words(values: Values) -> dict[str, tuple[str, str]]:
    """Source and exact words of each quote."""
    found = values.get("quotes")
    items = found.items() if isinstance(found, dict) else ()
    return {
        key: (str(quote.get("source")), " ".join(str(quote.get("exact")).split()))
        for key, quote in items
        if isinstance(quote, dict)
    }


def only_pairs(new: Mapping[Any, Hashable], old: Mapping[Any, Hashable]) -> dict[Any, Any]:
    """Keys by their signs: those whose sign is there once on either side. None is no sign."""
    left, right = Counter(new.values()), Counter(old.values())
    by_sign = {sign: key for key, sign in old.items()}
    return {key: by_sign[sign] for key, sign in new.items() if sign is not None and left[sign] == right[sign] == 1}


def nearest_pairs(new: Items, old: Items, sign: Callable[[Values], Hashable]) -> dict[str, str]:
    """Keys of items of one sign, those first that have most in common, each once; the order decides what is as near."""
    by_sign: dict[Hashable, list[tuple[int, str]]] = defaultdict(list)
    for place, (key, item) in enumerate(old.items()):
        by_sign[sign(item)].append((place, key))
    near = sorted(
        (-len(_parts(item) & _parts(old[known])), number, place, key, known)
        for number, (key, item) in enumerate(new.items())
        for place, known in by_sign[sign(item)]
    )
    pairs: dict[str, str] = {}
    for *_, key, known in near:
        if key not in pairs and known not in pairs.values():
            pairs[key] = known
    return pairs


def _parts(value: Any, path: tuple[str, ...] = ()) -> frozenset[Hashable]:
    """The keys of a value at every depth, and what stands under each; its id is none of it."""
    if not isinstance(value, Mapping):
        return frozenset({path, (*path, repr(value))})
    return frozenset().union(*(_parts(part, (*path, key)) for key, part in value.items() if key != "id"))


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[0] != other[0]:
        return False
    left, right = one[1].split(), other[1].split()
    run = SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size
    return 2 * run >= min(len(left), len(right)) > 0
