"""The arrow: a seed's parts are asked about, the answers verified, and joined with what the rules find or not."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dateline import __version__
from dateline.draft.contract import Extractor
from dateline.draft.extraction import Extraction
from dateline.draft.llm.budget import Budget
from dateline.draft.llm.endpoint import Endpoint
from dateline.draft.llm.findings import findings_of
from dateline.draft.llm.joining import joined
from dateline.draft.llm.kept_answers import KeptAnswers
from dateline.draft.llm.prompt import prompt_version
from dateline.draft.llm.reader import Reader
from dateline.draft.llm.settings import LlmSettings
from dateline.draft.registry import Registry
from dateline.draft.rules import rules_extractor
from dateline.draft.rules.dates import find_dates
from dateline.draft.rules.gazetteer import open_gazetteer
from dateline.draft.rules.opening import read_opening
from dateline.draft.verify import verified
from dateline.model import Seed


def llm_extractor(
    mode: str, environ: Mapping[str, str], *, spacy_model: str = "", cache: Path | None = None
) -> Extractor:
    """The extractor `llm`. mode: `suggest` (added to what the rules find) or `replace` (instead of it).

    cache: a folder for the gazetteer and the answers, or memory alone.
    """
    settings = LlmSettings.of(environ)
    reader = Reader(settings, Endpoint(settings, Budget(settings)), KeptAnswers(cache / "llm" if cache else None))
    rules = rules_extractor(spacy_model, cache=cache) if mode == "suggest" else None
    gazetteer = open_gazetteer(cache)
    name = f"llm {__version__} (prompt {prompt_version()})"

    def extract(seed: Seed, registry: Registry) -> Extraction:
        if not seed.published:
            # Its day is looked for first; the model is asked once it is known, for days are told against it.
            return Extraction(name, settings.model, dates=find_dates(seed.text, None))
        opening = read_opening(seed.text, seed.place)
        found = findings_of(seed, reader.read(seed), opening, registry, gazetteer, origin=f"llm: {settings.model}")
        found = verified(replace(found, extractor=name, model=settings.model), seed.text)
        return joined(rules(seed, registry), found, seed.text) if rules else found

    return extract
