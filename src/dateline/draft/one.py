"""One seed's draft as a value: extracted, verified, composed; nothing is written."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from dateline import __version__
from dateline.draft.compose import Draft, Wanted, compose
from dateline.extract.extractors import find_extractor
from dateline.extract.language import ENGLISH, language_of
from dateline.facts.contract import Extractor
from dateline.facts.extraction import Extraction
from dateline.facts.registry import Registry
from dateline.facts.verify import verified
from dateline.model import Drafting, Problem, Seed
from dateline.project import DraftSettings
from dateline.text.languages import language_name


class UndatedSeedError(ValueError):
    """Neither header, dateline nor text tells the day of a report."""


def drafted_text(seed: Seed, registry: Registry, settings: DraftSettings, *, cache: Path | None = None) -> Draft:
    """The draft of one seed; cache: a folder for the gazetteer. Raises UndatedSeedError where no day can be told."""
    return draft_one(seed, registry, _extractor(settings, cache))


@lru_cache(maxsize=4)
def _extractor(settings: DraftSettings, cache: Path | None) -> Extractor:
    return find_extractor(settings, cache=cache)


def draft_one(seed: Seed, registry: Registry, extract: Extractor, wanted: Wanted = lambda *_: False) -> Draft:
    """The draft of one seed by an extractor; without a day of its own, the earliest day in its text is its day.

    wanted: see `compose`.
    """
    seed, extraction = extract_one(seed, registry, extract)
    drafting = Drafting(extractor=extraction.extractor, model=extraction.model)
    draft = compose(seed, extraction, registry, drafting=drafting, wanted=wanted)
    return replace(draft, remarks=(*_remarks(extraction, f"briefings/{draft.briefing.id}.md"), *draft.remarks))


def _remarks(extraction: Extraction, path: str) -> Iterator[Problem]:
    """What whoever drafts should know: findings without words, and findings against what was kept."""
    if extraction.language:
        name = language_name(extraction.language)
        message = (
            f"the report is in {name}, and only English is read: its briefing holds title, day, source and text, "
            "no incidents, claims, actors or places; add them by hand, or draft a translation"
        )
        yield Problem(path, 1, "draft-language", message, "warning")
    if extraction.dropped:
        some = "1 finding" if extraction.dropped == 1 else f"{extraction.dropped} findings"
        message = f"{some} had no words in the report that prove them and were left out ({extraction.extractor})"
        yield Problem(path, 1, "draft-dropped", message, "warning")
    for suggestion in extraction.suggestions:
        message = f"{suggestion.origin or extraction.extractor} suggests {suggestion.message}"
        yield Problem(path, 1, "draft-suggestion", message, "warning")


def extract_one(seed: Seed, registry: Registry, extract: Extractor) -> tuple[Seed, Extraction]:
    """A seed with its day, and what is found in it, verified (UndatedSeedError where no day can be told).

    In a report that is not in English nothing is looked for.
    """
    language = language_of(seed.text)
    if language != ENGLISH:
        if not seed.published:
            raise UndatedSeedError
        return seed, Extraction(extractor=f"dateline {__version__}", language=language)
    extraction = verified(extract(seed, registry), seed.text)
    if seed.published:
        return seed, extraction
    seed = replace(seed, published=_earliest_day(extraction))
    return seed, verified(extract(seed, registry), seed.text)


def _earliest_day(extraction: Extraction) -> str:
    days = sorted(date.value for date in extraction.dates if len(date.value) == len("2024-01-04"))
    if not days:
        raise UndatedSeedError
    return days[0]


def undated(seed: Seed) -> Problem:
    """The problem of a seed without a day."""
    message = "a seed must tell its day for a briefing to be drafted; begin it with a line such as 'date: 2024-01-04'"
    return Problem(seed.path, 1, "seed-undated", message, "warning")
