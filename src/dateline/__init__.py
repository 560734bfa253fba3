"""Dateline: annotated briefings, each fact with its verified quote, as a static site."""

__version__ = "0.1.0"
