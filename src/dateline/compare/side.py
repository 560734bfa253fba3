"""One state of a project as values, and two of them made comparable."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from dateline.index.claims import claim_rows
from dateline.index.entries import IncidentEntry
from dateline.index.incidents import incident_entries
from dateline.kept import KeptParts
from dateline.model import Corpus, Problem, Record
from dateline.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(frozen=True)
class Side:
    """A state of a project.

    name   as people call it: a revision, a folder, "the files here"
    pages  staged path -> digest of its content; None where the site could not be rendered
    files  the same for styles, scripts and pictures
    why    why there are no pages; "" where there are
    """

    name: str
    corpus: Corpus
    vocabulary: Vocabulary
    problems: tuple[Problem, ...]
    pages: Mapping[str, str] | None = None
    files: Mapping[str, str] | None = None
    why: str = ""

    @cached_property
    def incidents(self) -> Mapping[str, IncidentEntry]:
        """Every incident with its computed status; made of what could be read, whatever the check found."""
        claims = {key: claim_rows(record.data, self.corpus.actors) for key, record in self.corpus.briefings.items()}
        return incident_entries(self.corpus, claims, self.vocabulary, KeptParts())

    def records(self, folder: str) -> Mapping[str, Record[Any]]:
        """Records by folder: `briefings`, `actors`, `locations`, `incidents` or `pages`."""
        found: Mapping[str, Record[Any]] = getattr(self.corpus, folder)
        return found

    def actor(self, key: str) -> str:
        """An actor's name, or its id where it has no record."""
        record = self.corpus.actors.get(key)
        return record.data.name if record else key

    def kind_of(self, key: str) -> str:
        """An actor's kind in words; "" where it is not known."""
        record = self.corpus.actors.get(key)
        slug = record.data.kind if record else "unknown"
        return "" if slug == "unknown" else self.vocabulary.label("actor-kinds", slug).lower()


def comparable(base: Side, head: Side) -> tuple[Side, Side]:
    """Both without the files that cannot be read in one of them: what is in those is neither new nor gone."""
    unread = base.corpus.unreadable | head.corpus.unreadable
    return _without(base, unread), _without(head, unread)


def _without(side: Side, paths: frozenset[str]) -> Side:
    def readable(records: Mapping[str, Record[T]]) -> dict[str, Record[T]]:
        return {key: record for key, record in records.items() if record.path not in paths}

    corpus = side.corpus
    kept = replace(
        corpus,
        briefings=readable(corpus.briefings),
        actors=readable(corpus.actors),
        locations=readable(corpus.locations),
        incidents=readable(corpus.incidents),
        pages=readable(corpus.pages),
    )
    return replace(side, corpus=kept)
