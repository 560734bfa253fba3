"""Which other briefings a reader may want next, and why."""

import datetime
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge, nsmallest
from itertools import chain, islice
from operator import itemgetter

from dateline.index.cited import Cited
from dateline.index.entries import IncidentEntry, Related
from dateline.model import Briefing, Corpus, Record

_MOST = 6
_COMMON = 200  # an actor or place in more briefings than this says nothing about kinship


def related_to(
    corpus: Corpus, cited: Mapping[str, Cited], incidents: Mapping[str, IncidentEntry]
) -> dict[str, tuple[Related, ...]]:
    """Briefing -> at most six others: the same incident first, then two or more actors in common, then the place."""
    by_actor: dict[str, list[str]] = defaultdict(list)
    by_place: dict[str, list[Record[Briefing]]] = defaultdict(list)
    for key, record in sorted(corpus.briefings.items()):
        for actor in cited[key].actors:
            by_actor[actor].append(key)
        if record.data.location:
            by_place[record.data.location].append(record)
    places = {place: _FiledFrom(found) for place, found in by_place.items() if len(found) <= _COMMON}
    return {key: _related(key, corpus, cited, incidents, by_actor, places) for key in corpus.briefings}


def _related(
    key: str,
    corpus: Corpus,
    cited: Mapping[str, Cited],
    incidents: Mapping[str, IncidentEntry],
    by_actor: Mapping[str, Sequence[str]],
    places: Mapping[str, "_FiledFrom"],
) -> tuple[Related, ...]:
    briefing = corpus.briefings[key].data
    reasons: dict[str, str] = {}
    for entry in (incidents[report.id] for report in briefing.incidents if report.id in incidents):
        for item in entry.reports[: _MOST + 1]:
            reasons.setdefault(item.briefing, f"Reports the same incident: {entry.title}")
    for other, names in _sharing(key, cited, by_actor, corpus):
        reasons.setdefault(other, f"Also names {names}")
    if briefing.location and briefing.location in places:
        place = corpus.locations.get(briefing.location)
        why = f"Also from {place.data.name}" if place else "From the same place"
        near = (other for other in places[briefing.location].nearest(briefing.date) if other not in reasons)
        reasons.update(dict.fromkeys(islice(near, max(0, _MOST + 1 - len(reasons))), why))
    reasons.pop(key, None)
    return tuple(Related(other, reason) for other, reason in islice(reasons.items(), _MOST))


def _sharing(
    key: str, cited: Mapping[str, Cited], by_actor: Mapping[str, Sequence[str]], corpus: Corpus
) -> list[tuple[str, str]]:
    """The briefings with two or more actors in common, and the names of those; most in common first."""
    telling = [actor for actor in cited[key].actors if actor in corpus.actors and len(by_actor[actor]) <= _COMMON]
    counts = Counter(chain.from_iterable(by_actor[actor] for actor in telling))
    several = ((-count, other) for other, count in counts.items() if count > 1)
    best = [other for _, other in nsmallest(_MOST + 1, several)]
    return [
        (other, _list([corpus.actors[actor].data.name for actor in telling if actor in cited[other].actors]))
        for other in best
    ]


def _list(names: Sequence[str]) -> str:
    shown = [*names[:3], f"{len(names) - 3} more"] if len(names) > 4 else list(names)
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


class _FiledFrom:
    """The briefings of a place in the order of their days: the nearest are found without a look at the others."""

    def __init__(self, records: Iterable[Record[Briefing]]) -> None:
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
