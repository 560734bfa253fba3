"""The Markdown below the front matter, as the rules on texts and links read it."""

from collections.abc import Iterator
from functools import lru_cache

from markdown_it.token import Token

from dateline.markdown import markdown_parser
from dateline.model import Actor, Briefing, Corpus, Incident, Location, PlainPage, Record

AnyRecord = Record[Briefing] | Record[Actor] | Record[Location] | Record[Incident] | Record[PlainPage]


def prose_records(corpus: Corpus) -> Iterator[AnyRecord]:
    """Every file that people write."""
    for group in (corpus.briefings, corpus.actors, corpus.locations, corpus.incidents, corpus.pages):
        yield from group.values()


def inline_tokens(corpus: Corpus) -> Iterator[tuple[AnyRecord, int, Token]]:
    """(record, 1-based line of the block, token) of each link and image."""
    for record in prose_records(corpus):
        for line, token in _links_and_images(record.body):
            yield record, record.body_line + line, token


def _links_and_images(body: str) -> tuple[tuple[int, Token], ...]:
    if "](" not in body and "]:" not in body:
        return ()
    return _parsed(body)


@lru_cache(maxsize=4096)
def _parsed(body: str) -> tuple[tuple[int, Token], ...]:
    return tuple(
        ((token.map or [0])[0], child)
        for token in markdown_parser().parse(body)
        for child in token.children or []
        if child.type in ("link_open", "image")
    )
