"""Which records a briefing refers to, in any of its keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from dateline.kept import KeptParts
from dateline.model import Actor, Briefing, Corpus, Location, Record

T = TypeVar("T")


@dataclass(frozen=True)
class Cited:
    """Ids in the order in which the front matter first gives them."""

    actors: tuple[str, ...]
    locations: tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """The records that a briefing refers to, by id, in the order of `Cited`; an id without a record is left out."""

    actors: Mapping[str, Record[Actor]]
    locations: Mapping[str, Record[Location]]


def cited_in(briefing: Briefing) -> Cited:
    """Actors listed, taking part, claiming or claimed about; the dateline, further places, incidents' places."""
    actors = [*briefing.actors]
    actors += [part.actor for incident in briefing.incidents for part in incident.participants]
    for claim in briefing.claims:
        actors += [actor for actor in (claim.claimant.actor, claim.about.actor) if actor]
    places = [briefing.location, *briefing.places, *(incident.location for incident in briefing.incidents)]
    return Cited(tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(place for place in places if place)))


def named_in(corpus: Corpus, cited: Mapping[str, Cited], kept: KeptParts) -> dict[str, Named]:
    """Briefing -> the records that it refers to."""
    actors, locations = corpus.actors, corpus.locations
    return {
        key: kept.of(
            Named,
            kept.of(_by_id, *(actors[actor] for actor in ids.actors if actor in actors)),
            kept.of(_by_id, *(locations[place] for place in ids.locations if place in locations)),
        )
        for key, ids in cited.items()
    }


def _by_id(*records: Record[T]) -> Mapping[str, Record[T]]:
    return {record.stem: record for record in records}
