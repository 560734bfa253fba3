"""Which other briefings a reader may want next, and why."""

import datetime
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge, nsmallest
from itertools import chain, islice
from operator import itemgetter

from dateline.index.cited import Named
from dateline.index.entries import IncidentEntry
from dateline.index.ties import Related
from dateline.kept import KeptParts
from dateline.model import Actor, Briefing, Corpus, Location, Record

_MOST = 6
_COMMON = 200  # an actor or place in more briefings than this says nothing about kinship


def related_to(
    corpus: Corpus, named: Mapping[str, Named], incidents: Mapping[str, IncidentEntry], kept: KeptParts
) -> dict[str, tuple[Related, ...]]:
    """Briefing -> at most six others: the same incident first, then two or more actors in common, then the place."""
    by_actor: dict[str, list[str]] = defaultdict(list)
    by_place: dict[str, list[Record[Briefing]]] = defaultdict(list)
    for key, record in sorted(corpus.briefings.items()):
        for actor in named[key].actors:
            by_actor[actor].append(record.stem)
        if record.data.location:
            by_place[record.data.location].append(record)
    sharing = {key: kept.of(_Sharing, corpus.actors[key], kept.row(found)) for key, found in by_actor.items()}
    places = {
        key: kept.of(_FiledFrom, corpus.locations.get(key), *found)
        for key, found in by_place.items()
        if len(found) <= _COMMON
    }
    return {
        key: kept.of(
            _related,
            record,
            kept.row([incidents[report.id] for report in record.data.incidents if report.id in incidents]),
            places.get(record.data.location or ""),
            *(sharing[actor] for actor in named[key].actors if len(by_actor[actor]) <= _COMMON),
        )
        for key, record in corpus.briefings.items()
    }


@dataclass(frozen=True)
class _Sharing:
    """The briefings that name an actor, by id."""

    actor: Record[Actor]
    briefings: tuple[str, ...]


def _related(
    record: Record[Briefing], entries: Sequence[IncidentEntry], place: "_FiledFrom | None", *sharing: _Sharing
) -> tuple[Related, ...]:
    """place, sharing: those that tell of kinship."""
    reasons: dict[str, str] = {}
    for entry in entries:
        for item in entry.reports[: _MOST + 1]:
            reasons.setdefault(item.briefing, f"Reports the same incident: {entry.title}")
    for other, names in _in_common(sharing):
        reasons.setdefault(other, f"Also names {names}")
    if place:
        near = (other for other in place.nearest(record.data.date) if other not in reasons)
        reasons.update(dict.fromkeys(islice(near, max(0, _MOST + 1 - len(reasons))), place.reason))
    reasons.pop(record.stem, None)
    return tuple(Related(other, reason) for other, reason in islice(reasons.items(), _MOST))


def _in_common(sharing: Sequence[_Sharing]) -> list[tuple[str, str]]:
    """The briefings that name two or more of these actors, and their names; those that name most first."""
    counts = Counter(chain.from_iterable(one.briefings for one in sharing))
    best = nsmallest(_MOST + 1, ((-count, other) for other, count in counts.items() if count > 1))
    return [(other, _list([one.actor.data.name for one in sharing if other in one.briefings])) for _, other in best]


def _list(names: Sequence[str]) -> str:
    shown = [*names[:3], f"{len(names) - 3} more"] if len(names) > 4 else list(names)
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


class _FiledFrom:
    """The briefings of a place in the order of their days: the nearest are found without a look at the others."""

    def __init__(self, place: Record[Location] | None, *records: Record[Briefing]) -> None:
        self.reason = f"Also from {place.data.name}" if place else "From the same place"
        days = [(datetime.date.fromisoformat(record.data.date).toordinal(), record.stem) for record in records]
        self._forwards = sorted(days)
        self._backwards = sorted((-day, key) for day, key in days)

    def nearest(self, date: str) -> Iterator[str]:
        """All of them, the nearest in time first; of two on days as near, by id."""
        day = datetime.date.fromisoformat(date).toordinal()
        first = itemgetter(0)
        later = islice(self._forwards, bisect_left(self._forwards, day, key=first), None)
        earlier = islice(self._backwards, bisect_right(self._backwards, -day, key=first), None)
        near = merge(((found - day, key) for found, key in later), ((found + day, key) for found, key in earlier))
        return (key for _, key in near)
