"""One entry per cited seed: its frozen text and every quote that rests on it."""

import re
from collections import defaultdict
from collections.abc import Mapping
from textwrap import shorten

from dateline.index.entries import MarkedSpan, SourceEntry
from dateline.kept import KeptParts
from dateline.model import Briefing, Corpus, Record, Seed
from dateline.model.quoting import find_quote

_LINK_TARGET = re.compile(r"(?<=\])\([^)\s]*\)")
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r".{0,120}?\s[—–-]{1,2}\s", re.DOTALL)


def source_entries(corpus: Corpus, kept: KeptParts) -> dict[str, SourceEntry]:
    """Entries by id, newest first; a seed that no briefing cites has no page."""
    cited: dict[str, list[Record[Briefing]]] = defaultdict(list)
    for _, record in sorted(corpus.briefings.items()):
        for ref in dict.fromkeys(source.seed for source in record.data.sources):
            if ref in corpus.seeds:
                cited[ref].append(record)
    ids = kept.of(_ids, *(corpus.seeds[ref].ref for ref in sorted(cited)))
    entries = [kept.of(_entry, ids[ref], corpus.seeds[ref], *briefings) for ref, briefings in cited.items()]
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: (_date(entry), entry.id), reverse=True)}


def _date(entry: SourceEntry) -> str:
    return next((source.published for source in entry.cited_as if source.published), "")


def _ids(*refs: str) -> Mapping[str, str]:
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for ref in refs:
        plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"\.\w+(?=#|$)", "", ref.removeprefix("seeds/")).lower()).strip("-")
        key, number = plain or "source", 2
        while key in taken:
            key, number = f"{plain}-{number}", number + 1
        taken.add(key)
        ids[ref] = key
    return ids


def _entry(key: str, seed: Seed, *records: Record[Briefing]) -> SourceEntry:
    briefings = [record.data for record in records]
    uses = [(briefing, source) for briefing in briefings for source in briefing.sources if source.seed == seed.ref]
    spans: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    for briefing, source in uses:
        for name, quote in briefing.quotes.items():
            places = find_quote(quote, seed.text) if quote.source == source.id else []
            if places:
                spans[places[0]].append((briefing.id, name))
    titles = [source.title for _, source in uses if source.title]
    return SourceEntry(
        id=key,
        url=f"sources/{key}.html",
        title=seed.title or (titles[0] if titles else _first_words(seed)),
        seed=seed,
        cited_as=tuple(dict.fromkeys(source for _, source in uses)),
        briefings=tuple(dict.fromkeys(briefing.id for briefing, _ in uses)),
        spans=tuple(MarkedSpan(start, end, tuple(found)) for (start, end), found in sorted(spans.items())),
        is_told=any(_is_told(seed.text, record.body) for record in records),
    )


def _is_told(text: str, body: str) -> bool:
    """True where a briefing has each paragraph of the text; what is marked up or linked in it makes no difference."""
    told = _words(_LINK_TARGET.sub("", body))
    return all(_words(paragraph) in told for paragraph in text.split("\n\n"))


def _words(text: str) -> str:
    words = " ".join(_WORD.findall(text))
    return f" {words} " if words else ""


def _first_words(seed: Seed) -> str:
    """An untitled text by its beginning after any dateline, cut between words."""
    opening = seed.text.partition("\n\n")[0]
    dateline = _DATELINE.match(opening) if seed.place and opening.startswith(seed.place) else None
    return shorten(opening[dateline.end() if dateline else 0 :], width=90, placeholder=" …")
