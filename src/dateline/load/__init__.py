"""`briefings/ ─load─▶ Corpus`: every file read, validated and put in its place."""

from dateline.load.corpus import load_corpus

__all__ = ["load_corpus"]
