"""A seed as the first source of a briefing."""

from dateline.model import Seed, Source

FIRST_SOURCE = "s1"


def source_of(seed: Seed) -> Source:
    """The seed as the first source of a briefing."""
    return Source(
        id=FIRST_SOURCE,
        seed=seed.ref,
        sha256=seed.sha256,
        type="news-report",
        title=seed.title,
        publisher=seed.publisher,
        author=seed.author,
        url=seed.url or None,
        published=seed.published or None,
    )
