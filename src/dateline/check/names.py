"""Names: each stands once in its record, and what two actors share is known."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.check.finding import Context, Finding
from dateline.model import Actor, Location, Record
from dateline.model.names import names_of_several, shared_names


def alias_is_another_name(context: Context) -> Iterator[Finding]:
    """An alias differs from the record's name and from its other aliases."""
    groups: tuple[Mapping[str, Record[Actor] | Record[Location]], ...] = (
        {**context.corpus.actors},
        {**context.corpus.locations},
    )
    for record in (record for group in groups for record in group.values()):
        seen = {record.data.name}
        for number, alias in enumerate(record.data.aliases):
            if alias.name in seen:
                message = f"aliases must each be another name, '{alias.name}' stands twice; remove one"
                yield Finding(record.path, record.line("aliases", number, "name"), message)
            seen.add(alias.name)


def alias_is_free(context: Context) -> Iterator[Finding]:
    """An alias is not the very name of another actor: readers of that name would be led astray."""
    for name, ids in shared_names(context.corpus).items():
        owners = [key for key in ids if context.corpus.actors[key].data.name == name]
        for key in ids if len(owners) == 1 else ():
            if key not in owners and _unsettled(context, key, owners):
                message = f"alias '{name}' should not be the name of another actor, {owners[0]}; {_advice(owners)}"
                yield Finding(*_place(context, key, name), message)


def place_alias_is_free(context: Context) -> Iterator[Finding]:
    """An alias of a place is not the very name of another place in its country."""
    locations = context.corpus.locations
    for name, ids in names_of_several(locations).items():
        owners = [key for key in ids if locations[key].data.name == name]
        for key, other in ((key, other) for key in ids if key not in owners for other in owners):
            mine, named = locations[key].data, locations[other].data
            if mine.country == named.country and other not in mine.not_same_as and key not in named.not_same_as:
                number = next(n for n, alias in enumerate(mine.aliases) if alias.name == name)
                message = f"alias '{name}' should not be the name of another place, {other}; {_advice([other])}"
                yield Finding(locations[key].path, locations[key].line("aliases", number), message)


def name_is_shared(context: Context) -> Iterator[Finding]:
    """A name of two actors leads readers to a page that names both; a slip would look the same."""
    for name, ids in shared_names(context.corpus).items():
        owners = [key for key in ids if context.corpus.actors[key].data.name == name]
        for key in ids if len(owners) != 1 and not all(_is_weak(context, key, name) for key in ids) else ():
            others = [other for other in ids if other != key]
            if _unsettled(context, key, others):
                message = f"'{name}' should name one actor, {' and '.join(others)} has it too; {_advice(others)}"
                yield Finding(*_place(context, key, name), message)


def _unsettled(context: Context, key: str, others: Sequence[str]) -> bool:
    """True unless an editor said, on either side, that they are not the same."""
    actors = context.corpus.actors
    mine = actors[key].data.not_same_as
    return not all(other in mine or key in actors[other].data.not_same_as for other in others)


def _is_weak(context: Context, key: str, name: str) -> bool:
    """A weak alias links only beside the full name, so that two actors may well share one."""
    kinds = context.vocabulary["alias-kinds"]
    data = context.corpus.actors[key].data
    return data.name != name and all(kinds[alias.kind]["weak"] for alias in data.aliases if alias.name == name)


def _place(context: Context, key: str, name: str) -> tuple[str, int]:
    record = context.corpus.actors[key]
    number = next((n for n, alias in enumerate(record.data.aliases) if alias.name == name), None)
    return record.path, record.line("name") if number is None else record.line("aliases", number)


def _advice(others: Sequence[str]) -> str:
    return f"remove it from one, merge them, or list {', '.join(others)} under not_same_as"
