"""The index, step by step: names, claims, incidents, briefings, then what points back at them."""

from dateline.index.actors import actor_entries
from dateline.index.briefings import briefing_entries
from dateline.index.cited import cited_in
from dateline.index.claims import claim_rows
from dateline.index.entries import Index
from dateline.index.incidents import incident_entries
from dateline.index.locations import location_entries
from dateline.index.mentions import mentions_of
from dateline.index.names import briefing_names
from dateline.index.redirects import redirects
from dateline.index.related import related_to
from dateline.index.sources import source_entries
from dateline.model import Corpus
from dateline.model.names import shared_names
from dateline.vocabulary import Vocabulary


def build_index(corpus: Corpus, vocabulary: Vocabulary) -> Index:
    """Everything that pages show of a corpus that passed the checks; the same corpus gives the same index."""
    cited = {key: cited_in(record.data) for key, record in corpus.briefings.items()}
    shared = shared_names(corpus)
    names = {
        key: briefing_names(record, cited[key], corpus, shared, vocabulary) for key, record in corpus.briefings.items()
    }
    claims = {key: claim_rows(record.data, corpus) for key, record in corpus.briefings.items()}
    sources = source_entries(corpus)
    incidents = incident_entries(corpus, claims, vocabulary)
    related = related_to(corpus, cited, incidents)
    briefings = briefing_entries(corpus, claims, incidents, related, sources)
    mentions = mentions_of(corpus, cited, names)
    return Index(
        briefings=briefings,
        actors=actor_entries(corpus, cited, mentions, incidents, claims, shared, vocabulary),
        incidents=incidents,
        locations=location_entries(corpus, cited, mentions, incidents),
        sources=sources,
        names=names,
        redirects=redirects(corpus),
        shared_names=shared,
    )
