"""Quotes: the words must stand in the frozen seed, character for character."""

from collections.abc import Iterator

from dateline.check.finding import Context, Finding
from dateline.model import Briefing, Quote, Record, Seed
from dateline.model.quoting import find_quote, longest_beginning, nearest_words


def _cited(context: Context) -> Iterator[tuple[Record[Briefing], str, Quote, str]]:
    """(briefing, quote id, quote, the ref of its seed or "")."""
    for record in context.corpus.briefings.values():
        yield from ((record, key, quote, ref) for key, quote, ref in _quotes_of(record))


def _quotes_of(record: Record[Briefing]) -> Iterator[tuple[str, Quote, str]]:
    seeds = {source.id: source.seed for source in record.data.sources}
    for key, quote in record.data.quotes.items():
        if quote.source in seeds:
            yield key, quote, seeds[quote.source]


def _verifiable(context: Context) -> Iterator[tuple[Record[Briefing], str, Quote, Seed]]:
    for record, key, quote, ref in _cited(context):
        seed = context.corpus.seeds.get(ref)
        if seed:
            yield record, key, quote, seed


def quote_in_seed(context: Context) -> Iterator[Finding]:
    """A quote's exact words, with prefix and suffix, stand in its seed's text."""
    seeds = context.corpus.seeds
    for record in context.corpus.briefings.values():
        cited = (seeds[source.seed] for source in record.data.sources if source.seed in seeds)
        for key, seed in context.kept.of(_astray, record, *cited):
            line = record.line("quotes", key, "exact")
            advice = _advice(record.data.quotes[key], seed.text)
            yield Finding(record.path, line, f"quote '{key}' must stand in {seed.ref} word for word; {advice}")


def _astray(record: Record[Briefing], *seeds: Seed) -> tuple[tuple[str, Seed], ...]:
    """The ids of quotes that do not stand in their seeds, of which these are all that there are."""
    by_ref = {seed.ref: seed for seed in seeds}
    found = ((key, quote, by_ref[ref]) for key, quote, ref in _quotes_of(record) if ref in by_ref)
    return tuple((key, seed) for key, quote, seed in found if not find_quote(quote, seed.text))


def _advice(quote: Quote, text: str) -> str:
    if quote.exact in text:
        return "its words do, but not after this prefix and before this suffix; correct or remove them"
    near = nearest_words(quote.exact, text)
    if near:
        return f"the seed has '{_short(near)}'"
    head = longest_beginning(quote.exact, text)
    if head:
        return f"it does as far as '{_short(head, end=True)}'; copy the words from the seed"
    return f"'{_short(quote.exact)}' does not; copy the words from the seed"


def _short(words: str, *, end: bool = False) -> str:
    if len(words) <= 80:
        return words
    return f"…{words[-79:]}" if end else f"{words[:79]}…"


def quote_is_unique(context: Context) -> Iterator[Finding]:
    """A quote stands once in its seed, else nobody can tell which words are meant."""
    for record, key, quote, seed in _verifiable(context):
        places = len(find_quote(quote, seed.text))
        if places > 1:
            message = f"quote '{key}' should stand once in {seed.ref}, it stands {places} times; add a prefix or suffix"
            yield Finding(record.path, record.line("quotes", key, "exact"), message)


def quote_can_be_verified(context: Context) -> Iterator[Finding]:
    """A quote from a source without a seed cannot be verified by anybody."""
    for record, key, _, ref in _cited(context):
        if not ref:
            message = (
                f"quote '{key}' should come from a source with a seed; add the text under seeds/ and name it as seed"
            )
            yield Finding(record.path, record.line("quotes", key), message)
