"""What is not known, computed from what is left out or imprecise."""

from collections.abc import Iterator

from dateline.index.entries import Gap
from dateline.model import Count, Edtf
from dateline.vocabulary import Vocabulary

_VAGUE = frozenset({"adm1", "area", "country"})


def incident_gaps(
    incident: str,
    *,
    kind: str,
    date: Edtf | None,
    location: str | None,
    precision: str | None,
    fatalities: Count | None,
    status: str,
    reports: int,
    vocabulary: Vocabulary,
) -> tuple[Gap, ...]:
    """The open questions on one incident, in the order in which a reader would ask them."""
    entry = vocabulary["incident-types"].get(kind)
    armed = bool(entry and entry["category"] == "armed-force")
    questions = [*_when_and_where(date, location, precision), *_who(status)]
    if armed and fatalities is None:
        questions.append(("casualties", "Whether anyone was killed is not reported."))
    if reports == 1:
        questions.append(("second-source", "Only one report is at hand; a second source is wanted."))
    return tuple(Gap(name, incident, words) for name, words in questions)


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
        yield "perpetrator", "No source at hand says who did it."
    elif status == "contested":
        yield "attribution", "Who did it is disputed."
    elif status == "retracted":
        yield "attribution", "A claim of who did it was taken back."
