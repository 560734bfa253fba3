"""What is not known: the first questions of each kind, and a page for each kind of which there are more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.gaps import GapRow, Open, gap_rows, open_questions
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site
from dateline.render.split import parts
from dateline.render.views import Link

_SHOWN = 6


@dataclass(frozen=True)
class GapGroup:
    """Questions of one kind; more: where all of them stand, or None where all are shown."""

    key: str
    title: str
    ask: str
    total: int
    rows: tuple[GapRow, ...]
    more: Link | None


def pages(site: Site) -> Iterator[Planned]:
    """`gaps`, then `gaps/KIND`."""
    found = open_questions(site)
    yield _page(Here(site, "gaps.md"), found)
    for kind, questions in found.items():
        if len(questions) > _SHOWN and kind != "review":
            for here, chunk, pager in parts(site, f"gaps/{kind}.md", questions):
                yield _kind(here, kind, questions, chunk, pager)


@planned
def _page(here: Here, found: Mapping[str, list[Open]]) -> Page:
    return here.site.page(
        here,
        "gaps",
        title="What we do not know",
        description="Open questions of all records. If you know an answer and can name a source, add it.",
        groups=[_group(here, kind, questions) for kind, questions in found.items()],
    )


def gap_counts(here: Here) -> list[tuple[Link, int]]:
    """Each kind of gap with the number of its questions, leading to its part of the page."""
    return [
        (Link(here.to(f"gaps.html#{kind}"), here.site.vocabulary.label("gap-kinds", kind)), len(questions))
        for kind, questions in open_questions(here.site).items()
    ]


def _group(here: Here, kind: str, questions: list[Open]) -> GapGroup:
    # All that is not reviewed is a list of briefings already.
    url = "briefings/review/draft.html" if kind == "review" else f"gaps/{kind}.html"
    more = Link(here.to(url), f"All {len(questions):,}") if len(questions) > _SHOWN else None
    rows = gap_rows(here, questions[:_SHOWN], questions)
    return GapGroup(kind, _label(here.site, kind), _ask(here.site, kind), len(questions), rows, more)


@planned
def _kind(here: Here, kind: str, questions: list[Open], chunk: Sequence[Open], pager: tuple[Link, ...]) -> Page:
    return here.site.page(
        here,
        "gaps_kind",
        title=f"Not known: {_label(here.site, kind)}",
        description=f"{plural(len(questions), 'open question')}. {_ask(here.site, kind)}".strip(),
        rows=gap_rows(here, chunk, questions),
        total=plural(len(questions), "open question"),
        pager=pager,
        back=Link(here.to("gaps.html"), "What we do not know"),
    )


def _label(site: Site, kind: str) -> str:
    return site.vocabulary.label("gap-kinds", kind)


def _ask(site: Site, kind: str) -> str:
    entry = site.vocabulary["gap-kinds"].get(kind)
    return str(entry["ask"]) if entry else ""
