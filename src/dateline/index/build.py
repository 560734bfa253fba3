"""The index, step by step: names, claims, incidents, briefings, then what points back at them."""

from dateline.index.actors import actor_entries
from dateline.index.briefings import briefing_entries
from dateline.index.cited import cited_in, named_in
from dateline.index.claims import claim_rows
from dateline.index.entries import Index
from dateline.index.incidents import incident_entries
from dateline.index.locations import location_entries
from dateline.index.mentions import mentions_of
from dateline.index.names import briefing_names, carriers_of
from dateline.index.redirects import redirects
from dateline.index.related import related_to
from dateline.index.sources import source_entries
from dateline.kept import KeptParts
from dateline.model import Corpus
from dateline.model.names import shared_names
from dateline.vocabulary import Vocabulary


def build_index(corpus: Corpus, vocabulary: Vocabulary, kept: KeptParts | None = None) -> Index:
    """Everything that pages show of a corpus that passed the checks; the same corpus gives the same index.

    kept: parts of an index of much the same corpus, made with the same vocabulary; they come to hold this one's
    """
    kept = kept or KeptParts()
    cited = {key: kept.of(cited_in, record.data) for key, record in corpus.briefings.items()}
    named = named_in(corpus, cited, kept)
    shared = kept.equal(shared_names, shared_names(corpus))
    carriers = kept.equal(carriers_of, carriers_of(corpus, shared))
    names = {
        key: kept.of(briefing_names, record.body, named[key], carriers, vocabulary)
        for key, record in corpus.briefings.items()
    }
    claims = {key: kept.of(claim_rows, record.data, named[key].actors) for key, record in corpus.briefings.items()}
    sources = source_entries(corpus, kept)
    incidents = incident_entries(corpus, claims, vocabulary, kept)
    related = related_to(corpus, named, incidents, kept)
    briefings = briefing_entries(corpus, claims, incidents, related, sources)
    mentions = mentions_of(corpus, named, names, kept)
    return Index(
        briefings=briefings,
        actors=actor_entries(corpus, named, mentions, incidents, claims, shared, vocabulary, kept),
        incidents=incidents,
        locations=location_entries(corpus, cited, mentions, incidents),
        sources=sources,
        names=names,
        redirects=redirects(corpus),
        shared_names=shared,
    )
