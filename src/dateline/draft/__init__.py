"""`Seed ─extract─▶ Extraction ─compose─▶ draft text`: a briefing for each seed that none cites."""

from dateline.draft.compose import Draft, compose
from dateline.draft.contract import Extractor, ExtractorStoppedError, UnreadSeedError
from dateline.draft.explain import Explained, explain_seed
from dateline.draft.extraction import (
    Extraction,
    FoundActor,
    FoundAlias,
    FoundClaim,
    FoundCount,
    FoundDate,
    FoundIncident,
    FoundPart,
    FoundPlace,
    Span,
    Suggestion,
)
from dateline.draft.extractors import find_extractor
from dateline.draft.one import UndatedSeedError, drafted_text
from dateline.draft.provenance import Field, provenance
from dateline.draft.refresh import refresh_briefings
from dateline.draft.registry import Registry
from dateline.draft.report import Proposal, RefreshReport
from dateline.draft.verify import verified
from dateline.draft.write import DraftReport, draft_seeds

__all__ = [
    "Draft",
    "DraftReport",
    "Explained",
    "Extraction",
    "Extractor",
    "ExtractorStoppedError",
    "Field",
    "FoundActor",
    "FoundAlias",
    "FoundClaim",
    "FoundCount",
    "FoundDate",
    "FoundIncident",
    "FoundPart",
    "FoundPlace",
    "Proposal",
    "RefreshReport",
    "Registry",
    "Span",
    "Suggestion",
    "UndatedSeedError",
    "UnreadSeedError",
    "compose",
    "draft_seeds",
    "drafted_text",
    "explain_seed",
    "find_extractor",
    "provenance",
    "refresh_briefings",
    "verified",
]
