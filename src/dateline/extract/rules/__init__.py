"""`Seed ─extract─▶ Extraction` by rules over a parsed text: embedded, deterministic, offline."""

from dateline.extract.rules.extract import rules_extractor

__all__ = ["rules_extractor"]
