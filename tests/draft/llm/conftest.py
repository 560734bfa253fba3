"""The endpoint and the extractor that asks it; no variable of this machine's environment counts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from draft.llm.loopback import Loopback, Reply, serving
from draft.llm.report import TEXT, good

from dateline.extract.llm import llm_extractor
from dateline.extract.rules import rules_extractor
from dateline.facts import Extraction, Registry
from dateline.model import Seed

pytest.importorskip("openai", reason="needs its package: pip install 'dateline[llm]'")


@pytest.fixture
def endpoint() -> Iterator[Loopback]:
    with serving(Loopback([Reply(good())])) as loopback:
        yield loopback


Read = Callable[..., Extraction]


@pytest.fixture
def read(endpoint: Loopback, cache: Path) -> Read:
    """Read a text by the model: read(text, mode=…, DATELINE_LLM_…=…)."""

    def run(text: str = TEXT, *, mode: str = "replace", keep: Path | None = None, **environ: str) -> Extraction:
        folder = keep or cache
        for kept in folder.glob("llm/*.json") if keep is None else ():
            kept.unlink()
        given = {"DATELINE_LLM_BASE_URL": endpoint.url, "DATELINE_LLM_MODEL": "tiny", "DATELINE_LLM_RETRIES": "1"}
        rules = rules_extractor(cache=cache) if mode == "suggest" else None
        extract = llm_extractor({**given, **environ}, rules, cache=folder)
        return extract(Seed("seeds/a.txt", "0" * 64, text, "txt", published="2024-01-04"), Registry())

    return run
