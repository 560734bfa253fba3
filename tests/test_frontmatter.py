"""Front matter: text stays text, each fault has its line, and what is written reads back the same."""

from pathlib import Path

import pytest
from casefiles import read_cases
from hypothesis import given
from hypothesis import strategies as st

from dateline.frontmatter import FrontMatterError, parse, write
from dateline.model import Actor, Alias, Briefing, Quote, Source

CASES = list(read_cases(Path(__file__).parent / "cases" / "frontmatter.txt"))


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fault_has_its_line(text: str, expected: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        parse(text + "\n")
    assert f"{caught.value.line}: {caught.value.message}" == expected


def test_text_stays_text() -> None:
    """What YAML 1.1 reads as truth, time, number or date stays as written."""
    parsed = parse("---\na: NO\nb: 12:30\nc: 2024-01-04\nd: 010\ne: on\nf: 1_000\n---\nBody\n")
    assert parsed.data == {"a": "NO", "b": "12:30", "c": "2024-01-04", "d": "010", "e": "on", "f": "1_000"}
    assert parsed.body == "Body\n"
    assert parsed.body_line == 9


def test_key_without_value_is_left_out() -> None:
    assert parse("---\na:\nb: ~\nc: ''\nd: null\n---\n").data == {"c": ""}


def test_each_key_knows_its_line() -> None:
    parsed = parse("---\na: 1\nb:\n  - c: 2\n    d: [x,\n      y]\n---\n")
    assert parsed.lines["b", 0, "d"] == 5
    assert parsed.lines["b", 0, "d", 1] == 6


def test_file_without_front_matter_is_all_body() -> None:
    assert parse("# Title\n\n---\n\ntext\n").body == "# Title\n\n---\n\ntext\n"


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40).filter(
    lambda text: text.strip() == text and text
)


@given(name=words, alias=words, description=words)
def test_profile_reads_back(name: str, alias: str, description: str) -> None:
    actor = Actor(id="a", name=name, description=description, aliases=(Alias(name=alias, lang="ar"),))
    assert Actor.model_validate(parse(write(actor, "Text.")).data) == actor


@given(title=words, exact=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=300))
def test_briefing_reads_back(title: str, exact: str) -> None:
    """Quotes come back character for character, with spaces at their ends and lines of any length."""
    briefing = Briefing(
        id="2024-01-04-x",
        title=title,
        date="2024-01-04",
        sources=(Source(id="s1", seed="seeds/x.txt"),),
        quotes={"q1": Quote(source="s1", exact=exact), "q2": Quote(source="s1", exact=f"{exact}\n\n{exact}")},
    )
    again = Briefing.model_validate(parse(write(briefing)).data)
    assert again == briefing


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? "])
def test_nesting_cannot_exhaust_the_stack(unit: str) -> None:
    with pytest.raises(FrontMatterError):
        parse(f"---\na:\n  {unit * 100_000}x\n---\n")
