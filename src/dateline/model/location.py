"""Places: `briefings/locations/ID.md`, the one home of a place's names and coordinates."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from dateline.model.actor import Alias
from dateline.model.fields import Id, Model, PlaceId, Term, Text


class Location(Model):
    """A place that briefings name.

    country   id of the country's own record in `locations/`
    province  name of the first-level division, as text
    lat, lon  WGS 84 degrees of a point that stands for the place; both or neither
    geo_precision  how exactly the point stands for the place (VOCABULARY), absent where not stated
    geonames  the GeoNames number where the place was found there
    """

    id: Id
    name: Text
    aliases: tuple[Alias, ...] = ()
    kind: Annotated[str, Term("place-kinds")] = "unknown"
    description: str = ""
    country: PlaceId | None = None
    province: str = ""
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    geo_precision: Annotated[str, Term("geo-precision")] | None = None
    geonames: int | None = None
    wikidata: str = ""
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[PlaceId, ...] = ()
    former_ids: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _both_or_neither(self) -> "Location":
        if (self.lat is None) != (self.lon is None):
            raise PydanticCustomError("coordinates", "must hold both lat and lon, or neither")
        return self
