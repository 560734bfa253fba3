"""What is told of each incident, over all briefings, for the rules that compare the tellings."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.model import Briefing, Corpus, Edtf, Incident, IncidentReport, Record


@dataclass(frozen=True)
class Telling:
    """One briefing's report of an incident, what the incident's own file states put in its place."""

    record: Record[Briefing]
    number: int
    report: IncidentReport
    type: str
    date: Edtf | None
    location: str

    def line(self, key: str) -> int:
        """The line of a key of this report, or of the report."""
        return self.record.line("incidents", self.number, key)

    @property
    def victims(self) -> frozenset[str]:
        """Those named as victims."""
        return frozenset(part.actor for part in self.report.participants if part.role == "victim")


def tellings(corpus: Corpus) -> Mapping[str, tuple[Telling, ...]]:
    """Incident's id -> its reports, both in order of ids."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for record in corpus.briefings.values():
        for number, report in enumerate(record.data.incidents):
            own = corpus.incidents.get(report.id)
            found[report.id].append(_telling(record, number, report, own.data if own else None))
    return {key: tuple(found[key]) for key in sorted(found)}


def _telling(record: Record[Briefing], number: int, report: IncidentReport, own: Incident | None) -> Telling:
    kind = (own and own.type) or report.type
    day = (own and own.date) or report.date
    place = (own and own.location) or report.location or ""
    return Telling(record, number, report, kind, Edtf.parse(day) if day else None, place)


def days_apart(one: Edtf, two: Edtf) -> int:
    """Days between the nearest days that two dates may mean; 0 where they overlap."""
    if one.overlaps(two):
        return 0
    early, late = (one.last, two.first) if _before(one, two) else (two.last, one.first)
    return ((late or date.max) - (early or date.min)).days


def _before(one: Edtf, two: Edtf) -> bool:
    return one.last is not None and two.first is not None and one.last < two.first
