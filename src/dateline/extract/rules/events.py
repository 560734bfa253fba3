"""What incidents are made of: the scene in which they are sought, and events in the making."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.extract.rules.casualties import Casualty
from dateline.extract.rules.discourse import Antecedent
from dateline.extract.rules.language import Reading, SentenceAt, TokenAt
from dateline.extract.rules.parts import Part
from dateline.extract.rules.sides import Side
from dateline.extract.rules.triggers import Trigger
from dateline.facts.extraction import ActorAt, Evidence, FoundDate, FoundPlace, PlaceAt


@dataclass(frozen=True)
class Scene:
    """The text with what is known of it when incidents are sought.

    actor_at     token -> position of the actor
    fighters     actors that may be called doers by the grammar alone
    home         the country in which the report plays, by its position
    grounds      the places, the dateline's with the words that stand for it: “here”, “in this city”
    sides        actors that are a state's own or groups that fight one
    antecedents  pronouns and definite nouns -> whom they stand for
    genre        what kind of report it is, as in source-types
    town         the place of the dateline
    recalled     definite nouns for deeds -> the word that reports the deed that they name again
    """

    reading: Reading
    actor_at: Mapping[TokenAt, ActorAt]
    persons: frozenset[ActorAt]
    fighters: frozenset[ActorAt]
    places: tuple[FoundPlace, ...]
    dates: tuple[FoundDate, ...]
    report: date | None
    home: PlaceAt | None = None
    grounds: tuple[FoundPlace, ...] = ()
    sides: Mapping[ActorAt, Side] = field(default_factory=dict)
    antecedents: Mapping[TokenAt, Antecedent] = field(default_factory=dict)
    genre: str = "unknown"
    town: PlaceAt | None = None
    recalled: Mapping[TokenAt, TokenAt] = field(default_factory=dict)

    def sentence_of(self, trigger: Trigger) -> SentenceAt:
        """The number of the sentence in which a trigger stands."""
        return self.reading.tokens[trigger.head].sentence


@dataclass
class Event:
    """An incident in the making: the words that report it, the newest last, and what their sentences tell.

    sentences  number -> what ties the sentence to the event; from no other sentence comes any value
    told       field -> what tells its value
    mentions   what may be it, which is not proved
    doubts     days that are told with what may be it in the next sentence
    quoted     somebody is said to say so: of a deed about which people differ
    is_sum     one of its words is for several deeds: “a wave of attacks across Iraq”
    """

    type: str
    generic: bool
    triggers: list[Trigger]
    date: str = ""
    place: PlaceAt | None = None
    parts: list[Part] = field(default_factory=list)
    casualties: list[Casualty] = field(default_factory=list)
    sentences: dict[SentenceAt, str] = field(default_factory=dict)
    told: dict[str, Evidence] = field(default_factory=dict)
    mentions: list["Event"] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    quoted: bool = False
    is_sum: bool = False
