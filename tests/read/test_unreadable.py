"""What is no article is a problem with its line, whatever bytes it holds; what is one keeps its characters."""

import unicodedata
from pathlib import Path

import pytest
from folders import ROOT
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Problem, Seed
from dateline.model.visible import visible
from dateline.read import READERS, read_seed_file, read_seeds
from dateline.read.files import read_file
from dateline.read.source import SeedFile

HERE = Path("/nowhere")
ENDINGS = sorted(READERS)


def read_bytes(data: bytes, ending: str = ".txt") -> tuple[list[Seed], list[Problem]]:
    reading = read_file(SeedFile(f"seeds/a{ending}", data, HERE, HERE))
    return [item.seed for item in reading.found], list(reading.problems)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"A shed\nburned \xff", 2),
        (b"A shed\r\nburned\r\n\x00\x01", 3),
        ("A shed burned".encode("utf-16"), 1),
        (b"A shed\n\nburned \x1b[0m", 3),
    ],
)
def test_bytes_that_are_no_text_are_named_with_their_line(data: bytes, line: int) -> None:
    seeds, (problem,) = read_bytes(data)
    assert not seeds
    assert (problem.rule, problem.line, problem.severity) == ("seed-unreadable", line, "error")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_change_nothing(ends: str, mark: str) -> None:
    lines = [" date 2031-03-04 A shed burned.", "", "Nobody was hurt.", ""]
    (seed,), problems = read_bytes((mark + ends.join(lines)).encode())
    assert not problems
    assert (seed.published, seed.text) == ("2031-03-04", "A shed burned.\n\nNobody was hurt.")


def test_composed_and_decomposed_letters_read_the_same() -> None:
    (composed,), _ = read_bytes("Štolnice burned.".encode())
    (decomposed,), _ = read_bytes(unicodedata.normalize("NFD", "Štolnice burned.").encode())
    assert composed.text == decomposed.text == "Štolnice burned."


def test_line_of_json_may_hold_any_line_separator() -> None:
    (seed,), _ = read_bytes('{"id": "a", "text": "A shed\u2028burned."}'.encode(), ".jsonl")
    assert seed.text == "A shed\nburned."


@pytest.mark.parametrize("ending", ENDINGS)
@given(data=st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_break_the_reader(ending: str, data: bytes) -> None:
    for seed in read_bytes(data, ending)[0]:
        assert unicodedata.is_normalized("NFC", seed.text)
        assert seed.text == seed.text.strip()
        assert "\n\n\n" not in seed.text
        assert seed.text.encode("utf-8")


MARKS = (
    'date |2031-03-04|2031-02-30|\n|\n\n| |---\n|title: |url: |: | — |(AP)|TARVENOR|, |Jan. 4|1990|{|}|[|]|"id"|"text"|'
)
MORE_MARKS = '"|&a|*a|!!x|- |# |<p>|</p>|\ufeff|e\u0301|\u2028|\x0c|\r\n|a shed burned'
PIECES = st.sampled_from((MARKS + MORE_MARKS).split("|"))


@pytest.mark.parametrize("ending", ENDINGS)
@given(pieces=st.lists(PIECES, max_size=30))
def test_no_arrangement_of_marks_breaks_the_reader(ending: str, pieces: list[str]) -> None:
    read_bytes("".join(pieces).encode(), ending)


@pytest.mark.parametrize("ending", [".txt", ".md"])
@given(text=st.text(st.characters(codec="utf-8"), max_size=300) | st.lists(PIECES, max_size=30).map("".join))
def test_each_line_of_the_text_stands_in_the_file(ending: str, text: str) -> None:
    decoded = unicodedata.normalize("NFC", visible(text))
    for seed in read_bytes(text.encode(), ending)[0]:
        assert all(line in decoded for line in seed.text.split("\n"))


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"\xff\xfe")
    (folder / "b.txt").symlink_to(tmp_path / "missing.txt")
    (folder / "c.txt").write_text("A shed burned.", encoding="utf-8")
    seeds, problems = read_seeds(folder, root=tmp_path, texts=tmp_path / "texts")
    assert list(seeds) == ["seeds/c.txt"]
    assert [problem.path for problem in problems] == ["seeds/a.txt", "seeds/b.txt"]


def test_no_folder_is_no_seeds(tmp_path: Path) -> None:
    assert read_seeds(tmp_path / "seeds", root=tmp_path, texts=tmp_path / "texts") == ({}, ())


def test_report_of_the_demonstration_is_read_whole() -> None:
    path = ROOT / "seeds" / "000_23321d89cd196d14.txt"
    (seed,), problems = read_seed_file(path, root=ROOT, texts=ROOT / ".dateline" / "texts")
    assert not problems
    assert (seed.ref, seed.published, seed.place) == (f"seeds/{path.name}", "2024-01-04", "")
    assert f" date 2024-01-04 {seed.text}" == path.read_text(encoding="utf-8").rstrip()
