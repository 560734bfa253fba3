"""Links in prose: each relative one leads to a file of the project, and to a place that is in it."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from dateline.check.finding import Context, Finding, did_you_mean
from dateline.check.prose import AnyRecord, inline_tokens, prose_records
from dateline.markdown import markdown_parser
from dateline.markdown.anchors import heading_ids
from dateline.markdown.blocks import flat_text
from dateline.model import Briefing, PlainPage
from dateline.model.paths import resolved

_NO_IMAGES = "files of images are not published; link to a page that shows it"


def links_lead_somewhere(context: Context) -> Iterator[Finding]:
    """A link to another file, written as on GitHub (`actors/ID.md`), leads to a record, page or seed."""
    known = _known_paths(context)
    for record, line, target, _, kind in _relative_links(context):
        path = resolved(record.path, target)
        if target and path not in known:
            advice = did_you_mean(path, known, "correct or remove it") if kind == "link" else _NO_IMAGES
            message = f"{kind} must lead to a file of this project, not '{target}'; {advice}"
            yield Finding(record.path, line, message)


def _known_paths(context: Context) -> frozenset[str]:
    paths = {record.path for record in prose_records(context.corpus)}
    seeds = {seed.path for seed in context.corpus.seeds.values()}
    incidents = {f"briefings/incidents/{key}.md" for key in context.incident_ids}
    return frozenset(paths | seeds | incidents | context.corpus.unreadable)


def _relative_links(context: Context) -> Iterator[tuple[AnyRecord, int, str, str, str]]:
    """(record, line, path or "" for the same file, fragment, what it is) of each link and image that stays here."""
    for record, line, token in inline_tokens(context.corpus):
        parts = urlsplit(str(token.attrGet("href" if token.type == "link_open" else "src") or ""))
        if not parts.scheme and not parts.netloc and (parts.path or parts.fragment):
            kind = "image" if token.type == "image" else "link"
            yield record, line, unquote(parts.path), unquote(parts.fragment), kind


def anchors_exist(context: Context) -> Iterator[Finding]:
    """A link into a page leads to one of its headings, notes or quotes."""
    records = {record.path: record for record in prose_records(context.corpus)}
    anchors = cache(_anchors)
    for record, line, target, fragment, _ in _relative_links(context):
        aim = records.get(resolved(record.path, target) if target else record.path)
        if aim is None or not fragment or not _is_ours(aim, fragment):
            continue
        known = anchors(aim.body, tuple(aim.data.quotes) if isinstance(aim.data, Briefing) else ())
        if fragment not in known:
            advice = did_you_mean(fragment, known, "name a heading of that page, or leave out what follows #")
            message = f"link must lead to a part of {aim.path}, not '#{fragment}'; {advice}"
            yield Finding(record.path, line, message)


def _is_ours(aim: AnyRecord, fragment: str) -> bool:
    """Other parts of a record's page are the templates' own, which a project may change."""
    return isinstance(aim.data, PlainPage) or fragment.startswith(("q-", "note-", "ref-"))


def _anchors(body: str, quotes: tuple[str, ...]) -> frozenset[str]:
    headings: list[str] = []
    notes: set[str] = set()
    tokens = markdown_parser().parse(body)
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and before.level == 0:
            headings.append(flat_text(token.children or []))
        notes |= {str(child.meta["label"]) for child in token.children or [] if child.type == "footnote_ref"}
    own = {f"{kind}-{label}" for label in notes for kind in ("note", "ref")}
    return frozenset(heading_ids(headings)) | own | {f"q-{key}" for key in quotes}
