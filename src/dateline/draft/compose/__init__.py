"""`Extraction ─compose─▶ draft text`: records and Markdown, every stated fact with its quote."""

from dateline.draft.compose.briefing import Draft, compose

__all__ = ["Draft", "compose"]
