"""Pages for former ids, so that old links lead on."""

from dateline.model import Corpus


def redirects(corpus: Corpus) -> dict[str, tuple[str, str]]:
    """Old path below the site's root -> (kind, id); kind is `briefings`, `actors`, `locations` or `incidents`."""
    kinds = (
        ("briefings", corpus.briefings),
        ("actors", corpus.actors),
        ("locations", corpus.locations),
        ("incidents", corpus.incidents),
    )
    return {
        f"{kind}/{former}.html": (kind, key)
        for kind, records in kinds
        for key, record in records.items()
        for former in record.data.former_ids
        if former not in records
    }
