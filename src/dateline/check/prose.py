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
    """(record, 1-based line, token) of each link and image."""
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
        (line, child)
        for token in markdown_parser().parse(body)
        for line, child in lines_of(token)
        if child.type in ("link_open", "image")
    )


def lines_of(block: Token) -> Iterator[tuple[int, Token]]:
    """The parts of a block's text, each with its 0-based line in what was parsed.

    A break within a tag, a link's target or an image's words is not counted: what follows it in the block stands
    that many lines lower.
    """
    line = (block.map or [0])[0]
    for part in block.children or []:
        yield line, part
        line += part.type in ("softbreak", "hardbreak")
