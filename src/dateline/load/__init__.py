"""`briefings/ ─load─▶ Corpus`: every file read, validated and put in its place."""

from dateline.load.corpus import LoadedRecord, load_corpus

__all__ = ["LoadedRecord", "load_corpus"]
