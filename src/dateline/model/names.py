"""The names of records, and which of them two actors share."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.model.actor import Actor
from dateline.model.corpus import Corpus, Record
from dateline.model.location import Location


def all_names(record: Actor | Location) -> Iterator[str]:
    """The name and every alias."""
    yield record.name
    yield from (alias.name for alias in record.aliases)


def shared_names(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """Name -> ids of the actors that carry it, for names that two or more carry."""
    return names_of_several(corpus.actors)


def names_of_several(
    records: Mapping[str, Record[Actor]] | Mapping[str, Record[Location]],
) -> dict[str, tuple[str, ...]]:
    """Name -> ids of the records that carry it, for names that two or more carry."""
    carriers: dict[str, set[str]] = defaultdict(set)
    for key, record in records.items():
        for name in all_names(record.data):
            carriers[name].add(key)
    return {name: tuple(sorted(ids)) for name, ids in sorted(carriers.items()) if len(ids) > 1}
