"""`Corpus ─index─▶ Index`: what each page shows, linked by id, with every status computed."""

from dateline.index.build import build_index
from dateline.index.entries import Index

__all__ = ["Index", "build_index"]
