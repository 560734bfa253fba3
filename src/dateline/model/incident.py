"""Incidents with a file of their own: `briefings/incidents/ID.md`, optional."""

from typing import Annotated

from dateline.model.fields import Count, EdtfText, Id, IncidentId, Model, PlaceId, Term


class Incident(Model):
    """What an editor states of an incident once for all briefings; each given field overrides theirs."""

    id: Id
    title: str = ""
    summary: str = ""
    type: Annotated[str, Term("incident-types")] | None = None
    date: EdtfText | None = None
    location: PlaceId | None = None
    geo_precision: Annotated[str, Term("geo-precision")] | None = None
    fatalities: Count | None = None
    injured: Count | None = None
    not_same_as: tuple[IncidentId, ...] = ()
    former_ids: tuple[Id, ...] = ()
