"""Actors in the making: mentions under one name, and which of these names mean one actor."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.extract.rules.kinds import kind_by_name
from dateline.facts.extraction import FoundAlias
from dateline.facts.names import MODEL, RECORD
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

_LEGAL_FORMS = {"Co", "Corp", "Inc", "Ltd", "PLC", "Plc", "AG", "SA"}
_KUNYA = 2  # words
_COALITION = "Coalition"
_LEADERS = re.compile(r"\S+-led\b")


@dataclass
class Gathered:
    """An actor in the making."""

    name: str
    kind: str
    country: str
    trust: int
    origin: str
    mentions: list[Span] = field(default_factory=list)
    aliases: list[FoundAlias] = field(default_factory=list)


def initials(name: str) -> str:
    """The first letters of a name's words with a capital, its legal form aside."""
    return "".join(word[0] for word in name.split() if word[0].isupper() and word.rstrip(".") not in _LEGAL_FORMS)


def add_acronym(actor: Gathered, short: str, span: Span) -> None:
    """A mention of an actor by initials, which are another name of it."""
    actor.mentions.append(span)
    if short not in (actor.name, *(alias.name for alias in actor.aliases)):
        actor.aliases.append(FoundAlias(short, "acronym", span, "names: initials of a name in the text"))


def merge_persons(gathered: dict[str, Gathered]) -> None:
    """A surname, or the last names, stand for the one person in the text who carries them.

    A known person of a longer name stays; one known by a single name is whoever bears it here.
    """
    persons = [key for key, actor in gathered.items() if actor.kind == "person"]
    by_last = _grouped((name_parts(key)[-1], key) for key in persons)
    by_first = _grouped((name_parts(key)[0], key) for key in persons)
    for key in [key for key in persons if gathered[key].trust < RECORD or len(key.split()) == 1]:
        parts = name_parts(key)
        longer = [
            other
            for other in by_last[parts[-1]]
            if other in gathered
            and other != key
            and name_parts(other)[-len(parts) :] == parts != name_parts(other)
            and not _is_of_a_child(other)
        ]
        if len(parts) == 1 and not longer:
            longer = [other for other in by_first[parts[0]] if other in gathered and other != key]
        if len(longer) == 1:
            _merge(gathered, key, longer[0])
        elif len(parts) == 1 and longer:
            _share_out(gathered, key, longer)


def _is_of_a_child(name: str) -> bool:
    """“Umm Yusuf” is called after Yusuf, and is another person."""
    return len(name.split()) == _KUNYA and name.split(maxsplit=1)[0] in words("aliases")["kunya"]


def _share_out(gathered: dict[str, Gathered], key: str, bearers: list[str]) -> None:
    """A surname is whose it was when the text first used it alone; where it might be another's too, it is nobody's."""
    first = {bearer: min(gathered[bearer].mentions) for bearer in bearers}
    whose = ""
    for mention in sorted(gathered.pop(key).mentions):
        named = [bearer for bearer in bearers if first[bearer] < mention]
        whose = whose or (named[0] if len(named) == 1 else "")
        if whose:
            gathered[whose].mentions.append(mention)


def merge_groups(gathered: dict[str, Gathered]) -> None:
    """“Foreign Ministry” is the “Iraqi Foreign Ministry”, “Acme” is “Acme Corp”, where that one is the only such."""
    rank = {key: number for number, key in enumerate(gathered)}
    by_end = _grouped((end, key) for key, actor in gathered.items() if actor.kind != "person" for end in _ends(key))
    for key in [key for key, actor in gathered.items() if actor.trust == MODEL]:
        if gathered[key].kind == "person" and " " in key:
            continue
        likely = {other for end in _ends_meant(key) for other in by_end[end] if other in gathered}
        longer = [other for other in sorted(likely, key=rank.__getitem__) if other != key and _shortens(key, other)]
        whole = [other for other in longer if initials(other) == initials(key)] if len(longer) > 1 else longer
        whole = whole if len(whole) == 1 else _first_company(gathered, key, longer)
        if len(whole) == 1:
            _merge(gathered, key, whole[0])


def _grouped(pairs: Iterable[tuple[tuple[str, str] | str, str]]) -> defaultdict[tuple[str, str] | str, list[str]]:
    found: defaultdict[tuple[str, str] | str, list[str]] = defaultdict(list)
    for shared, key in pairs:
        found[shared].append(key)
    return found


def _ends(name: str) -> Iterator[tuple[str, str]]:
    """By what a shorter name may be found to be its: its first word, its last one, its initials."""
    whole = _whole(name)
    if whole:
        yield from (("first", whole[0]), ("last", whole[-1]), ("initials", initials(name)))
        if whole[-1].lower() == _COALITION.lower():
            yield "last", _COALITION.lower()


def _ends_meant(short: str) -> Iterator[tuple[str, str]]:
    """What a name that it shortens has for its first or last word or its initials."""
    given = short.split()
    if given:
        yield from (("first", given[0]), ("last", given[-1]), ("initials", short))
        if short == _COALITION:
            yield "last", _COALITION.lower()


def _first_company(gathered: dict[str, Gathered], key: str, longer: list[str]) -> list[str]:
    """Of “Acme Corp” and its “Acme Gas Inc” the one that was named first, before “Acme” alone."""
    alone = min(gathered[key].mentions)
    before = [one for one in longer if kind_by_name(one) == "company" and min(gathered[one].mentions) < alone]
    return sorted(before, key=lambda one: min(gathered[one].mentions))[:1]


def merge_coalitions(gathered: dict[str, Gathered]) -> None:
    """“International Coalition forces” is the “US-led coalition” where the text tells of no other."""
    found = [key for key, actor in gathered.items() if _is_coalition(key, actor)]
    led = [key for key in found if _LEADERS.match(key)]
    if len(led) == 1:
        for key in [key for key in found if key != led[0]]:
            _merge(gathered, key, led[0], named=True)


def _is_coalition(key: str, actor: Gathered) -> bool:
    parts = [part for part in key.lower().split() if not _LEADERS.match(part)]
    is_one = actor.kind in ("", "coalition") and "coalition" in parts
    return is_one and all(part in word_set("forces", "of-coalitions") for part in parts)


def _shortens(short: str, name: str) -> bool:
    """The first words of a name, its last ones (two at least), or its initials."""
    given, whole = short.split(), _whole(name)
    if len(given) >= len(whole):
        return False
    return (
        whole[: len(given)] == given
        or (short == _COALITION and whole[-1].lower() == _COALITION.lower())
        or (len(given) > 1 and whole[-len(given) :] == given)
        or (short.isupper() and len(short) > 1 and short == initials(name))
    )


def _whole(name: str) -> Sequence[str]:
    """The words of a name, a company's without its commas."""
    return (name.replace(",", "") if kind_by_name(name) == "company" else name).split()


def _merge(gathered: dict[str, Gathered], key: str, into: str, *, named: bool = False) -> None:
    """One actor of two; `named`: the other's name is another name of it, as an acronym always is."""
    other, actor = gathered.pop(key), gathered[into]
    actor.mentions += other.mentions
    if key in (actor.name, *(alias.name for alias in actor.aliases)):
        return
    if key.isupper() and " " not in key:
        actor.aliases.append(FoundAlias(key, "acronym", min(other.mentions), "names: initials of a name in the text"))
    elif named:
        actor.aliases.append(FoundAlias(key, "full", min(other.mentions), "names: the one coalition of the text"))


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, small ones aside."""
    parts = (part for part in re.split(r"[\s-]+", name.lower()) if part not in ("al", "el", "de", ""))
    return tuple(parts) or (name.lower(),)
