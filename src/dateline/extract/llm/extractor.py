"""The arrow: a seed's parts are asked about, the answers verified, and joined with what the rules find or not."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dateline import __version__
from dateline.extract.dates import find_dates
from dateline.extract.llm.budget import Budget
from dateline.extract.llm.endpoint import Endpoint
from dateline.extract.llm.findings import findings_of
from dateline.extract.llm.joining import joined
from dateline.extract.llm.kept_answers import KeptAnswers
from dateline.extract.llm.prompt import prompt_version
from dateline.extract.llm.reader import Reader
from dateline.extract.llm.settings import LlmSettings
from dateline.extract.marked_genre import lines_of, marked_genre
from dateline.extract.opening import read_opening
from dateline.extract.prose import prose_of
from dateline.facts.contract import Extractor
from dateline.facts.extraction import Extraction
from dateline.facts.registry import Registry
from dateline.facts.verify import verified
from dateline.model import Seed
from dateline.places.gazetteer import open_gazetteer


def llm_extractor(
    environ: Mapping[str, str], rules: Extractor | None = None, *, cache: Path | None = None
) -> Extractor:
    """The extractor `llm`. rules: what its findings are added to; without one they stand alone.

    cache: a folder for the gazetteer and the answers, or memory alone.
    """
    settings = LlmSettings.of(environ)
    reader = Reader(settings, Endpoint(settings, Budget(settings)), KeptAnswers(cache / "llm" if cache else None))
    gazetteer = open_gazetteer(cache)
    name = f"llm {__version__} (prompt {prompt_version()})"

    def extract(seed: Seed, registry: Registry) -> Extraction:
        if not seed.published:
            # Its day is looked for first; the model is asked once it is known, for days are told against it.
            return Extraction(name, settings.model, dates=find_dates(seed.text, None))
        around, prose = prose_of(seed)
        opening = read_opening(prose.text, seed.place)
        genre = marked_genre(lines_of(seed.title, seed.text, opening, around))
        found = findings_of(prose, reader.read(prose), opening, registry, gazetteer, origin=f"llm: {settings.model}")
        found = verified(replace(found, extractor=name, model=settings.model, genre=genre), seed.text)
        return joined(rules(seed, registry), found, seed.text) if rules else found

    return extract
