"""Names of seed files as systems write them: one name, whatever way its accents are kept."""

import unicodedata
from pathlib import Path

import pytest

from dateline.read import read_seeds

NAME = "Málaga-é.txt"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_seed_is_called_by_its_name_in_one_form(tmp_path: Path, form: str) -> None:
    path = tmp_path / "seeds" / unicodedata.normalize(form, NAME)
    path.parent.mkdir()
    path.write_text("date: 2031-03-05\n\nA bomb exploded.", encoding="utf-8")
    seeds, problems = read_seeds(tmp_path / "seeds", root=tmp_path, texts=tmp_path / "texts")
    assert list(seeds) == [f"seeds/{unicodedata.normalize('NFC', NAME)}"]
    assert problems == ()


def test_two_files_of_one_name_are_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for form in ("NFC", "NFD"):
        path = tmp_path / "seeds" / unicodedata.normalize(form, NAME)
        path.write_text(f"date: 2031-03-05\n\nA bomb exploded. {form}", encoding="utf-8")
    if len(list((tmp_path / "seeds").iterdir())) == 1:
        pytest.skip("this disk takes them for one name")
    seeds, problems = read_seeds(tmp_path / "seeds", root=tmp_path, texts=tmp_path / "texts")
    assert len(seeds) == 1
    assert [problem.rule for problem in problems] == ["seed-name"]
