"""`briefings/ ─load─▶ Corpus`: every file read, validated and put in its place."""

from dateline.load.corpus import corpus_of, load_corpus
from dateline.load.kinds import model_of

__all__ = ["corpus_of", "load_corpus", "model_of"]
