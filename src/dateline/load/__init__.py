"""`briefings/ ─load─▶ Corpus`: every file read, validated and put in its place."""

from dateline.load.corpus import LoadedRecord, corpus_of, load_corpus
from dateline.load.kinds import model_of

__all__ = ["LoadedRecord", "corpus_of", "load_corpus", "model_of"]
