"""`Extraction`: what an extractor finds in a seed, what it knows beforehand, and how its findings are verified.

This is what an extractor of another package imports.
"""

from dateline.facts.contract import Extractor, ExtractorStoppedError, UnreadSeedError
from dateline.facts.extraction import (
    ActorAt,
    Evidence,
    Extraction,
    FoundActor,
    FoundAlias,
    FoundClaim,
    FoundCount,
    FoundDate,
    FoundIncident,
    FoundPart,
    FoundPlace,
    IncidentAt,
    PlaceAt,
    Suggestion,
    by_position,
)
from dateline.facts.registry import Registry
from dateline.facts.verify import verified
from dateline.text.span import Span

__all__ = [
    "ActorAt",
    "Evidence",
    "Extraction",
    "Extractor",
    "ExtractorStoppedError",
    "FoundActor",
    "FoundAlias",
    "FoundClaim",
    "FoundCount",
    "FoundDate",
    "FoundIncident",
    "FoundPart",
    "FoundPlace",
    "IncidentAt",
    "PlaceAt",
    "Registry",
    "Span",
    "Suggestion",
    "UnreadSeedError",
    "by_position",
    "verified",
]
