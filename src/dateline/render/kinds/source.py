"""A source's page: the frozen text, the quotes that briefings cut from it marked, each leading back."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import escape

from dateline.index.entries import MarkedSpan, SourceEntry
from dateline.model import Briefing, Page
from dateline.render.counts import plural
from dateline.render.dates import day_words
from dateline.render.filters import source_found
from dateline.render.kinds.source_lists import published
from dateline.render.margin import with_margin
from dateline.render.markup import one_line
from dateline.render.planned import Planned, planned
from dateline.render.rows import briefing_row, claim_sentence, span_id
from dateline.render.site import Here, Site
from dateline.render.views import Fact, Link

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_USES = 4  # uses of one quote that its note names
_BRIEFINGS = 120
_FIRST = 4  # words of a quote that tell which one a note means


def pages(site: Site) -> Iterator[Planned]:
    """One page per source that a briefing cites."""
    return (_page(Here(site, f"sources/{entry.id}.md"), entry) for entry in site.index.sources.values())


@planned
def _page(here: Here, entry: SourceEntry) -> Page:
    source = entry.cited_as[0]
    day = published(entry)
    return here.site.page(
        here,
        "source",
        title=entry.title,
        description=f"Source text as obtained; {plural(len(entry.spans), 'quote')} marked.",
        facts=_facts(here, entry, day),
        text=with_margin(one_line(_text(here, entry))),
        briefings=[briefing_row(here, key) for key in entry.briefings[:_BRIEFINGS]],
        url=source.url or entry.seed.url,
        archive=source.archive_url or "",
        ref=entry.seed.ref,
        sha256=entry.seed.sha256,
        marked=len(entry.spans),
        found=None if entry.is_told else source_found(entry),
    )


def _facts(here: Here, entry: SourceEntry, day: str) -> tuple[Fact, ...]:
    source = entry.cited_as[0]
    grade = here.site.vocabulary.label("reliability", source.reliability) if source.reliability else ""
    return (
        Fact("Published", (Link("", day_words(day) if day else "not stated"),)),
        Fact("Publisher", (Link("", source.publisher or entry.seed.publisher or "not stated"),)),
        Fact("Kind", (Link("", here.site.vocabulary.label("source-types", source.type)),)),
        Fact("Reliability", (Link("", grade or "not stated"),)),
        Fact("Quoted by", (Link("", plural(len(entry.briefings), "briefing")),)),
        *((_licence(entry.seed.licence),) if entry.seed.licence else ()),
    )


def _licence(licence: str) -> Fact:
    """As its publisher states it; an address is a link."""
    return Fact("Licence", (Link(licence if _ADDRESS.fullmatch(licence) else "", licence),))


def _text(here: Here, entry: SourceEntry) -> str:
    """Paragraph by paragraph, each followed by the notes on the quotes that begin in it."""
    out: list[str] = []
    start = 0
    for paragraph in entry.seed.text.split("\n\n"):
        end = start + len(paragraph)
        inside = [span for span in entry.spans if span.start < end and span.end > start]
        if paragraph.strip():
            out.append(f'<p dir="auto">{_marked(paragraph, start, inside)}</p>')
            out += [_note(here, span, entry) for span in inside if span.start >= start]
        start = end + 2
    return "".join(out)


def _marked(text: str, origin: int, spans: Sequence[MarkedSpan]) -> str:
    """The paragraph cut at the ends of its quotes; each quote's anchor stands where it begins."""
    ends = {0, len(text)}
    for span in spans:
        ends |= {min(max(edge - origin, 0), len(text)) for edge in (span.start, span.end)}
    edges = sorted(ends)
    out = []
    for left, right in pairwise(edges):
        over = [span for span in spans if span.start - origin <= left and span.end - origin >= right]
        begins = [span for span in over if span.start - origin == left]
        anchors = "".join(f'<span class="anchor" id="{span_id(span)}"></span>' for span in begins)
        words = str(escape(text[left:right])).replace("\n", "&#10;")  # the style sheet shows it as a new line
        at = " ".join(span_id(span) for span in over)
        out.append(anchors + (f'<mark class="quoted" data-at="{at}">{words}</mark>' if over else words))
    return "".join(out)


def _note(here: Here, span: MarkedSpan, entry: SourceEntry) -> str:
    uses = [
        (here.briefing(key, f"q-{quote}"), _as_what(here, key, quote, span, entry)) for key, quote in span.uses[:_USES]
    ]
    more = max(len(span.uses) - _USES, 0)
    return here.site.fragment("note_source", uses=uses, more=more, named=len(entry.briefings) > 1)


def _as_what(here: Here, briefing: str, quote: str, span: MarkedSpan, source: SourceEntry) -> str:
    """For what the briefing uses the words: its claims, or a fact, with the first of the words."""
    entry = here.site.index.briefings[briefing]
    sentences = [claim_sentence(here, row) for row in entry.claims if row.claim.quote == quote]
    if sentences:
        return "Claim: " + "; ".join(sentences)
    words = source.seed.text[span.start : span.end].split()
    first = " ".join(words[:_FIRST]) + (" …" if len(words) > _FIRST else "")
    return f"{_kind(entry.briefing, quote)}: “{first.strip('“”')}”"


def _kind(briefing: Briefing, quote: str) -> str:
    if briefing.standfirst and briefing.standfirst.quote == quote:
        return "Standfirst"
    return "Key point" if any(point.quote == quote for point in briefing.key_points) else "Fact"
