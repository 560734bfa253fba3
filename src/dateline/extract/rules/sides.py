"""Doers who cannot be one told by two names: a state and a group that fights, two states."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from dateline.facts.extraction import ActorAt, FoundActor, PlaceAt, by_position
from dateline.text.lexicon import word_set


@dataclass(frozen=True)
class Side:
    """A state's own, with its country's position, or a group that fights a state."""

    of_state: bool
    country: PlaceAt | None = None

    def is_other_than(self, other: "Side") -> bool:
        """True where both are told clearly enough to say so."""
        if self.of_state != other.of_state:
            return True
        return None not in (self.country, other.country) and self.of_state and self.country != other.country


def sides_of(actors: Sequence[FoundActor]) -> Mapping[ActorAt, Side]:
    """By the actors' positions; who is on no side for sure, as a coalition or a person, is left out."""
    states, groups = word_set("attribution", "of-state"), word_set("attribution", "against-state")
    return {
        number: Side(actor.kind in states, actor.country)
        for number, actor in by_position(actors)
        if actor.kind in states | groups
    }


def are_apart(sides: Mapping[ActorAt, Side], some: Set[ActorAt], others: Set[ActorAt]) -> bool:
    """True where none of the ones can be any of the others."""
    pairs = [(sides.get(one), sides.get(other)) for one in some for other in others if one != other]
    known = [(one, other) for one, other in pairs if one and other]
    return len(known) == len(some) * len(others) > 0 and all(one.is_other_than(other) for one, other in known)
