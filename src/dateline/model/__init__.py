"""The values that flow through Dateline: frozen, typed, and free of disk, engine and templates."""

from dateline.model.actor import Actor, Alias, MaybeSame
from dateline.model.briefing import (
    About,
    Briefing,
    Claim,
    Claimant,
    Drafting,
    IncidentReport,
    Participant,
    Quote,
    Source,
    Statement,
    Update,
)
from dateline.model.corpus import Corpus, Record
from dateline.model.edtf import Edtf
from dateline.model.fields import Count, Model
from dateline.model.incident import Incident
from dateline.model.location import Location
from dateline.model.page import Page, PlainPage
from dateline.model.problem import Problem
from dateline.model.seed import Seed

__all__ = [
    "About",
    "Actor",
    "Alias",
    "Briefing",
    "Claim",
    "Claimant",
    "Corpus",
    "Count",
    "Drafting",
    "Edtf",
    "Incident",
    "IncidentReport",
    "Location",
    "MaybeSame",
    "Model",
    "Page",
    "Participant",
    "PlainPage",
    "Problem",
    "Quote",
    "Record",
    "Seed",
    "Source",
    "Statement",
    "Update",
]
