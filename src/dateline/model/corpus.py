"""All content of a project, as `load` returns it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from dateline.model.actor import Actor
from dateline.model.briefing import Briefing
from dateline.model.fields import Model
from dateline.model.incident import Incident
from dateline.model.location import Location
from dateline.model.page import PlainPage
from dateline.model.seed import Seed

T = TypeVar("T")
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Record(Generic[T]):
    """A validated file.

    path       relative to the project, e.g. `briefings/actors/united-states.md`
    data       the front matter
    body       the Markdown below it, NFC
    body_line  1-based line at which the body begins
    lines      key path in the front matter -> 1-based line, for messages
    """

    path: str
    data: T
    body: str
    body_line: int
    lines: Mapping[KeyPath, int] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def written(self) -> str:
        """All that the front matter says, as JSON."""
        return self.data.model_dump_json() if isinstance(self.data, Model) else ""

    def line(self, *keys: str | int) -> int:
        """The line of a key, or of the nearest key above it; 1 where there is none."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    @cached_property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return self.path.rpartition("/")[2].removesuffix(".md")


@dataclass(frozen=True)
class Corpus:
    """Records by file stem, sorted; seeds by ref; unreadable holds the paths of records that failed."""

    briefings: Mapping[str, Record[Briefing]]
    actors: Mapping[str, Record[Actor]]
    locations: Mapping[str, Record[Location]]
    incidents: Mapping[str, Record[Incident]]
    pages: Mapping[str, Record[PlainPage]]
    seeds: Mapping[str, Seed]
    unreadable: frozenset[str] = frozenset()

    def records(self, kind: str) -> Mapping[str, Record[Any]]:
        """The files of one of `briefings`, `actors`, `locations` and `incidents` (KeyError for another kind)."""
        kinds: Mapping[str, Mapping[str, Record[Any]]] = {
            "briefings": self.briefings,
            "actors": self.actors,
            "locations": self.locations,
            "incidents": self.incidents,
        }
        return kinds[kind]

    def former_ids(self, kind: str) -> Mapping[str, str]:
        """Former id -> the record of this kind to which it leads on."""
        return {former: key for key, record in self.records(kind).items() for former in record.data.former_ids}
