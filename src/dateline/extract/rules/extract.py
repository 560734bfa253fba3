"""The extractor `rules`: runs the stages over a seed."""

from pathlib import Path

from dateline import __version__
from dateline.extract.rules.language import load_model
from dateline.extract.rules.stage import run_stages
from dateline.extract.rules.stages import RESULT, STAGES
from dateline.facts.contract import Extractor
from dateline.facts.extraction import Extraction
from dateline.facts.registry import Registry
from dateline.model import Seed
from dateline.places.gazetteer import open_gazetteer


def rules_extractor(model: str = "", *, cache: Path | None = None) -> Extractor:
    """The extractor `rules` with an installed spaCy model; cache: a folder for the gazetteer, or memory."""
    language, gazetteer = load_model(model), open_gazetteer(cache)

    def extract(seed: Seed, registry: Registry) -> Extraction:
        found = run_stages(STAGES, seed=seed, registry=registry, language=language, gazetteer=gazetteer)
        return Extraction(f"rules {__version__}", language.name, **{name: found[name] for name in RESULT})

    return extract
