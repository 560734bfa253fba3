"""A stretch of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """[start, end) in code points of `seed.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """True where the other lies wholly within."""
        return self.start <= other.start and other.end <= self.end
