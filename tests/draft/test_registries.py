"""The registry before a briefing, made from that of all records, is the one that is made without it from the start."""

from dataclasses import replace
from typing import Any

import pytest
from folders import PROJECTS, ROOT
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.api import Project
from dateline.checking import load_project
from dateline.draft.registries import Registries, texts
from dateline.facts import Registry
from dateline.model import Briefing, Corpus, Record


@pytest.fixture(scope="module")
def corpora() -> list[Corpus]:
    return [load_project(Project.open(root))[0] for root in (PROJECTS / "cross-linked", ROOT)]


def slowly(corpus: Corpus, briefing: Record[Briefing], untouched: frozenset[str]) -> Registry:
    """Without the briefing and without the untouched profiles that stand for it alone, looked at one by one."""
    others = {key: one for key, one in corpus.briefings.items() if key != briefing.stem}
    profiles = [*corpus.actors.values(), *corpus.locations.values()]
    holders = [*others.values(), *corpus.incidents.values(), *(one for one in profiles if one.path not in untouched)]
    used = {text for one in holders for text in texts(one.data.model_dump())}
    left = {
        kind: {key: one for key, one in records.items() if key in used or one.path not in untouched}
        for kind, records in (("actors", corpus.actors), ("locations", corpus.locations))
    }
    return Registry.of(replace(corpus, briefings=others, **left))


def comparable(registry: Registry) -> dict[str, Any]:
    """What a registry answers: of an incident told twice the last telling counts, and what is empty is not there."""
    months = {month: {one.id: one for one in items} for month, items in registry.incidents.items() if items}
    return {
        "actors": registry.actors,
        "locations": registry.locations,
        "incidents": months,
        "actor_names": {name: ids for name, ids in registry.actor_names.items() if ids},
        "actor_index": registry.actor_index,
        "location_names": {name: ids for name, ids in registry.location_names.items() if ids},
        "location_index": registry.location_index,
        "taken": registry.taken,
    }


@settings(max_examples=examples(60))
@given(data=st.data())
def test_before_is_as_if_it_had_never_been(corpora: list[Corpus], data: st.DataObject) -> None:
    corpus = data.draw(st.sampled_from(corpora), label="project")
    paths = sorted(one.path for group in (corpus.actors, corpus.locations) for one in group.values())
    touched = data.draw(st.sets(st.sampled_from(paths)) | st.just(set()), label="touched")
    briefings = data.draw(st.sets(st.sampled_from(sorted(corpus.briefings)), min_size=1), label="briefings")
    corpus = replace(corpus, briefings={key: corpus.briefings[key] for key in sorted(briefings)})
    untouched = frozenset(paths) - touched
    briefing = corpus.briefings[data.draw(st.sampled_from(sorted(briefings)), label="briefing")]
    before = Registries.of(corpus, untouched).before(briefing)
    assert comparable(before) == comparable(slowly(corpus, briefing, untouched))
