"""Records that are not the one on whose page they are named, whichever of the two says so."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Corpus
from dateline.render.site import Here
from dateline.render.views import Link


def told_apart(here: Here, kind: str, key: str, own: Sequence[str]) -> tuple[Link, ...]:
    """The others, each with the line that tells it apart."""
    others = dict.fromkeys([*own, *here.site.told_apart[kind].get(key, ())])
    return tuple(replace(here.record(kind, other), note=_line(here.site.corpus, kind, other)) for other in others)


def _line(corpus: Corpus, kind: str, key: str) -> str:
    record = corpus.records(kind).get(key)
    return str(getattr(record.data, "description", "")) if record else ""
