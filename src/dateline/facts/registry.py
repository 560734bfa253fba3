"""What the project knows already: its own actors, places and incidents, by name, alias and id."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dateline.facts.name_index import NameIndex
from dateline.facts.people import form_of_name, is_surname_alone
from dateline.model import Actor, Alias, Briefing, Corpus, Edtf, IncidentReport, Location
from dateline.vocabulary import load_vocabulary

_FIRST = 5  # briefings that are read for who a person is


@dataclass(frozen=True)
class KnownIncident:
    """What briefings say of an incident so far."""

    id: str
    type: str
    date: str
    location: str
    victims: frozenset[str]

    @property
    def months(self) -> tuple[str, ...]:
        """`YYYY-MM` of its first and last day, under which it is kept."""
        date = Edtf.parse(self.date) if self.date else None
        days = {str(day)[:7] for day in (date.first, date.last) if day} if date else set()
        return tuple(sorted(days))


@dataclass(frozen=True)
class Report:
    """What a briefing was drafted from."""

    text: str
    year: int


@dataclass(frozen=True)
class Registry:
    """The project's records for drafting; `Registry()` knows nothing.

    persons  full name or surname without accents and capitals -> ids of persons; some may be gone
    reports  briefing's id -> its words, from which one can tell who a person is
    named_in actor's id -> the first briefings that name it; some may be gone
    taken  ids in use by kind (`briefings`, `actors`, `locations`, `incidents`), unreadable files included
    former  ids that lead readers on to another record, by kind: no new record may have one
    drafted  ids of places whose records stand as they were drafted: a new report weighs what they say
    """

    actors: Mapping[str, Actor] = field(default_factory=dict)
    locations: Mapping[str, Location] = field(default_factory=dict)
    incidents: Mapping[str, tuple[KnownIncident, ...]] = field(default_factory=dict)
    actor_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    actor_index: NameIndex[str] = field(default_factory=lambda: NameIndex({}))
    location_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    location_index: NameIndex[str] = field(default_factory=lambda: NameIndex({}))
    persons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    named_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    former: Mapping[str, frozenset[str]] = field(default_factory=dict)
    drafted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, corpus: Corpus, untouched: Collection[str] = ()) -> "Registry":
        """From all records of a project; untouched: paths of profiles that stand as they were drafted."""
        reports = [report for record in corpus.briefings.values() for report in record.data.incidents]
        last = {report.id: report for report in reports}
        reports += [report for key in corpus.incidents for report in pinned(corpus, key, last.get(key))]
        registry = cls().with_records(
            [record.data for record in corpus.actors.values()],
            [record.data for record in corpus.locations.values()],
            reports,
        )
        taken = {
            "briefings": frozenset(corpus.briefings) | frozenset(corpus.pages),
            "actors": frozenset(corpus.actors),
            "locations": frozenset(corpus.locations),
            "incidents": frozenset(corpus.incidents) | {report.id for report in reports},
        }
        for path in corpus.unreadable:
            kind, _, stem = path.removeprefix("briefings/").removesuffix(".md").rpartition("/")
            if path.startswith("briefings/") and (kind or "briefings") in taken:
                taken[kind or "briefings"] |= {stem}
        told = {key: _report(corpus, record.data) for key, record in corpus.briefings.items()}
        named = _naming({}, (record.data for record in corpus.briefings.values()))
        former = {kind: frozenset(corpus.former_ids(kind)) for kind in taken}
        drafted = frozenset(key for key, record in corpus.locations.items() if record.path in untouched)
        return replace(registry, reports=told, named_in=named, taken=taken, former=former, drafted=drafted)

    def with_drafted(
        self, briefing: Briefing, actors: Iterable[Actor], locations: Iterable[Location], *, text: str = ""
    ) -> "Registry":
        """And the records that a draft has just made; text: the report's words."""
        actors, locations = tuple(actors), tuple(locations)
        registry = self.with_records(actors, locations, briefing.incidents)
        new = {
            "briefings": {briefing.id},
            "actors": {actor.id for actor in actors},
            "locations": {location.id for location in locations},
            "incidents": {report.id for report in briefing.incidents},
        }
        taken = {kind: self.taken.get(kind, frozenset()) | ids for kind, ids in new.items()}
        reports = {**self.reports, briefing.id: Report(text, int(briefing.date[:4]))}
        named_in, drafted = _naming(self.named_in, [briefing]), self.drafted | new["locations"]
        return replace(registry, reports=reports, named_in=named_in, taken=taken, drafted=drafted)

    def not_free(self, kind: str) -> frozenset[str]:
        """Ids that a new record of this kind cannot have."""
        return self.taken.get(kind, frozenset()) | self.former.get(kind, frozenset())

    def actor(self, *names: str) -> str | None:
        """The one actor that carries one of these names, the first name first; None where none or several do."""
        for name in names:
            keys = self.actor_names.get(name, ())
            if len(keys) == 1:
                return keys[0]
        return None

    def persons_called(self, name: str) -> tuple[Actor, ...]:
        """The persons of this full name, however its letters are accented; of one word, those of this surname."""
        form = form_of_name(name).split()[-1] if is_surname_alone(name) else form_of_name(name)
        found = (self.actors.get(key) for key in self.persons.get(form, ()))
        return tuple(actor for actor in found if actor)

    def reports_on(self, actor: str) -> tuple[Report, ...]:
        """The first few reports that name an actor."""
        return tuple(self.reports[key] for key in self.named_in.get(actor, ()) if key in self.reports)

    def places(self, name: str) -> tuple[Location, ...]:
        """The locations that carry this name."""
        return tuple(self.locations[key] for key in self.location_names.get(name, ()))

    def known_incidents(self, months: Iterable[str]) -> Iterator[KnownIncident]:
        """The incidents of these months, sorted by id."""
        found = {known.id: known for month in months for known in self.incidents.get(month, ())}
        yield from (found[key] for key in sorted(found))

    def with_records(
        self, actors: Iterable[Actor], locations: Iterable[Location], reports: Iterable[IncidentReport]
    ) -> "Registry":
        """And these records; the ids in use stay as they are."""
        actors, locations = tuple(actors), tuple(locations)
        named = [(name, actor.id) for actor in actors for name in names_of(actor)]
        placed = [(name, location.id) for location in locations for name in names_of(location)]
        return replace(
            self,
            actors={**self.actors, **{actor.id: actor for actor in actors}},
            locations={**self.locations, **{location.id: location for location in locations}},
            incidents=_by_month(self.incidents, reports),
            actor_names=_added(self.actor_names, named),
            actor_index=self.actor_index.with_names((name, key) for name, key in named),
            persons=_added(self.persons, [pair for actor in actors for pair in _forms(actor)]),
            location_names=_added(self.location_names, placed),
            location_index=self.location_index.with_names(placed),
        )


