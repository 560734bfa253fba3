"""Which other briefings a reader may want next, and why."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.index.cited import Cited
from dateline.index.entries import IncidentEntry, Related
from dateline.model import Corpus

_MOST = 6
_COMMON = 200  # an actor or place in more briefings than this says nothing about kinship


def related_to(
    corpus: Corpus, cited: Mapping[str, Cited], incidents: Mapping[str, IncidentEntry]
) -> dict[str, tuple[Related, ...]]:
    """Briefing -> at most six others: the same incident first, then two or more actors in common, then the place."""
    by_actor: dict[str, list[str]] = defaultdict(list)
    by_place: dict[str, list[str]] = defaultdict(list)
    for key in sorted(corpus.briefings):
        for actor in cited[key].actors:
            by_actor[actor].append(key)
        if place := corpus.briefings[key].data.location:
            by_place[place].append(key)
    return {key: _related(key, corpus, cited[key], incidents, by_actor, by_place) for key in corpus.briefings}


def _related(
    key: str,
    corpus: Corpus,
    cited: Cited,
    incidents: Mapping[str, IncidentEntry],
    by_actor: Mapping[str, Sequence[str]],
    by_place: Mapping[str, Sequence[str]],
) -> tuple[Related, ...]:
    briefing = corpus.briefings[key].data
    reasons: dict[str, str] = {}
    for report in briefing.incidents:
        entry = incidents.get(report.id)
        if entry:
            same = f"Reports the same incident: {entry.title}"
            reasons.update({item.briefing: same for item in entry.reports if item.briefing not in reasons})
    for other, names in _sharing(cited, by_actor, corpus):
        reasons.setdefault(other, f"Also names {names}")
    near = by_place.get(briefing.location or "", ())
    for other in _nearest_in_time(briefing.date, near if len(near) <= _COMMON else (), corpus):
        place = corpus.locations.get(briefing.location or "")
        reasons.setdefault(other, f"Also from {place.data.name}" if place else "From the same place")
    reasons.pop(key, None)
    return tuple(Related(other, reason) for other, reason in list(reasons.items())[:_MOST])


def _sharing(cited: Cited, by_actor: Mapping[str, Sequence[str]], corpus: Corpus) -> list[tuple[str, str]]:
    shared: dict[str, list[str]] = defaultdict(list)
    for actor in cited.actors:
        if actor in corpus.actors and len(by_actor[actor]) <= _COMMON:
            for other in by_actor[actor]:
                shared[other].append(corpus.actors[actor].data.name)
    counts = Counter({other: len(names) for other, names in shared.items() if len(names) > 1})
    best = sorted(counts, key=lambda other: (-counts[other], other))[: _MOST + 1]
    return [(other, _list(shared[other])) for other in best]


def _list(names: Sequence[str]) -> str:
    shown = [*names[:3], f"{len(names) - 3} more"] if len(names) > 4 else list(names)
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def _nearest_in_time(date: str, keys: Sequence[str], corpus: Corpus) -> list[str]:
    origin = datetime.date.fromisoformat(date)
    return sorted(
        keys,
        key=lambda other: (
            abs((datetime.date.fromisoformat(corpus.briefings[other].data.date) - origin).days),
            other,
        ),
    )
