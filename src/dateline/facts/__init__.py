"""`Extraction`: what an extractor finds in a seed, what it knows beforehand, and how its findings are verified.

This is what an extractor of another package imports.
"""

from dateline.facts.contract import Extractor, ExtractorStoppedError, UnreadSeedError
from dateline.facts.extraction import (
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
    Suggestion,
)
from dateline.facts.registry import Registry
from dateline.facts.verify import verified
from dateline.text.span import Span

__all__ = [
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
    "Registry",
    "Span",
    "Suggestion",
    "UnreadSeedError",
    "verified",
]
