"""Review: what is withdrawn says why."""

from collections.abc import Iterator

from dateline.check.finding import Context, Finding


def withdrawal_has_reason(context: Context) -> Iterator[Finding]:
    """A withdrawn briefing keeps its page, and the page says why."""
    for record in context.corpus.briefings.values():
        if record.data.review == "withdrawn" and not record.data.review_reason:
            message = "a withdrawn briefing must say why; add review_reason: …"
            yield Finding(record.path, record.line("review"), message)
