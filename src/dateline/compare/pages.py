"""Rendered pages by their content: the engine's frame around it plays no part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.compare.report import Change, in_order
from dateline.compare.side import Side

_REASONS = 5  # changes of records that a page's own line names


def pages(base: Side, head: Side) -> tuple[Change, ...]:
    """Pages that are new, otherwise or gone."""
    return in_order(_changes(base.pages, head.pages))


def files(base: Side, head: Side) -> tuple[Change, ...]:
    """Styles, scripts, pictures and theme files that are new, otherwise or gone."""
    return in_order(_changes(base.files, head.files))


def with_reasons(found: Sequence[Change], others: Sequence[Change]) -> tuple[Change, ...]:
    """Pages with the changes of records that they show."""
    reasons: dict[str, list[str]] = {}
    for change in others:
        if change.page:
            reasons.setdefault(change.page, []).extend(change.details if change.kind == "changed" else (change.words,))
    return tuple(replace(page, details=tuple(dict.fromkeys(reasons.get(page.id, ())))[:_REASONS]) for page in found)


def _changes(before: Mapping[str, str] | None, after: Mapping[str, str] | None) -> Iterator[Change]:
    if before is None or after is None:
        return
    for url in {**before, **after}:
        if url not in before:
            yield Change("added", url, url, page=url)
        elif url not in after:
            yield Change("removed", url, url, page=url)
        elif before[url] != after[url]:
            yield Change("changed", url, url, page=url)
