"""Field types that all records share, each with its check and its JSON Schema."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError, core_schema

from dateline.model.edtf import Edtf


class Model(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


@dataclass(frozen=True)
class Term:
    """Marks a text that must be in a closed list.

    The list is looked up in the validation context (`{"vocabulary": Vocabulary}`); without one any slug
    passes. The JSON Schema carries `x-vocabulary`, which `dateline schema` turns into an enumeration.
    """

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Validate the text, then look it up."""
        return core_schema.with_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> Any:
        """A string, with the name of its list."""
        return {"type": "string", "x-vocabulary": self.vocabulary}

    def _known(self, value: str, info: Any) -> str:
        lists = (info.context or {}).get("vocabulary")
        if lists is None or value in lists[self.vocabulary]:
            return value
        raise PydanticCustomError(
            "term", "{fault}", {"fault": lists.fault(self.vocabulary, value), "vocabulary": self.vocabulary}
        )


@dataclass(frozen=True)
class IdOf:
    """Marks an id by the kind of record that it names: `actor`, `location` or `incident`.

    The JSON Schema carries it as `x-id`, so that `dateline schema --with-ids` can offer the ids that there are.
    """

    kind: str

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> Any:
        """The schema of an id, with the kind of record."""
        return {**handler(schema), "x-id": self.kind}


def _is_date(value: str) -> str:
    parsed = Edtf.parse(value)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value) or parsed is None:
        raise PydanticCustomError("day", "must be a day as YYYY-MM-DD, not '{value}'", {"value": value})
    return value


def _is_edtf(value: str) -> str:
    if Edtf.parse(value) is None:
        raise PydanticCustomError(
            "edtf",
            "must be an EDTF date such as 2024-01-04, 2024-01, 2024-01-03/2024-01-05 or 2024-01-04~, not '{value}'",
            {"value": value},
        )
    return value


def _is_url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", value):
        raise PydanticCustomError("url", "must be a web address (https://…), not '{value}'", {"value": value})
    return value


def _is_id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise PydanticCustomError(
            "id",
            "must be an id of lower-case letters, digits and single hyphens, not '{value}'",
            {"value": value},
        )
    return value


def _is_language(value: str) -> str:
    if not LANGUAGE_PATTERN.fullmatch(value):
        raise PydanticCustomError(
            "language", "must be a language as BCP 47 has it, such as de or pt-BR, not '{value}'", {"value": value}
        )
    return value


LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Id = Annotated[str, AfterValidator(_is_id), Field(json_schema_extra={"pattern": f"^{ID_PATTERN.pattern}$"})]
ActorId = Annotated[Id, IdOf("actor")]
PlaceId = Annotated[Id, IdOf("location")]
IncidentId = Annotated[Id, IdOf("incident")]
Text = Annotated[str, StringConstraints(min_length=1)]
Day = Annotated[str, AfterValidator(_is_date), Field(json_schema_extra={"format": "date"})]
EdtfText = Annotated[str, AfterValidator(_is_edtf)]
Url = Annotated[str, AfterValidator(_is_url), Field(json_schema_extra={"format": "uri"})]
Language = Annotated[
    str, AfterValidator(_is_language), Field(json_schema_extra={"pattern": f"^{LANGUAGE_PATTERN.pattern}$"})
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
People = Annotated[int, Field(ge=0)]


class Count(Model):
    """A number of people as a range; each bound may be left out, 0 means reported as none."""

    low: People | None = None
    best: People | None = None
    high: People | None = None

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Callable[[Any], Any]) -> Any:
        """A plain number is allowed too: both bounds."""
        return {"anyOf": [handler(schema), {"type": "integer", "minimum": 0}]}

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: Any) -> Any:
        if not isinstance(value, str | int):
            return value
        if not str(value).isdecimal():
            raise PydanticCustomError(
                "count", "must be a number, or hold low, best or high, not '{value}'", {"value": value}
            )
        return {"low": value, "high": value}

    @model_validator(mode="after")
    def _in_order(self) -> "Count":
        bounds = [bound for bound in (self.low, self.best, self.high) if bound is not None]
        if not bounds:
            raise PydanticCustomError("count", "must hold low, best or high; leave the key out if not reported")
        if bounds != sorted(bounds):
            raise PydanticCustomError("count", "must hold low <= best <= high")
        return self


__all__ = [
    "ActorId",
    "Count",
    "Day",
    "EdtfText",
    "Id",
    "IncidentId",
    "Language",
    "Model",
    "People",
    "PlaceId",
    "Sha256",
    "Term",
    "Text",
    "Url",
]
