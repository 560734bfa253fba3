"""One record that was two: some briefings' references move to a new record; each page then names the other."""

from collections.abc import Collection, Iterator
from typing import Any

from dateline.errors import ProjectError
from dateline.frontmatter import write
from dateline.model import Actor, Briefing, Corpus, Incident, Location, Record
from dateline.records.names import Target, find_record, new_target
from dateline.records.plan import Plan, edited_files, planned
from dateline.records.references import references
from dateline.records.rewrite import rewritten, values_of, with_values
from dateline.records.tree import Tree


def plan_split(
    tree: Tree, old: str, new: str, *, briefings: Collection[str] = (), since: str = "", name: str = ""
) -> Plan:
    """All that changes where some briefings mean another record by `old`, which is to be called `new`.

    briefings  ids of those that mean the other, and with `since` (YYYY-MM-DD) all reports from that day on
    name       of the new record; the old one's where none is given
    Raises ProjectError where nothing or all of it would move. Last drafts stay: the next draft finds an edit here.
    """
    source = find_record(tree.corpus, old)
    if source.kind == "briefings":
        raise ProjectError("a briefing is one report; write a second briefing by hand and say so in updates")
    target = new_target(tree.corpus, source.kind, new)
    chosen = _chosen(tree.corpus, source, briefings, since)
    paths = {record.path for record in chosen}
    changed, unreadable = edited_files(
        tree, lambda path, content: rewritten(path, content, {source: target.id}) if path in paths else content
    )
    if unreadable:
        return Plan(problems=tuple(unreadable))
    moved = {record.stem for record in chosen}
    changed[source.path] = _told_apart(tree, source, target, moved)
    changed[target.path] = _new_record(tree, source, target, moved, name)
    return planned(tree, changed, moved={}, notes=_staying(tree.corpus, source))


def _chosen(corpus: Corpus, source: Target, briefings: Collection[str], since: str) -> list[Record[Briefing]]:
    named = {find_record(corpus, f"briefings/{key.removeprefix('briefings/')}").id for key in briefings}
    naming = [record for record in corpus.briefings.values() if _names(record, source)]
    chosen = [record for record in naming if record.stem in named or (since and record.data.date >= since)]
    idle = sorted(named - {record.stem for record in naming})
    if idle:
        raise ProjectError(f"briefings/{idle[0]} does not name {source}, so nothing in it can move")
    if not chosen:
        raise ProjectError(f"no briefing that names {source} was chosen; name some with --briefing or --from")
    if len(chosen) == len(naming):
        raise ProjectError(f"all briefings that name {source} would move; use dateline rename instead")
    return chosen


def _names(record: Record[Any], source: Target) -> bool:
    return any(target == source for _, target in references(record.data))


def _told_apart(tree: Tree, source: Target, target: Target, moved: Collection[str]) -> bytes:
    """The old record, which says that it is not the new one, without the aliases that moved briefings give."""
    if source.path not in tree.files:
        return write(Incident(id=source.id, not_same_as=(target.id,))).encode()
    values, _, _ = values_of(tree.files[source.path])
    values = {**values, "not_same_as": [*values.get("not_same_as", []), target.id]}
    if "aliases" in values:
        values["aliases"] = [one for one in values["aliases"] if not _is_given_by(one.get("quote", ""), moved)]
    return with_values(tree.files[source.path], {key: value for key, value in values.items() if value != []})


def _new_record(tree: Tree, source: Target, target: Target, moved: Collection[str], name: str) -> bytes:
    if source.kind == "incidents":
        return write(Incident(id=target.id, not_same_as=(source.id,))).encode()
    old: Actor | Location = tree.corpus.records(source.kind)[source.id].data
    new = old.model_validate(
        {
            "id": target.id,
            "name": name or old.name,
            "aliases": [one.model_dump() for one in old.aliases if _is_given_by(one.quote, moved)],
            "kind": old.kind,
            "country": old.country,
            "not_same_as": [source.id],
        }
    )
    return write(new).encode()


def _is_given_by(quote: str, briefings: Collection[str]) -> bool:
    return quote.partition("#")[0] in briefings


def _staying(corpus: Corpus, source: Target) -> Iterator[str]:
    """Profiles that go on naming the old record: only people know which of the two they mean."""
    for kind in ("actors", "locations", "incidents"):
        for record in corpus.records(kind).values():
            for keys, target in references(record.data):
                if target == source:
                    yield f"{record.path}:{record.line(*keys)}: {'.'.join(map(str, keys))} still names {source}"
