"""Pages for former ids, so that old links lead on."""

from dateline.model import Corpus

_KINDS = ("briefings", "actors", "locations", "incidents")


def redirects(corpus: Corpus) -> dict[str, tuple[str, str]]:
    """Old path below the site's root -> (kind, id); kind is `briefings`, `actors`, `locations` or `incidents`."""
    reported = {report.id for record in corpus.briefings.values() for report in record.data.incidents}
    return {
        f"{kind}/{former}.html": (kind, key)
        for kind in _KINDS
        for former, key in corpus.former_ids(kind).items()
        if former not in corpus.records(kind) and not (kind == "incidents" and former in reported)
    }