def _added(known: Mapping[str, tuple[str, ...]], new: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found = dict(known)
    for name, key in new:
        if key not in found.get(name, ()):
            found[name] = (*found.get(name, ()), key)
    return found


def _forms(actor: Actor) -> Iterator[tuple[str, str]]:
    """Under which forms a person is looked for: names of several words, and the last one of them."""
    if actor.kind == "person":
        for name in names_of(actor):
            form = form_of_name(name)
            yield from ((one, actor.id) for one in dict.fromkeys([form, *form.split()[-1:]]))


def _report(corpus: Corpus, briefing: Briefing) -> Report:
    seed = next((corpus.seeds[source.seed] for source in briefing.sources if source.seed in corpus.seeds), None)
    return Report(seed.text if seed else "", int(briefing.date[:4]))


def _naming(known: Mapping[str, tuple[str, ...]], briefings: Iterable[Briefing]) -> dict[str, tuple[str, ...]]:
    found = dict(known)
    for briefing in briefings:
        for actor in briefing.actors:
            found[actor] = (*found.get(actor, ()), briefing.id)[:_FIRST]
    return found


def names_of(record: Actor | Location) -> tuple[str, ...]:
    """The names by which a record is found: of an actor those that are not weak."""
    if isinstance(record, Location):
        return (record.name, *(alias.name for alias in record.aliases))
    return tuple(sorted({record.name, *(alias.name for alias in record.aliases if not _is_weak(alias))}))


def is_told_apart(place: Location) -> bool:
    """True of a place that is called “Portland, Oregon” because there is another Portland."""
    name, comma, _ = place.name.partition(", ")
    return bool(comma) and any(alias.name == name for alias in place.aliases)


def _is_weak(alias: Alias) -> bool:
    entry = load_vocabulary()["alias-kinds"].get(alias.kind)
    return bool(entry and entry["weak"])


def pinned(corpus: Corpus, key: str, told: IncidentReport | None) -> tuple[IncidentReport, ...]:
    """What an incident's own file states, over what a briefing reports of it; nothing where its type is not known."""
    data = corpus.incidents[key].data
    kind = data.type or (told.type if told else None)
    return (IncidentReport(id=key, type=kind, date=data.date, location=data.location),) if kind else ()


def known_incident(report: IncidentReport) -> KnownIncident:
    """What is compared of a report."""
    victims = frozenset(part.actor for part in report.participants if part.role == "victim")
    return KnownIncident(report.id, report.type, report.date or "", report.location or "", victims)


def _by_month(
    known: Mapping[str, tuple[KnownIncident, ...]], reports: Iterable[IncidentReport]
) -> dict[str, tuple[KnownIncident, ...]]:
    found: dict[str, tuple[KnownIncident, ...]] = dict(known)
    changed: dict[str, list[KnownIncident]] = defaultdict(list)
    for report in reports:
        item = known_incident(report)
        for month in item.months:
            changed[month].append(item)
    for month, items in changed.items():
        found[month] = (*found.get(month, ()), *items)
    return found
