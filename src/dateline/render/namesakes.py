"""An actor and a place of one name: which of them a mention means, as far as the front matter tells."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.index.cited import cited_in
from dateline.index.entries import NameTarget
from dateline.model import Briefing, Corpus
from dateline.model.names import all_names


@dataclass(frozen=True)
class Namesakes:
    """The pairs of one briefing, and which records each of its quotes is about.

    pairs  (kind, id) -> the other of the pair
    about  quote id -> the records that rest on its words
    """

    pairs: Mapping[tuple[str, str], tuple[str, str]]
    about: Mapping[str, frozenset[tuple[str, str]]]

    def meant(self, target: NameTarget, quotes: tuple[str, ...]) -> NameTarget:
        """The namesake where the words around the mention are cited for it and not for the target."""
        own = (target.kind, target.ids[0])
        other = self.pairs.get(own)
        if other is None or len(target.ids) > 1:
            return target
        told = frozenset[tuple[str, str]]().union(*(self.about.get(quote, frozenset()) for quote in quotes))
        return NameTarget(other[0], (other[1],)) if other in told and own not in told else target


def namesakes(corpus: Corpus, briefing: Briefing) -> Namesakes:
    """An actor and a place are a pair where the briefing cites both and they share a name."""
    cited = cited_in(briefing)
    places = {
        name: key
        for key in cited.locations
        if key in corpus.locations
        for name in all_names(corpus.locations[key].data)
    }
    pairs: dict[tuple[str, str], tuple[str, str]] = {}
    for key in (key for key in cited.actors if key in corpus.actors):
        place = next((places[name] for name in all_names(corpus.actors[key].data) if name in places), None)
        if place:
            pairs |= {("actor", key): ("location", place), ("location", place): ("actor", key)}
    return Namesakes(pairs, _about(briefing))


def _about(briefing: Briefing) -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in briefing.claims:
        speaking = (claim.claimant.actor, claim.about.actor)
        found[claim.quote or ""] |= {("actor", actor) for actor in speaking if actor}
    for report in briefing.incidents:
        if report.location:
            found[report.quote or ""].add(("location", report.location))
        for part in report.participants:
            found[part.quote or ""].add(("actor", part.actor))
    return {quote: frozenset(records) for quote, records in found.items() if quote}
