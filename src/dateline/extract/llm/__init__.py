"""`Seed ─extract─▶ Extraction` by a language model behind an OpenAI-compatible endpoint; an optional extra."""

from dateline.extract.llm.extractor import llm_extractor

__all__ = ["llm_extractor"]
