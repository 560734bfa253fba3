"""What a comparison says: sections in the order in which a reviewer looks, each with its changes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["added", "changed", "removed"]
KINDS: tuple[Kind, ...] = ("added", "changed", "removed")


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise than before.

    id       of the record or page; for a problem its rule
    words    one line that says what is so now
    path     the file to look at, relative to the project (in BASE where it was removed); "" where there is none
    line     1-based line in it; 0 where the whole file is meant
    page     the page that shows it, relative to the site's root; "" where there is none
    details  smaller lines: the words of a quote, each key that changed
    """

    kind: Kind
    id: str
    words: str
    path: str = ""
    line: int = 0
    page: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """Changes of one sort; `title` is for people, `slug` for programs; an urgent one is never folded away."""

    slug: str
    title: str
    changes: tuple[Change, ...]
    is_urgent: bool = False

    def count(self, kind: Kind) -> int:
        """How many changes are of a kind."""
        return Counter(change.kind for change in self.changes)[kind]


@dataclass(frozen=True)
class Comparison:
    """Two states of a project, by their names, and how they differ; `notes` say what could not be compared."""

    base: str
    head: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()

    def section(self, slug: str) -> Section:
        """The section of that slug (KeyError where there is none)."""
        return {section.slug: section for section in self.sections}[slug]


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What is new first, then what is otherwise, then what is gone; each by id."""
    return tuple(sorted(changes, key=lambda change: (KINDS.index(change.kind), change.id, change.path, change.words)))
