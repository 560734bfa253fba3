"""Which records a briefing refers to, in any of its keys."""

from dataclasses import dataclass

from dateline.model import Briefing


@dataclass(frozen=True)
class Cited:
    """Ids in the order in which the front matter first gives them."""

    actors: tuple[str, ...]
    locations: tuple[str, ...]


def cited_in(briefing: Briefing) -> Cited:
    """Actors listed, taking part, claiming or claimed about; the dateline, further places, incidents' places."""
    actors = [*briefing.actors]
    actors += [part.actor for incident in briefing.incidents for part in incident.participants]
    for claim in briefing.claims:
        actors += [actor for actor in (claim.claimant.actor, claim.about.actor) if actor]
    places = [briefing.location, *briefing.places, *(incident.location for incident in briefing.incidents)]
    return Cited(tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(place for place in places if place)))
