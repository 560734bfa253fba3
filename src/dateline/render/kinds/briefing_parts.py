"""Parts of a briefing's page that point at its words, its sources and the records it names."""

from dataclasses import dataclass, replace

from dateline.index.entries import BriefingEntry, ClaimRow
from dateline.model import Source, Statement
from dateline.render.counts import listed
from dateline.render.dates import day_words
from dateline.render.rows import claim_view, span_id
from dateline.render.site import Here
from dateline.render.views import ClaimView, Link


@dataclass(frozen=True)
class Point:
    """A sentence and where the words stand that it rests on; no address where it cites none."""

    text: str
    href: str


@dataclass(frozen=True)
class SourceView:
    """A source as the list at the end of a briefing shows it; what is not stated is ""."""

    title: Link
    kind: str
    byline: tuple[str, ...]
    url: str
    archive: str
    grades: str


@dataclass(frozen=True)
class Quoted:
    """Leads to the words of a quote: in the report where they stand in it (`marked`), else in the source."""

    here: Here
    entry: BriefingEntry
    marked: frozenset[str]

    def href(self, quote: str | None) -> str:
        """The address of the quote's words, or ""."""
        found = self.entry.briefing.quotes.get(quote or "")
        if found is None or quote is None:
            return ""
        if quote in self.marked:
            return f"#q-{quote}"
        pages = zip(self.entry.briefing.sources, self.entry.sources, strict=True)
        page = next((key for source, key in pages if source.id == found.source), None)
        return self._in_source(page, quote) if page else ""

    def _in_source(self, page: str, quote: str) -> str:
        spans = self.here.site.index.sources[page].spans
        passage = next((span for span in spans if (self.entry.id, quote) in span.uses), None)
        return self.here.source(page, span_id(passage) if passage else "").href

    def elsewhere(self) -> tuple[tuple[str, str, str], ...]:
        """(id, words, address in the source) of the quotes whose words the report leaves out."""
        quotes = self.entry.briefing.quotes.items()
        return tuple((key, quote.exact, self.href(key)) for key, quote in quotes if key not in self.marked)

    def point(self, statement: Statement) -> Point:
        """A key point or the standfirst."""
        return Point(statement.text, self.href(statement.quote))

    def claim(self, row: ClaimRow) -> ClaimView:
        """A claim whose words are on this page or on the source's."""
        return replace(claim_view(self.here, row, own=self.entry.id), href=self.href(row.claim.quote))


def source_views(here: Here, entry: BriefingEntry) -> tuple[SourceView, ...]:
    """The briefing's sources in the order of its front matter."""
    return tuple(
        _source(here, source, page) for source, page in zip(entry.briefing.sources, entry.sources, strict=True)
    )


def _source(here: Here, source: Source, page: str | None) -> SourceView:
    vocabulary = here.site.vocabulary
    title = here.source(page) if page else Link(source.url or "", source.title or source.publisher or "untitled")
    reliability = f"source {vocabulary.label('reliability', source.reliability)}" if source.reliability else ""
    credibility = f"information {vocabulary.label('credibility', source.credibility)}" if source.credibility else ""
    published = f"published {day_words(source.published)}" if source.published else "date not stated"
    return SourceView(
        title=title,
        kind=vocabulary.label("source-types", source.type) if source.type != "unknown" else "",
        byline=tuple(part for part in (source.publisher or "publisher not stated", source.author, published) if part),
        url=source.url or "",
        archive=source.archive_url or "",
        grades=listed([grade for grade in (reliability, credibility) if grade]),
    )
