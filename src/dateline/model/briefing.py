"""A briefing's front matter, in the order in which its keys are written."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from dateline.model.fields import (
    ActorId,
    Count,
    Day,
    EdtfText,
    Id,
    IncidentId,
    Language,
    Model,
    PlaceId,
    Sha256,
    Term,
    Text,
    Url,
)
from dateline.model.visible import visible


class Statement(Model):
    """A sentence of the briefing and the quote that it rests on."""

    text: Text
    quote: Id | None = None


class Source(Model):
    """Where the words come from. `seed` and `sha256` name the frozen text."""

    id: Id
    seed: str = ""
    sha256: Sha256 | None = None
    type: Annotated[str, Term("source-types")] = "unknown"
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: Url | None = None
    archive_url: Url | None = None
    published: Day | None = None
    reliability: Annotated[str, Term("reliability")] | None = None
    credibility: Annotated[str, Term("credibility")] | None = None


def _visible_words(value: str) -> str:
    words = visible(value)
    if not words:
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return words


class Quote(Model):
    """Exact words of a source (a W3C TextQuoteSelector); prefix and suffix only where needed to be unique.

    Invisible characters are dropped, as they are from seeds: a quote copied with its soft hyphens is verified.
    """

    source: Id
    exact: Annotated[Text, AfterValidator(_visible_words)]
    prefix: Annotated[str, AfterValidator(visible)] = ""
    suffix: Annotated[str, AfterValidator(visible)] = ""

    model_config = {**Model.model_config, "str_strip_whitespace": False}


class Participant(Model):
    """An actor's part in an incident, with the words that say so."""

    actor: ActorId
    role: Annotated[str, Term("roles")]
    quote: Id | None = None


class IncidentReport(Model):
    """What this briefing says of an incident; `id` is shared by all briefings that report it."""

    id: IncidentId
    type: Annotated[str, Term("incident-types")]
    title: str = ""
    date: EdtfText | None = None
    location: PlaceId | None = None
    geo_precision: Annotated[str, Term("geo-precision")] | None = None
    fatalities: Count | None = None
    injured: Count | None = None
    quote: Id | None = None
    participants: tuple[Participant, ...] = ()


class Claimant(Model):
    """Who says it: an actor with a record, a name or description, or the source itself."""

    actor: ActorId | None = None
    name: str = ""
    source: Id | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> "Claimant":
        if sum(map(bool, (self.actor, self.name, self.source))) != 1:
            raise PydanticCustomError("claimant", "must hold exactly one of actor, name and source")
        return self


class About(Model):
    """What is claimed: an actor in a role, that the role is unclear, a number of people, or a text."""

    actor: ActorId | None = None
    role: Annotated[str, Term("roles")] | None = None
    unclear: bool = False
    fatalities: Count | None = None
    injured: Count | None = None
    text: str = ""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Callable[[Any], Any]) -> Any:
        """A plain text is allowed too."""
        return {"anyOf": [handler(schema), {"type": "string", "minLength": 1}]}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_one_thing(self) -> "About":
        if not (self.role or self.fatalities or self.injured or self.text):
            raise PydanticCustomError("about", "must hold a role, fatalities, injured or a text")
        if self.role and not self.actor and not self.unclear and not self.text:
            raise PydanticCustomError("about", "must name the actor of the role, or say unclear: true")
        return self


class Claim(Model):
    """One voice on one point, in its own words."""

    id: Id
    incident: IncidentId | None = None
    claimant: Claimant
    stance: Annotated[str, Term("stances")]
    about: About
    quote: Id | None = None


class Drafting(Model):
    """What wrote the first version: extractor and model with their versions."""

    extractor: Text
    model: str = ""


class Update(Model):
    """A dated note on what was changed after publication."""

    date: Day
    kind: Annotated[str, Term("update-kinds")]
    text: Text


class Briefing(Model):
    """The front matter of `briefings/ID.md`."""

    id: Id
    title: Text
    date: Day
    language: Language | None = None
    standfirst: Statement | None = None
    key_points: tuple[Statement, ...] = ()
    location: PlaceId | None = None
    actors: tuple[ActorId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    incidents: tuple[IncidentReport, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: dict[Id, Quote] = {}
    review: Annotated[str, Term("review")] = "draft"
    review_reason: str = ""
    drafted: Drafting | None = None
    updates: tuple[Update, ...] = ()
    former_ids: tuple[Id, ...] = ()
