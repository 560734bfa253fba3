"""`Extraction ─compose─▶ draft text`: records and Markdown, every stated fact with its quote."""

from dateline.draft.compose.briefing import Draft, Wanted, compose

__all__ = ["Draft", "Wanted", "compose"]
