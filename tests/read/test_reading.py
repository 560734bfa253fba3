"""Folders of seeds in, what was read from them out: `cases/*/seeds` against `cases/*/expected.json`.

`DATELINE_REWRITE=1` writes the expectations anew, to be reviewed as a diff.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from dateline.model import Quote
from dateline.model.quoting import find_quote
from dateline.read import read_seed_file, read_seeds
from dateline.read.plain import headline

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", sorted(path.parent for path in CASES.glob("*/seeds")), ids=lambda case: case.name)
def test_folder_is_read_as_expected(case: Path) -> None:
    seeds, problems = read_seeds(case / "seeds", root=case, texts=case / "texts")
    found = {
        "seeds": [{key: value for key, value in asdict(seed).items() if value} for seed in seeds.values()],
        "problems": [f"{problem} ({problem.severity})" for problem in problems],
    }
    expected = case / "expected.json"
    if os.environ.get("DATELINE_REWRITE") == "1":
        expected.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", sorted(path.parent for path in CASES.glob("*/seeds")), ids=lambda case: case.name)
def test_one_file_reads_as_it_does_among_others(case: Path) -> None:
    together, _ = read_seeds(case / "seeds", root=case, texts=case / "texts")
    for path in {case / seed.path for seed in together.values()}:
        alone, _ = read_seed_file(path, root=case, texts=case / "texts")
        assert alone
        assert all(together[seed.ref] == seed for seed in alone)


def test_marks_that_turn_letters_around_are_left_out(tmp_path: Path) -> None:
    """A word that only looks like another could stand in a quote; Arabic needs no such mark to read well."""
    path = tmp_path / "a.txt"
    path.write_text("Police in \u202eDorlen\u202c named \u2067نور\u2069.\n", encoding="utf-8")
    (seed,) = read_seed_file(path, root=tmp_path, texts=tmp_path / "texts")[0]
    assert seed.text == "Police in Dorlen named نور."


def test_characters_that_nobody_sees_are_left_out(tmp_path: Path) -> None:
    """Soft hyphens and zero-width spaces tear names in two; joiners stay where a script needs them."""
    path = tmp_path / "a.txt"
    path.write_text(
        "Mus\u00adtafa\u200b Dor\u2060\u200dlan saw Te\u00adrel; \u0645\u06cc\u200c\u062e.\n", encoding="utf-8"
    )
    (seed,) = read_seed_file(path, root=tmp_path, texts=tmp_path / "texts")[0]
    assert seed.text == "Mustafa Dorlan saw Terel; \u0645\u06cc\u200c\u062e."
    assert find_quote(Quote(source="s1", exact="Mus\u00adtafa Dorlan"), seed.text) == [(0, 14)]


def test_a_byline_is_no_headline() -> None:
    assert headline("by Rosa Lind\n\nThe port is shut.") == ""
    assert headline("by Rosa Lind") == ""
    assert headline("Bridge by Rosa Lind opened\n\nThe port is shut.") == "Bridge by Rosa Lind opened"
    assert headline("Bridge shut\n\nby Rosa Lind\n\nThe port is shut.") == "Bridge shut"


def test_a_remark_of_the_desk_is_no_headline() -> None:
    assert headline("ATTENTION - ADDS details, quotes ///\n\nThe port is shut.") == ""
    assert headline("ATTENTION - RECASTS ///\n\nPort shut by ice\n\nThe port is shut.") == "Port shut by ice"
