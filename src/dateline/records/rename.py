"""A record under another id: its file, its last draft and all that names it follow; the old id leads on."""

from collections.abc import Mapping
from functools import partial

from dateline.frontmatter import write
from dateline.model import Incident
from dateline.records.names import Target, find_record, new_target
from dateline.records.plan import Plan, edited_files, planned
from dateline.records.rewrite import rewritten, values_of, with_values
from dateline.records.tree import Tree


def plan_rename(tree: Tree, old: str, new: str) -> Plan:
    """All that changes where the record `old` is called `new` (ProjectError where that cannot be)."""
    source = find_record(tree.corpus, old)
    target = new_target(tree.corpus, source.kind, new, old=source)
    moved = {source: target.id}
    changed, unreadable = edited_files(tree, partial(rewritten, moved=moved))
    if unreadable:
        return Plan(problems=tuple(unreadable))
    after = tree.with_files(changed).files
    changed |= moved_file(after, source.path, target.path)
    changed |= moved_file(after, source.draft, target.draft)
    changed[target.path] = _led_on(changed.get(target.path), source, target)
    return planned(tree, changed, moved=moved)


def moved_file(files: Mapping[str, bytes], old: str, new: str) -> dict[str, bytes | None]:
    """The file under its new path; nothing where there is none."""
    return {old: None, new: files[old]} if old in files else {}


def _led_on(content: bytes | None, old: Target, new: Target) -> bytes:
    """The record with its former id; an incident that had no file gets one for it."""
    if content is None:
        return write(Incident(id=new.id, former_ids=(old.id,))).encode()
    values, _, _ = values_of(content)
    former = [key for key in values.get("former_ids", []) if key not in (old.id, new.id)]
    return with_values(content, {**values, "former_ids": [*former, old.id]})
