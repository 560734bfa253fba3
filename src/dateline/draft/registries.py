"""The registry as it was before each briefing: built once, then without what stands for that briefing alone."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.facts.name_index import NameIndex, first_word
from dateline.facts.registry import KnownIncident, Registry, known_incident, names_of, pinned
from dateline.model import Actor, Briefing, Corpus, Incident, IncidentReport, Location, Record

T = TypeVar("T")
P = TypeVar("P", Actor, Location)
Named = Mapping[str, tuple[tuple[str, str], ...]]
"""First word of a name -> all (name, id) that begin with it, in the order of the records."""


@dataclass(frozen=True)
class Registries:
    """All records, and what is needed to take one briefing's own out again without looking at all of them.

    whole      the registry of all records but untouched profiles that nothing names: they are made again
    untouched  paths of the profiles that are as they were drafted
    uses       text of a record -> how many briefings, incidents and touched profiles hold it
    reports    incident's id -> (briefing's id, its report)
    actors, locations  names by their first word
    """

    whole: Registry
    corpus: Corpus
    untouched: frozenset[str]
    uses: Mapping[str, int]
    reports: Mapping[str, tuple[tuple[str, IncidentReport], ...]]
    actors: Named
    locations: Named

    @classmethod
    def of(cls, corpus: Corpus, untouched: Collection[str]) -> "Registries":
        """From all records of a project."""
        uses = Counter(text for data in _naming(corpus, untouched) for text in set(texts(data.model_dump())))
        kept = replace(
            corpus,
            actors={key: one for key, one in corpus.actors.items() if uses[key] or one.path not in untouched},
            locations={key: one for key, one in corpus.locations.items() if uses[key] or one.path not in untouched},
        )
        reports: dict[str, list[tuple[str, IncidentReport]]] = defaultdict(list)
        for stem, record in corpus.briefings.items():
            for report in record.data.incidents:
                reports[report.id].append((stem, report))
        return cls(
            Registry.of(kept, untouched),
            kept,
            frozenset(untouched),
            uses,
            {key: tuple(told) for key, told in reports.items()},
            _by_word([one.data for one in kept.actors.values()]),
            _by_word([one.data for one in kept.locations.values()]),
        )

    def before(self, briefing: Record[Briefing]) -> Registry:
        """Without this briefing, its reports, and the untouched profiles that no other record names."""
        alone = {key for key in set(texts(briefing.data.model_dump())) if self.uses[key] == 1}
        actors = self._gone(self.corpus.actors, alone)
        locations = self._gone(self.corpus.locations, alone)
        incidents = {report.id for report in briefing.data.incidents if self._is_told_here_alone(report.id, briefing)}
        gone = {
            "briefings": {briefing.stem},
            "actors": {actor.id for actor in actors},
            "locations": {place.id for place in locations},
            "incidents": incidents,
        }
        whole = self.whole
        return replace(
            whole,
            actors=_less(whole.actors, gone["actors"]),
            locations=_less(whole.locations, gone["locations"]),
            incidents=self._incidents(briefing),
            reports=_less(whole.reports, {briefing.stem}),
            actor_names=_less_names(whole.actor_names, actors),
            actor_index=_less_index(whole.actor_index, self.actors, actors),
            location_names=_less_names(whole.location_names, locations),
            location_index=_less_index(whole.location_index, self.locations, locations),
            taken={kind: ids - gone[kind] for kind, ids in whole.taken.items()},
        )

    def _gone(self, records: Mapping[str, Record[P]], alone: set[str]) -> list[P]:
        found = (records[key] for key in sorted(alone) if key in records)
        return [record.data for record in found if record.path in self.untouched]

    def _is_told_here_alone(self, key: str, briefing: Record[Briefing]) -> bool:
        has_file = key in self.corpus.incidents or f"briefings/incidents/{key}.md" in self.corpus.unreadable
        return not has_file and all(stem == briefing.stem for stem, _ in self.reports[key])

    def _incidents(self, briefing: Record[Briefing]) -> dict[str, tuple[KnownIncident, ...]]:
        """Each incident that the briefing reports is as the others tell it."""
        found = dict(self.whole.incidents)
        for key in sorted({report.id for report in briefing.data.incidents}):
            others = [report for stem, report in self.reports[key] if stem != briefing.stem]
            left = [known_incident(report) for report in self._pinned(key, others)]
            told = [known_incident(report) for report in self._pinned(key, self._all(key))]
            for month in {month for one in told for month in one.months}:
                items = (one for one in found[month] if one.id != key)
                found[month] = (*items, *(one for one in left if month in one.months))
        return found

    def _all(self, key: str) -> list[IncidentReport]:
        return [report for _, report in self.reports[key]]

    def _pinned(self, key: str, reports: list[IncidentReport]) -> list[IncidentReport]:
        last = reports[-1] if reports else None
        return [*reports, *(pinned(self.corpus, key, last) if key in self.corpus.incidents else ())]


def _naming(corpus: Corpus, untouched: Collection[str]) -> Iterator[Briefing | Incident | Actor | Location]:
    """What holds a profile in place by naming it."""
    yield from (record.data for record in corpus.briefings.values())
    yield from (record.data for record in corpus.incidents.values())
    yield from (record.data for record in corpus.actors.values() if record.path not in untouched)
    yield from (record.data for record in corpus.locations.values() if record.path not in untouched)


def texts(value: object) -> Iterator[str]:
    """Every text in a record's values: an id that is named somewhere is among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)


def _by_word(records: Sequence[P]) -> Named:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for record in records:
        for name in names_of(record):
            found[first_word(name)].append((name, record.id))
    return {word: tuple(pairs) for word, pairs in found.items()}


def _less(known: Mapping[str, T], gone: Collection[str]) -> dict[str, T]:
    left = dict(known)
    for key in gone:
        left.pop(key, None)
    return left


def _less_names(known: Mapping[str, tuple[str, ...]], gone: Sequence[P]) -> dict[str, tuple[str, ...]]:
    left = dict(known)
    for record in gone:
        for name in names_of(record):
            left[name] = tuple(key for key in left[name] if key != record.id)
    return left


def _less_index(index: NameIndex[str], items: Named, gone: Sequence[P]) -> NameIndex[str]:
    return index.without({(name, record.id) for record in gone for name in names_of(record)}, items)
