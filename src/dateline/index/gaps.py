"""What is not known, computed from what is left out or imprecise."""

from collections.abc import Iterator

from dateline.index.entries import Gap, IncidentEntry
from dateline.model import Edtf

_VAGUE = frozenset({"adm1", "area", "country", "region"})


def incident_gaps(entry: IncidentEntry) -> tuple[Gap, ...]:
    """The open questions on one incident, in the order in which a reader would ask them."""
    questions = [*_when_and_where(entry.date, entry.location, entry.geo_precision), *_who(entry.status)]
    if entry.category == "armed-force" and entry.fatalities is None:
        questions.append(("casualties", "Whether anyone was killed is not reported."))
    if len(entry.reports) == 1:
        questions.append(("second-source", "Only one report is at hand; a second source is wanted."))
    return tuple(Gap(name, entry.id, words) for name, words in questions)


def _when_and_where(date: Edtf | None, location: str | None, precision: str | None) -> Iterator[tuple[str, str]]:
    if date is None:
        yield "date", "When it happened is not reported."
    elif date.precision != "day":
        yield "date", "The exact day is not reported."
    if location is None:
        yield "place", "Where it happened is not reported."
    elif precision in _VAGUE:
        yield "place-precision", "The place is known only roughly."


def _who(status: str) -> Iterator[tuple[str, str]]:
    if status == "unattributed":
        yield "perpetrator", "No source at hand names who did it."
    elif status == "contested":
        yield "attribution", "Who did it is disputed."
    elif status == "retracted":
        yield "attribution", "A claim of who did it was taken back."
