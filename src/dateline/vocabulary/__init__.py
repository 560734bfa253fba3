"""Closed lists of values, read from data files that contributors can extend."""

from dateline.vocabulary.lists import Entry, Vocabulary, load_vocabulary

__all__ = ["Entry", "Vocabulary", "load_vocabulary"]
