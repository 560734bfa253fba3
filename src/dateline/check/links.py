"""Links in prose: each relative one leads to a file of the project."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from dateline.check.finding import Context, Finding, did_you_mean
from dateline.markdown import markdown_parser
from dateline.model.paths import resolved


def links_lead_somewhere(context: Context) -> Iterator[Finding]:
    """A link to another file, written as on GitHub (`actors/ID.md`), leads to a record, page or seed."""
    known = _known_paths(context)
    corpus = context.corpus
    for group in (corpus.briefings, corpus.actors, corpus.locations, corpus.incidents, corpus.pages):
        for record in group.values():
            for line, target in _links(record.body):
                path = resolved(record.path, target)
                if path not in known:
                    advice = did_you_mean(path, known, "correct or remove it")
                    message = f"link must lead to a file of this project, not '{target}'; {advice}"
                    yield Finding(record.path, record.body_line + line, message)


def _known_paths(context: Context) -> frozenset[str]:
    corpus = context.corpus
    records = (corpus.briefings, corpus.actors, corpus.locations, corpus.incidents, corpus.pages)
    paths = {record.path for group in records for record in group.values()}
    seeds = {seed.path for seed in corpus.seeds.values()}
    incidents = {f"briefings/incidents/{key}.md" for key in context.incident_ids}
    return frozenset(paths | seeds | incidents | corpus.unreadable)


def _links(body: str) -> Iterator[tuple[int, str]]:
    """(0-based line of the block, target) of each relative link and image."""
    if "](" not in body and "]:" not in body:
        return
    for token in markdown_parser().parse(body):
        for child in token.children or []:
            target = _target(child)
            parts = urlsplit(target)
            if target and not parts.scheme and not parts.netloc and parts.path:
                yield (token.map or [0])[0], unquote(parts.path)


def _target(token: Token) -> str:
    return (
        str(token.attrGet("href" if token.type == "link_open" else "src") or "")
        if token.type
        in (
            "link_open",
            "image",
        )
        else ""
    )
