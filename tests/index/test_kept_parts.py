"""What is kept from one state of a corpus to the next is never seen: index and findings are those of a fresh look."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest
from folders import PROJECTS
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from render.small_project import corpus_of

from dateline.check import check_corpus
from dateline.index import Index, build_index
from dateline.kept import KeptParts
from dateline.model import Corpus, Record
from dateline.project import Project

Records = Mapping[str, Record[Any]]
Edit = Callable[[Record[Any], Corpus, int], Record[Any]]
PROJECT = Project.open(PROJECTS / "cross-linked")


@cache
def sample() -> Corpus:
    return corpus_of(PROJECT)


def other(records: Records, number: int) -> Record[Any]:
    return list(records.values())[number % len(records)]


def changed(record: Record[Any], **values: object) -> Record[Any]:
    return replace(record, data=record.data.model_copy(update=values))


EDITS: dict[str, tuple[str, Edit]] = {
    "words": ("briefings", lambda it, c, n: replace(it, body=f"{it.body}\n\n{other(c.actors, n).data.name} left.")),
    "note": ("briefings", lambda it, _, n: replace(it, body=f"{it.body} A word.[^term-{n}] \u202e")),
    "day": ("briefings", lambda it, _, n: changed(it, date=f"2031-03-{n % 28 + 1:02d}")),
    "place": ("briefings", lambda it, c, n: changed(it, location=other(c.locations, n).stem)),
    "actors": ("briefings", lambda it, c, n: changed(it, actors=(*it.data.actors[1:], other(c.actors, n).stem))),
    "quotes": ("briefings", lambda it, _, __: changed(it, quotes=dict(list(it.data.quotes.items())[1:]))),
    "lines": ("briefings", lambda it, _, n: replace(it, lines={key: line + n for key, line in it.lines.items()})),
    "name": ("actors", lambda it, c, n: changed(it, name=other(c.actors, n).data.name)),
    "kind": ("actors", lambda it, _, n: changed(it, kind="person" if n % 2 else "state")),
    "country": ("locations", lambda it, _, n: changed(it, name=f"Place {n}")),
}


def edited(corpus: Corpus, kind: str, which: int, number: int) -> Corpus:
    """One change of one record; `remove` takes a briefing or an actor out, `undo` gives the first state back."""
    if kind == "undo":
        return sample()
    folder, edit = EDITS.get(kind, ("actors" if number % 2 else "briefings", None))
    records = dict(corpus.records(folder))
    key = list(records)[which % len(records)]
    if edit:
        records[key] = edit(records[key], corpus, number)
    elif len(records) > 2:
        del records[key]
    return replace(corpus, **{folder: records})


def told(index: Index) -> dict[str, list[Any]]:
    """All entries in their order."""
    return {field.name: list(getattr(index, field.name).items()) for field in fields(index)}


@given(
    st.lists(
        st.tuples(st.sampled_from([*EDITS, "remove", "undo"]), st.integers(0, 999), st.integers(0, 999)),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=examples(40))
def test_index_and_findings_with_kept_parts_are_those_without(edits: list[tuple[str, int, int]]) -> None:
    corpus, parts, checked = sample(), KeptParts(), KeptParts()
    build_index(corpus, PROJECT.vocabulary, parts)
    check_corpus(corpus, PROJECT.vocabulary, kept=checked)
    for kind, which, number in edits:
        corpus = edited(corpus, kind, which, number)
        parts, checked = KeptParts(parts), KeptParts(checked)
        found = build_index(corpus, PROJECT.vocabulary, parts)
        assert told(found) == told(build_index(corpus, PROJECT.vocabulary))
        assert check_corpus(corpus, PROJECT.vocabulary, kept=checked) == check_corpus(corpus, PROJECT.vocabulary)


def test_entries_that_no_change_bears_on_are_the_very_same() -> None:
    """Else keeping would cost memory and save nothing."""
    corpus, parts = sample(), KeptParts()
    first = build_index(corpus, PROJECT.vocabulary, parts)
    key = next(iter(corpus.briefings))
    second = build_index(edited(corpus, "words", 0, 0), PROJECT.vocabulary, KeptParts(parts))
    far = [actor for actor, entry in first.actors.items() if key not in entry.briefings]
    assert far
    assert all(first.actors[actor] is second.actors[actor] for actor in far)


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_a_part_is_held_for_the_making_after_its_last_use(rounds: int) -> None:
    value, made = ["words"], []

    def make(given: list[str]) -> int:
        made.append(given)
        return len(made)

    parts = KeptParts()
    first = parts.of(make, value)
    for _ in range(rounds):
        parts = KeptParts(parts)
        assert parts.of(make, value) == first
    assert KeptParts(KeptParts(parts)).of(make, value) == first + 1
    assert KeptParts(parts).of(make, ["words"]) == first + 2  # equal, and not the same
