"""`Extraction ─compose─▶ draft text ─merge─▶ briefings/`: a briefing for each seed that none cites."""

from dateline.draft.compose import Draft, compose
from dateline.draft.explain import Explained, explain_seed
from dateline.draft.one import UndatedSeedError, drafted_text
from dateline.draft.provenance import Field, provenance
from dateline.draft.refresh import refresh_briefings
from dateline.draft.report import Proposal, RefreshReport
from dateline.draft.write import DraftReport, draft_seeds

__all__ = [
    "Draft",
    "DraftReport",
    "Explained",
    "Field",
    "Proposal",
    "RefreshReport",
    "UndatedSeedError",
    "compose",
    "draft_seeds",
    "drafted_text",
    "explain_seed",
    "provenance",
    "refresh_briefings",
]
