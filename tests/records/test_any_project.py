"""Renaming, merging and splitting in made-up projects: what must hold whatever they hold."""

import json
import re
from collections.abc import Iterator
from typing import Any

from fuzzing import examples
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from records.random_projects import ACTORS, BRIEFINGS, EVENTS, KINDS, PLACES, trees

from dateline.model import Actor, Alias, Briefing, Incident, Location, MaybeSame
from dateline.records.merge import plan_merge
from dateline.records.names import known_records
from dateline.records.plan import Plan
from dateline.records.rename import plan_rename
from dateline.records.rewrite import values_of
from dateline.records.split import plan_split
from dateline.records.tree import Tree

CHOICES = [(kind, key) for kind, keys in KINDS.items() for key in keys]
EXAMPLES = settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def new_id(old: str) -> str:
    """The day in an id stays: an incident's is checked against it."""
    return f"{old[:10]}-zinc" if old[:1].isdecimal() else "zinc"


def after(tree: Tree, plan: Plan) -> Tree:
    return tree.with_files({change.path: change.after for change in plan.changes})


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text of front matter, former ids aside."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, name) if name != "former_ids" else ()
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, key)
    else:
        yield value


def names_of(tree: Tree) -> set[str]:
    """What front matter and links name, in records and last drafts alike."""
    found = set()
    for content in tree.files.values():
        values, body, _ = values_of(content)
        found |= {text.partition("#")[0] for text in texts(values)}
        found |= {target.rpartition("/")[2].removesuffix(".md") for target in re.findall(r"\]\(([^)]+)\)", body)}
    return found


def is_there(tree: Tree, kind: str, key: str) -> bool:
    return key in known_records(tree.corpus)[kind]


@EXAMPLES
@given(trees(), st.sampled_from(CHOICES))
def test_rename_changes_the_id_everywhere_and_nothing_else(tree: Tree, choice: tuple[str, str]) -> None:
    kind, old = choice
    new = new_id(old)
    assume(is_there(tree, kind, old))
    plan = plan_rename(tree, f"{kind}/{old}", new)
    assert plan.problems == ()
    renamed = after(tree, plan)
    assert old not in names_of(renamed)
    code = f"`{old}.md`".encode(), f"/{old}.md`".encode()
    for path, content in renamed.files.items():
        was = path.replace(f"/{new}.md", f"/{old}.md")
        if was not in tree.files:  # the file that an incident without one gets for its former id
            assert kind == "incidents"
            continue
        former = rb"former_ids:\r?\n  - [^\r\n]+\r?\n" if path != was else b"$^"
        assert re.sub(former, b"", content).replace(new.encode(), old.encode()) == tree.files[was]
        assert [content.count(word) for word in code] == [tree.files[was].count(word) for word in code]


@EXAMPLES
@given(trees(), st.sampled_from(CHOICES))
def test_rename_there_and_back_leaves_one_former_id(tree: Tree, choice: tuple[str, str]) -> None:
    kind, old = choice
    new = new_id(old)
    assume(is_there(tree, kind, old))
    there = after(tree, plan_rename(tree, f"{kind}/{old}", new))
    back = after(there, plan_rename(there, f"{kind}/{new}", old))
    own = f"briefings/{old}.md" if kind == "briefings" else f"briefings/{kind}/{old}.md"
    assert {path for path in back.files if back.files[path] != tree.files.get(path)} == {own}
    assert tree.files.keys() - back.files.keys() == set()
    values, _, _ = values_of(back.files[own])
    assert values.pop("former_ids") == [new]
    assert own not in tree.files or values == values_of(tree.files[own])[0]


def words(tree: Tree) -> set[str]:
    """Every word that stands in a record, comments included."""
    ours = (content for path, content in tree.files.items() if path.startswith("briefings/"))
    return {word for content in ours for word in re.findall(r"[\w-]+", content.decode())}


