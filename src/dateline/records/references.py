"""Every place in a record's front matter that names another record, with its key path."""

from collections.abc import Iterator

from dateline.check.references import briefing_references, profile_references
from dateline.model import Actor, Briefing, Incident, Location, Model
from dateline.model.corpus import KeyPath
from dateline.records.names import Target

_KINDS = {"actor": "actors", "location": "locations", "incident": "incidents"}


def references(data: Model) -> Iterator[tuple[KeyPath, Target]]:
    """(key path, record); an alias's quote names its briefing, and `used_by` an actor or a publisher."""
    if isinstance(data, Briefing):
        yield from ((("incidents", n, "id"), Target("incidents", one.id)) for n, one in enumerate(data.incidents))
        found = briefing_references(data)
    elif isinstance(data, Actor | Location | Incident):
        found = profile_references(data)
    else:
        return
    for reference in found:
        if reference.kind in _KINDS:
            yield reference.keys, Target(_KINDS[reference.kind], reference.id)
        elif reference.kind == "briefing-quote":
            yield reference.keys, Target("briefings", reference.id.partition("#")[0])
    if isinstance(data, Actor | Location):
        yield from (
            (("aliases", n, "used_by"), Target("actors", one.used_by))
            for n, one in enumerate(data.aliases)
            if one.used_by
        )
