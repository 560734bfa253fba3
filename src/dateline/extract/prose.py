"""`Seed ─▶ Seed`: the report alone, without what a publisher sets around it and without signs of Markdown."""

from dataclasses import replace

from dateline.model import Seed
from dateline.text.markup import without_markup
from dateline.text.notices import around_prose, without
from dateline.text.span import Span


def prose_of(seed: Seed) -> tuple[tuple[Span, ...], Seed]:
    """What is no part of the report, and the seed with white space for it: each other word stays where it was."""
    around = around_prose(seed.text)
    text = without(seed.text, around)
    return around, replace(seed, text=without_markup(text) if seed.format == "md" else text)