@EXAMPLES
@given(trees(), st.sampled_from([ACTORS, PLACES, EVENTS]), st.permutations([0, 1, 2]))
def test_merge_leaves_no_old_id_and_loses_no_word(tree: Tree, keys: tuple[str, ...], order: list[int]) -> None:
    """What is left out is told."""
    kind = {ACTORS: "actors", PLACES: "locations", EVENTS: "incidents"}[keys]
    gone, into = keys[order[0]], keys[order[1]]
    assume(is_there(tree, kind, gone) and is_there(tree, kind, into))
    plan = plan_merge(tree, f"{kind}/{gone}", f"{kind}/{into}")
    assert [problem for problem in plan.problems if problem.severity == "error"] == []
    left_alone = {"unused-quote", "unused-record", "incident-mixed", "incident-id"}
    assert {problem.rule for problem in plan.problems} <= left_alone
    merged = after(tree, plan)
    assert gone not in names_of(merged)
    assert not is_there(merged, kind, gone)
    assert merged.corpus.former_ids(kind)[gone] == into
    told = set(re.findall(r"[\w-]+", " ".join(plan.notes)))
    keys_left_out = {key for model in (Actor, Alias, Incident, Location, MaybeSame) for key in model.model_fields}
    assert words(tree) - words(merged) - told - {gone} <= keys_left_out
    for path in merged.files:
        values, _, _ = values_of(merged.files[path])
        for key in ("actors", "places", "member_of", "part_of"):
            listed = values.get(key, [])
            assert len(set(listed)) == len(listed)
        parts = [json.dumps(part) for report in values.get("incidents", []) for part in report.get("participants", [])]
        assert path.startswith(".dateline") or len(parts) == len(set(parts)) or len(values["incidents"]) > 1


@EXAMPLES
@given(trees(), st.sampled_from([*ACTORS, *PLACES, *EVENTS]), st.sampled_from(BRIEFINGS))
def test_split_moves_what_one_briefing_says_and_no_other(tree: Tree, old: str, briefing: str) -> None:
    kind = next(kind for kind, keys in KINDS.items() if old in keys)
    new = new_id(old)
    assume(is_there(tree, kind, old))
    naming = {key for key, record in tree.corpus.briefings.items() if old in texts(record.data.model_dump(mode="json"))}
    assume(briefing in naming and len(naming) > 1)
    plan = plan_split(tree, f"{kind}/{old}", new, briefings=[briefing])
    assert [problem for problem in plan.problems if problem.severity == "error"] == []
    parted = after(tree, plan)
    added, own = (f"briefings/{kind}/{key}.md" for key in (new, old))
    assert {path for path in parted.files if parted.files[path] != tree.files.get(path)} == {
        added,
        own,
        f"briefings/{briefing}.md",
    }
    moved = parted.files[f"briefings/{briefing}.md"]
    assert moved.replace(new.encode(), old.encode()) == tree.files[f"briefings/{briefing}.md"]
    assert old not in set(texts(values_of(moved)[0]))
    assert values_of(parted.files[added])[0]["not_same_as"] == [old]
    assert new in values_of(parted.files[own])[0]["not_same_as"]


def test_no_key_names_a_record_that_is_not_tried_above() -> None:
    """A new key that holds an id must be added to the made-up projects, or to those that name no record."""
    named = {
        "country", "member_of", "part_of", "maybe_same_as", "not_same_as", "location", "actors", "places", "actor",
        "incident", "quote", "source", "id", "former_ids", "used_by",
    }  # fmt: skip
    pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"

    def ids(node: Any, key: str = "") -> Iterator[str]:
        if isinstance(node, dict):
            if node.get("pattern") == pattern:
                yield key
            for name, item in node.items():
                yield from ids(item, key if name in ("items", "anyOf") else name)
        elif isinstance(node, list):
            for item in node:
                yield from ids(item, key)

    found = {key for model in (Actor, Briefing, Incident, Location) for key in ids(model.model_json_schema())}
    assert found - named == set()
