"""Records whose names may be one name: found by keys under which spellings of one name meet, never pair by pair."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dateline.check.spelling import folded, joined, skeleton

_WINDOW = 4  # neighbours under one key that a name is compared with: the work grows with the names, not their square
_WORD, _WHOLE = 84.0, 88.0
_SHORTEST = 5  # letters of the shortest words that may differ


@dataclass(frozen=True, order=True)
class Named:
    """One name of one record; kind says which records it may be the same as, joined is all of it as one word."""

    words: tuple[str, ...]
    id: str
    name: str
    kind: str
    joined: str
    exactly: bool = False


def named(key: str, name: str, kind: str, *, exactly: bool = False) -> Named:
    """A name with its words folded; exactly: letters make another name of it, as of an acronym."""
    return Named(folded(name), key, name, kind, joined(name), exactly)


def alike(names: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Pairs of names of two records that are likely one name, each pair of records once, in order."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    for one in names:
        for key in ("=" + "".join(one.words), "+" + one.joined, *(() if one.exactly else _keys(one.words))):
            blocks[key].append(one)
    found: dict[tuple[str, str], tuple[Named, Named]] = {}
    for key in sorted(blocks):
        block = sorted(set(blocks[key]))
        for number, one in enumerate(block):
            for two in block[number + 1 : number + 1 + _WINDOW]:
                pair = (one, two) if one.id < two.id else (two, one)
                ids = (pair[0].id, pair[1].id)
                if one.id != two.id and ids not in found and _may_be_one(one, two):
                    found[ids] = pair
    yield from (found[ids] for ids in sorted(found))


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    """Consonants; without initials; in any order; without one of its words."""
    yield "~" + skeleton(words)
    yield "." + " ".join(_without_initials(words))
    yield "*" + " ".join(sorted(words))
    if 1 < len(words) <= 8:
        for gone in range(len(words)):
            yield f"{gone}/{len(words)} " + " ".join((*words[:gone], *words[gone + 1 :]))


def _may_be_one(one: Named, two: Named) -> bool:
    if not _compatible(one.kind, two.kind) or _digits(one.words) != _digits(two.words):
        return False
    if "".join(one.words) == "".join(two.words) or one.joined == two.joined:
        return True
    if one.exactly or two.exactly:
        return False
    if one.kind == two.kind == "person" and sorted(one.words) == sorted(two.words):
        return True
    return _one_has_initials(one.words, two.words) or _close(one.words, two.words)


def _close(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Each word is near its counterpart. Words of other first letters are other words: north and south."""
    if len(one) != len(two):
        return False
    differing = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    if any(_far(*pair) for pair in differing):
        return False
    whole = fuzz.ratio(" ".join(one), " ".join(two))
    alone_alike = len(one[0]) > _SHORTEST and skeleton(one) == skeleton(two)
    return whole >= _WHOLE and (len(one) > 1 or alone_alike)


def _far(one: str, two: str) -> bool:
    short = min(len(one), len(two)) < _SHORTEST
    return short or one[0] != two[0] or fuzz.ratio(one, two) < _WORD


def _one_has_initials(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, two), key=len)
    return 1 < len(shorter) < len(longer) and shorter == _without_initials(longer)


def _without_initials(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) > 1 or word.isdigit())


def _digits(words: tuple[str, ...]) -> str:
    return "".join(letter for word in words for letter in word if letter.isdigit())


def _compatible(one: str, two: str) -> bool:
    vague = {"unknown"} if "person" in (one, two) else {"unknown", "group"}
    return one == two or one in vague or two in vague
