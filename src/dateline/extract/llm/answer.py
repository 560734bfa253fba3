"""What a model may answer: the extraction's own data, each with the exact words of the report that it stands on."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.vocabulary import Vocabulary

_QUOTE = "words copied from the report, character for character"


def _slug(name: str) -> Any:
    return Field(json_schema_extra={"x-vocabulary": name})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Words(_Part):
    """Words of the report."""

    quote: str = Field(description=_QUOTE)


class AliasAnswer(Words):
    """Another name of an actor."""

    name: str
    kind: str = _slug("alias-kinds")


class ActorAnswer(Words):
    """A named person, group, state or body."""

    name: str = Field(description="as in the quote")
    kind: str = _slug("actor-kinds")
    aliases: tuple[AliasAnswer, ...] = ()


class PlaceAnswer(Words):
    """A named place."""

    name: str = Field(description="as in the quote")


class DateAnswer(Words):
    """A date."""

    value: str = Field(description="EDTF: 2024-01-04, 2024-01, 2024, 2024-01-03/2024-01-05, 2024-01-04~")


class CountAnswer(Words):
    """A number of people, as a range; both bounds are equal for an exact number."""

    low: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)


class ParticipantAnswer(Words):
    """An actor's part."""

    actor: str = Field(description="the name of one of `actors`")
    role: str = _slug("roles")


class IncidentAnswer(Words):
    """Something that happened."""

    key: str = Field(description="i1, i2, …; claims refer to it")
    type: str = _slug("incident-types")
    date: DateAnswer | None = None
    place: PlaceAnswer | None = None
    fatalities: CountAnswer | None = None
    injured: CountAnswer | None = None
    participants: tuple[ParticipantAnswer, ...] = ()


class ClaimAnswer(Words):
    """What somebody says; the quote holds the words of who says it too."""

    claimant: str = Field(default="", description="the name of one of `actors`, words of the report, or empty")
    stance: str = _slug("stances")
    incident: str = Field(default="", description="the key of an incident, or empty")
    subject: str = Field(default="", description="the name of the actor that it is about, or empty")
    role: str = Field(default="", description="perpetrator, target or victim: what the subject is said to be, or empty")
    unclear: bool = Field(default=False, description="true where nobody is said to know who did it")
    fatalities: CountAnswer | None = None
    injured: CountAnswer | None = None
    text: str = Field(default="", description="what is said, in words copied from the quote, or empty")


class Answer(_Part):
    """All that was found in one part of a report."""

    actors: tuple[ActorAnswer, ...] = ()
    places: tuple[PlaceAnswer, ...] = ()
    dates: tuple[DateAnswer, ...] = ()
    incidents: tuple[IncidentAnswer, ...] = ()
    claims: tuple[ClaimAnswer, ...] = ()


def answer_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """The JSON Schema in the form that endpoints enforce: every key required, closed lists spelled out."""
    return dict(_plain(Answer.model_json_schema(mode="serialization"), vocabulary))


def _plain(node: Any, vocabulary: Vocabulary) -> Any:
    if isinstance(node, list):
        return [_plain(item, vocabulary) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-vocabulary" in node:
        return {"type": "string", "enum": list(vocabulary[node["x-vocabulary"]])}
    if "$ref" in node:
        return {"$ref": node["$ref"]}
    # A `properties` mapping may well have a key called "title"; a schema's own title is a text.
    return {
        key: _plain(value, vocabulary)
        for key, value in node.items()
        if not (key in ("title", "default", "minimum") and not isinstance(value, dict))
    }
