"""Which seeds there are already: by address, and by nearly the same words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from dateline.fetch.addresses import canonical
from dateline.model import Seed

ALIKE = 0.9
"""Share of words in common, in their order, above which two texts are one report (a wire story in two papers)."""


@dataclass
class Known:
    """Seeds of the project, and those that this run adds."""

    urls: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, seeds: Mapping[str, Seed]) -> "Known":
        """All seeds by ref."""
        known = cls()
        for seed in seeds.values():
            known.add(seed)
        return known

    def add(self, seed: Seed) -> None:
        """From now on its address and its words are known."""
        if seed.url:
            self.urls.setdefault(canonical(seed.url), seed.ref)
        self.words[seed.ref] = _words(seed.text)

    def by_url(self, *urls: str) -> str:
        """The seed that has one of the addresses, or ""."""
        return next((self.urls[key] for key in map(canonical, urls) if key in self.urls), "")

    def by_text(self, text: str) -> str:
        """The first seed that is the same report but for a few words, or ""."""
        words = _words(text)
        return next((ref for ref, other in self.words.items() if _alike(words, other)), "")


def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(filter(str.isalnum, word)) for word in text.casefold().split())


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    # So many words more or less, and they cannot be alike: spares most comparisons.
    if min(len(one), len(other)) < (2 * ALIKE - 1) * max(len(one), len(other)):
        return False
    return Indel.normalized_similarity(one, other, score_cutoff=ALIKE) > 0
