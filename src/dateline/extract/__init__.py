"""`Seed ─extract─▶ Extraction`: who reads a seed, by rules or by a language model."""

from dateline.extract.extractors import find_extractor

__all__ = ["find_extractor"]
