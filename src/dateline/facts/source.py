"""A seed as the first source of a briefing."""

from dateline.model import Seed, Source

FIRST_SOURCE = "s1"


def source_of(seed: Seed, *, kind: str = "unknown") -> Source:
    """The seed as the first source of a briefing; kind: as in source-types."""
    return Source(
        id=FIRST_SOURCE,
        seed=seed.ref,
        sha256=seed.sha256,
        type=kind,
        title=seed.title,
        publisher=seed.publisher,
        author=seed.author,
        url=seed.url or None,
        published=seed.published or None,
    )
