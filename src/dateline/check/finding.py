"""What rules are given and what they give back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dateline.kept import KeptParts
from dateline.model import Actor, Corpus, Incident, Location, Record
from dateline.vocabulary import Vocabulary
from dateline.vocabulary.nearest import nearest


@dataclass(frozen=True)
class Finding:
    """A place where a rule does not hold: the file, its 1-based line, the message."""

    path: str
    line: int
    message: str


@dataclass(frozen=True)
class Context:
    """The corpus and the closed lists, with what several rules look up.

    kept  what rules found in single records, for one who checks again and again
    """

    corpus: Corpus
    vocabulary: Vocabulary
    kept: KeptParts = field(default_factory=KeptParts, repr=False, compare=False)

    @cached_property
    def incident_ids(self) -> frozenset[str]:
        """Every incident that a briefing reports or that has a file."""
        reported = {report.id for record in self.corpus.briefings.values() for report in record.data.incidents}
        return frozenset(reported | set(self.corpus.incidents))

    def not_the_same(self, incident: str) -> tuple[str, ...]:
        """The incidents from which an editor told this one apart."""
        record = self.corpus.incidents.get(incident)
        return record.data.not_same_as if record else ()

    @cached_property
    def profiles(self) -> Mapping[str, Mapping[str, Record[Actor] | Record[Location] | Record[Incident]]]:
        """Records by folder."""
        return {
            "actors": {**self.corpus.actors},
            "locations": {**self.corpus.locations},
            "incidents": {**self.corpus.incidents},
        }

    @cached_property
    def known_ids(self) -> Mapping[str, frozenset[str]]:
        """Ids by kind. A record whose file cannot be read is a problem of its own: references to it are none."""
        return {
            "actor": frozenset(self.corpus.actors) | self._unreadable_in("actors"),
            "location": frozenset(self.corpus.locations) | self._unreadable_in("locations"),
            "incident": self.incident_ids | self._unreadable_in("incidents"),
        }

    def _unreadable_in(self, folder: str) -> frozenset[str]:
        head = f"briefings/{folder}/"
        paths = (path for path in self.corpus.unreadable if path.startswith(head))
        return frozenset(path.removeprefix(head).removesuffix(".md") for path in paths)


def did_you_mean(value: str, valid: Iterable[str], otherwise: str) -> str:
    """The nearest valid value as a question, or what else to do."""
    hint = nearest(value, valid)
    return f"did you mean '{hint}'?" if hint else otherwise
