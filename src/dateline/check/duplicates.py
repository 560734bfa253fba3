"""Near-duplicates: two records that may be one are named; nobody but an editor makes them one."""

from collections.abc import Iterator, Mapping

from dateline.check.alike import Named, alike, named
from dateline.check.finding import Context, Finding
from dateline.model import Actor, Corpus, Location, Record
from dateline.model.names import shared_names

_NEAR = 0.5  # degrees: places of one name that are further apart are two places


def actors_are_alike(context: Context) -> Iterator[Finding]:
    """One actor has one record, whatever the spelling of its name."""
    known = _known_pairs(context.corpus)
    for one, two in alike([name for key, record in context.corpus.actors.items() for name in _names(key, record)]):
        if (one.id, two.id) not in known:
            yield _finding(context.corpus.actors[two.id], two, one)


def _names(key: str, record: Record[Actor]) -> Iterator[Named]:
    yield named(key, record.data.name, record.data.kind)
    for alias in record.data.aliases:
        if alias.kind in ("full", "translation", "previous"):
            yield named(key, alias.name, record.data.kind)
        elif alias.kind == "acronym":
            yield named(key, alias.name, record.data.kind, exactly=True)


def _known_pairs(corpus: Corpus) -> set[tuple[str, str]]:
    """Pairs that an editor has looked at, and those that share a name letter by letter: another rule has them."""
    pairs: set[tuple[str, str]] = set()
    for key, record in corpus.actors.items():
        others = [*record.data.not_same_as, *(item.actor for item in record.data.maybe_same_as)]
        others += [*record.data.member_of, *record.data.part_of]
        pairs |= {(min(key, other), max(key, other)) for other in others}
    for ids in shared_names(corpus).values():
        pairs |= {(ids[0], other) for other in ids[1:]}
    return pairs


def places_are_alike(context: Context) -> Iterator[Finding]:
    """One place has one record: the same name in the same country, and not far apart."""
    locations = context.corpus.locations
    names = [named(key, record.data.name, record.data.country or "") for key, record in locations.items()]
    for one, two in alike([name for name in names if name.kind]):
        first, second = locations[one.id].data, locations[two.id].data
        if one.kind == two.kind and _may_be_one_place(first, second):
            yield _finding(locations[two.id], two, one)


def _may_be_one_place(one: Location, two: Location) -> bool:
    if one.id in two.not_same_as or two.id in one.not_same_as:
        return False
    if one.kind != two.kind and "unknown" not in (one.kind, two.kind):
        return False
    if one.geonames and two.geonames:
        return one.geonames == two.geonames
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return not (one.province and two.province and one.province != two.province)
    return abs(one.lat - two.lat) <= _NEAR and abs(one.lon - two.lon) <= _NEAR


def _finding(record: Record[Actor] | Record[Location], mine: Named, other: Named) -> Finding:
    number = next((n for n, alias in enumerate(record.data.aliases) if alias.name == mine.name), None)
    line = record.line("name") if mine.name == record.data.name or number is None else record.line("aliases", number)
    message = (
        f"'{mine.name}' should not be a second record of '{other.name}' ({other.id}), and is spelled like it; "
        f"merge them, or list {other.id} under {_ways(record)}"
    )
    return Finding(record.path, line, message)


def _ways(record: Record[Actor] | Record[Location]) -> str:
    return "not_same_as or maybe_same_as" if isinstance(record.data, Actor) else "not_same_as"


def relations_agree(context: Context) -> Iterator[Finding]:
    """A record is not related to itself, and not both the same as another and another than it."""
    groups: tuple[Mapping[str, Record[Actor] | Record[Location]], ...] = (
        {**context.corpus.actors},
        {**context.corpus.locations},
    )
    for key, record in (item for group in groups for item in group.items()):
        data = record.data
        lists = {"not_same_as": data.not_same_as}
        if isinstance(data, Actor):
            lists |= {"member_of": data.member_of, "part_of": data.part_of}
            lists["maybe_same_as"] = tuple(item.actor for item in data.maybe_same_as)
        for name, ids in lists.items():
            for number, other in enumerate(ids):
                if other == key:
                    message = f"{name} must name another record, not '{key}' itself; remove it"
                    yield Finding(record.path, record.line(name, number), message)
                elif name == "maybe_same_as" and other in data.not_same_as:
                    message = f"'{other}' must stand under not_same_as or maybe_same_as, not both; remove it from one"
                    yield Finding(record.path, record.line(name, number), message)
