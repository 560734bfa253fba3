"""Beginnings: a site of one's own, and files for records with hints; nothing that is there is ever written over."""

from dateline.scaffold.record import NewRecord, new_actor, new_briefing, new_incident, new_location
from dateline.scaffold.site import Initialized, init_site

__all__ = [
    "Initialized",
    "NewRecord",
    "init_site",
    "new_actor",
    "new_briefing",
    "new_incident",
    "new_location",
]
