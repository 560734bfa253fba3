"""Actors: `briefings/actors/ID.md`, the one home of an actor's names."""

from typing import Annotated

from dateline.model.fields import ActorId, Id, Model, PlaceId, Term, Text


class Alias(Model):
    """Another name of an actor or place.

    quote    `BRIEFING-ID#QUOTE-ID`: the words that give this name
    used_by  who says it so (an actor's id, or a publisher's name)
    lang     BCP 47 tag where the name is in another language or script
    """

    name: Text
    kind: Annotated[str, Term("alias-kinds")] = "full"
    lang: str = ""
    used_by: str = ""
    quote: str = ""


class MaybeSame(Model):
    """Another record that may be the same, and why one may think so."""

    actor: ActorId
    basis: Text


class Actor(Model):
    """A person, group, state or body that briefings name."""

    id: Id
    name: Text
    aliases: tuple[Alias, ...] = ()
    kind: Annotated[str, Term("actor-kinds")] = "unknown"
    description: str = ""
    country: PlaceId | None = None
    member_of: tuple[ActorId, ...] = ()
    part_of: tuple[ActorId, ...] = ()
    wikidata: str = ""
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[ActorId, ...] = ()
    maybe_same_as: tuple[MaybeSame, ...] = ()
    former_ids: tuple[Id, ...] = ()
