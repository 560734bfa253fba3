"""Kinship of briefings, against a plain reading of what it is."""

import datetime
from collections.abc import Iterator

from folders import PROJECTS
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from render.small_project import corpus_of

from dateline.index import build_index
from dateline.index.cited import cited_in
from dateline.model import Briefing, Corpus, Record
from dateline.project import Project

PROJECT = Project.open(PROJECTS / "cross-linked")
SAMPLE = corpus_of(PROJECT)
ACTORS, PLACES = list(SAMPLE.actors)[:5], list(SAMPLE.locations)[:2]
BRIEFINGS = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.lists(st.sampled_from(ACTORS), max_size=4, unique=True),
        st.sampled_from([None, *PLACES]),
        st.sampled_from(["", "", "flood"]),
    ),
    min_size=1,
    max_size=14,
)


def briefing(number: int, day: int, actors: list[str], place: str | None, incident: str) -> Record[Briefing]:
    incidents = [{"id": incident, "type": "natural-disaster"}] if incident else []
    key = f"2031-03-{day:02d}-report-{number:02d}"
    data = Briefing.model_validate(
        {
            "id": key,
            "title": f"Report {number}",
            "date": f"2031-03-{day:02d}",
            "actors": actors,
            "location": place,
            "incidents": incidents,
            "sources": [{"id": "s1", "type": "news-report", "publisher": "Wire"}],
        }
    )
    return Record(f"briefings/{key}.md", data, "Words.", 9)


def plainly(corpus: Corpus, key: str) -> list[str]:
    """The ids in order, by a look at every pair."""
    found = list(dict.fromkeys(other for other in _in_order(corpus, key) if other != key))
    return found[:6]


def _in_order(corpus: Corpus, key: str) -> Iterator[str]:
    own, others = corpus.briefings[key].data, {other: it.data for other, it in corpus.briefings.items()}
    same = [other for other, it in others.items() if own.incidents and it.incidents]
    yield from sorted(same, key=lambda other: (others[other].date, other), reverse=True)
    common = {other: len({*cited_in(own).actors} & {*cited_in(it).actors}) for other, it in others.items()}
    # the briefing itself has most in common, and takes a place among the seven that are looked at
    several = sorted((other for other in others if common[other] > 1), key=lambda other: (-common[other], other))
    yield from several[:7]
    if own.location:
        day = datetime.date.fromisoformat(own.date)
        near = [other for other, it in others.items() if it.location == own.location]
        yield from sorted(near, key=lambda o: (abs(datetime.date.fromisoformat(others[o].date) - day), o))


@given(BRIEFINGS)
@settings(max_examples=examples(80))
def test_related_briefings_are_those_of_a_look_at_every_pair(
    rows: list[tuple[int, list[str], str | None, str]],
) -> None:
    records = [briefing(number, *row) for number, row in enumerate(rows)]
    corpus = Corpus(
        briefings={record.stem: record for record in sorted(records, key=lambda record: record.stem)},
        actors=SAMPLE.actors,
        locations=SAMPLE.locations,
        incidents={},
        pages={},
        seeds={},
    )
    index = build_index(corpus, PROJECT.vocabulary)
    for key, entry in index.briefings.items():
        assert [item.briefing for item in entry.related] == plainly(corpus, key)
