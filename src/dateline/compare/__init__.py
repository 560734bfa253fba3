"""`(Side, Side) ─compare─▶ Comparison`: what a change of content does, before anybody publishes it."""

from dateline.compare.compare import TOPICS, compare
from dateline.compare.formats import FORMATS, LIMIT, format_comparison
from dateline.compare.report import Change, Comparison, Section
from dateline.compare.side import Side

__all__ = ["FORMATS", "LIMIT", "TOPICS", "Change", "Comparison", "Section", "Side", "compare", "format_comparison"]
