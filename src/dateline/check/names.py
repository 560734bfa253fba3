"""Names: each stands once in its record, and what two actors share is known."""

from collections.abc import Iterator, Mapping

from dateline.check.finding import Context, Finding
from dateline.model import Actor, Location, Record
from dateline.model.names import shared_names


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


def name_is_shared(context: Context) -> Iterator[Finding]:
    """A name of two actors leads readers to a page that names both; a slip would look the same."""
    for name, ids in shared_names(context.corpus).items():
        for key in ids:
            record = context.corpus.actors[key]
            others = [other for other in ids if other != key]
            if all(other in record.data.not_same_as for other in others):
                continue
            number = next((n for n, alias in enumerate(record.data.aliases) if alias.name == name), None)
            line = record.line("name") if number is None else record.line("aliases", number)
            message = (
                f"'{name}' should name one actor, {' and '.join(others)} has it too; remove it from one, merge them, "
                f"or list {', '.join(others)} under not_same_as"
            )
            yield Finding(record.path, line, message)
