"""`Project ─▶ Plan`, and its files written: what the commands rename, merge and split do."""

from collections.abc import Callable, Collection

from dateline.project import Project
from dateline.records.journal import refuse_unfinished, write_changes
from dateline.records.merge import plan_merge
from dateline.records.plan import Plan
from dateline.records.rename import plan_rename
from dateline.records.split import plan_split
from dateline.records.tree import Tree, read_tree


def rename_record(project: Project, old: str, new: str, *, write: bool = True) -> Plan:
    """Give the record `old` the id `new`, everywhere. Records are named as `nlf` or `actors/nlf`."""
    return _changed(project, lambda tree: plan_rename(tree, old, new), write=write)


def merge_records(project: Project, gone: str, into: str, *, write: bool = True) -> Plan:
    """Make the record `gone` one with `into`, everywhere."""
    return _changed(project, lambda tree: plan_merge(tree, gone, into), write=write)


def split_record(
    project: Project,
    old: str,
    new: str,
    *,
    briefings: Collection[str] = (),
    since: str = "",
    name: str = "",
    write: bool = True,
) -> Plan:
    """Move what some briefings say of `old` to a new record; see `plan_split`."""
    return _changed(
        project, lambda tree: plan_split(tree, old, new, briefings=briefings, since=since, name=name), write=write
    )


def _changed(project: Project, plan_of: Callable[[Tree], Plan], *, write: bool) -> Plan:
    """The plan, written unless it is refused or `write` is false (ProjectError where it cannot be made)."""
    refuse_unfinished(project)
    plan = plan_of(read_tree(project))
    if write and not plan.is_refused:
        write_changes(project, plan.changes)
    return plan
