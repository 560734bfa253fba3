"""Two records that are one: names, relations and prose come together, all that names the one names the other."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from dateline.errors import ProjectError
from dateline.frontmatter import write
from dateline.model import Incident
from dateline.records.bodies import joined_bodies
from dateline.records.doubles import without_doubles
from dateline.records.joining import Clash, joined
from dateline.records.names import Target, find_record
from dateline.records.plan import Plan, edited_files, planned, refused
from dateline.records.rename import moved_file
from dateline.records.rewrite import rewritten, values_of, with_values
from dateline.records.tree import Tree

_RELATIONS = ("member_of", "part_of", "not_same_as")


def plan_merge(tree: Tree, gone: str, into: str) -> Plan:
    """All that changes where the record `gone` is the record `into` (ProjectError where that cannot be)."""
    other, kept = find_record(tree.corpus, gone), find_record(tree.corpus, into)
    if other.kind != kept.kind or other == kept:
        raise ProjectError(f"two records of one kind can be merged, not {other} into {kept}")
    if kept.kind == "briefings":
        raise ProjectError("briefings are reports and stay apart; to take one back write review: withdrawn in it")
    apart = _told_apart(tree, other, kept) or _told_apart(tree, kept, other)
    if apart:
        return apart
    notes: list[str] = []
    changed, unreadable = edited_files(tree, partial(_edited, gone=other, kept=kept, notes=notes))
    if unreadable:
        return Plan(problems=tuple(unreadable))
    after = {**tree.files, **{path: content for path, content in changed.items() if content is not None}}
    changed |= {path: None for path in (other.path, other.draft) if path in tree.files}
    changed[kept.path] = _merged(after, other, kept, notes)
    return planned(tree, changed, moved={other: kept.id}, notes=notes)


def _told_apart(tree: Tree, one: Target, two: Target) -> Plan | None:
    record = tree.corpus.records(one.kind).get(one.id)
    if record is None or two.id not in record.data.not_same_as:
        return None
    line = record.line("not_same_as", record.data.not_same_as.index(two.id))
    message = f"'{one.id}' must not be listed as not the same as '{two.id}' to be merged with it; remove it there first"
    return refused(record.path, line, message)


def _edited(path: str, content: bytes, *, gone: Target, kept: Target, notes: list[str]) -> bytes:
    after = rewritten(path, content, {gone: kept.id})
    if after == content or path == gone.path:
        return after
    values, _, _ = values_of(after)
    single, clashes = without_doubles(values)
    if path.startswith("briefings/"):
        notes += _told(path, clashes)
    return after if single == values else with_values(after, single)


def _merged(files: dict[str, bytes], gone: Target, kept: Target, notes: list[str]) -> bytes:
    """The kept record's file with the other's; an incident without a file gets the other's, or one of its own."""
    if gone.path not in files:
        content = files.get(kept.path)
        return _led_on(content, gone, kept) if content else write(Incident(id=kept.id, former_ids=(gone.id,))).encode()
    if kept.path not in files:
        return _led_on(moved_file(files, gone.path, kept.path)[kept.path] or b"", gone, kept)
    values, body, known = values_of(files[kept.path])
    other, prose, said = values_of(files[gone.path])
    merged, clashes = joined(_alone(values, kept, notes, kept.path), _alone(other, kept, notes, gone.path))
    merged["former_ids"] = _former(merged, gone, kept)
    notes += _told(kept.path, clashes)
    words = "".join(f"{comment}\n" for comment in said if comment not in known)
    return with_values(files[kept.path], merged, body=joined_bodies(body, prose), words=words)


def _led_on(content: bytes, gone: Target, kept: Target) -> bytes:
    values, _, _ = values_of(content)
    return with_values(content, {**values, "former_ids": _former(values, gone, kept)})


def _former(values: dict[str, Any], gone: Target, kept: Target) -> list[str]:
    ids = [*values.get("former_ids", []), gone.id]
    return [key for key in dict.fromkeys(ids) if key != kept.id]


def _alone(values: dict[str, Any], kept: Target, notes: list[str], path: str) -> dict[str, Any]:
    """Without relations between the two: one record has none to itself."""
    found = dict(values)
    for key in _RELATIONS:
        if kept.id in values.get(key, []):
            found[key] = [one for one in values[key] if one != kept.id]
            notes.append(f"{path}: {key}: one named the other; left out")
    if values.get("country") == kept.id and values.get("kind") != "country":
        del found["country"]
        notes.append(f"{path}: country: one named the other; left out")
    for one in values.get("maybe_same_as", []):
        if one["actor"] == kept.id:
            found["maybe_same_as"] = [item for item in found["maybe_same_as"] if item != one]
            notes.append(f"{path}: maybe_same_as: settled; left out {_shown(one['basis'])}")
    return {key: value for key, value in found.items() if value != []}


def _told(path: str, clashes: tuple[Clash, ...]) -> Iterator[str]:
    for one in clashes:
        yield f"{path}: {one.key}: kept {_shown(one.kept)}; left out {_shown(one.left)}"


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
