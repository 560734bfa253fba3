"""Whom pronouns and definite nouns stand for, on the cases of `cases/antecedents.txt`; anybody can add one."""

import os
from pathlib import Path

import pytest
from casefiles import read_cases

from dateline.extract.rules.language import load_model
from dateline.extract.rules.speakers import phrase_of
from dateline.extract.rules.stages import STAGES, run_stages
from dateline.facts import Registry
from dateline.model import Seed
from dateline.places.gazetteer import Gazetteer, open_gazetteer

CASES = Path(__file__).parent / "cases" / "antecedents.txt"


@pytest.fixture(scope="module")
def gazetteer(cache: Path) -> Gazetteer:
    return open_gazetteer(cache)


def shown(text: str, gazetteer: Gazetteer) -> list[str]:
    """Each anaphor that is resolved and its antecedent: an actor's name, or words in brackets."""
    seed = Seed("seeds/case.txt", "0" * 64, text, "txt", published="2024-01-04")
    found = run_stages(STAGES, seed=seed, registry=Registry(), language=load_model(), gazetteer=gazetteer)
    scene, actors, lines = found["scene"], found["actors"], []
    for i, one in sorted(scene.antecedents.items()):
        phrase = f"[{phrase_of(scene.reading, scene.reading.tokens[one.at])}]"
        who = phrase if one.actor is None else actors[one.actor].name
        lines.append(f"{scene.reading.tokens[i].text} -> {who} | {one.evidence}")
    return lines or ["nobody"]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=title) for title, text, expected in read_cases(CASES)]
)
def test_antecedents(text: str, expected: str, gazetteer: Gazetteer) -> None:
    assert "\n".join(shown(text, gazetteer)) == expected


@pytest.fixture(scope="module", autouse=True)
def rewritten(gazetteer: Gazetteer) -> None:
    """DATELINE_REWRITE=1 writes what is found now as what is expected."""
    if os.environ.get("DATELINE_REWRITE") == "1":
        content = CASES.read_text(encoding="utf-8")
        parts = ["\n".join(line for line in content.split("\n\n")[0].splitlines() if line.startswith("#"))]
        for title, text, _ in read_cases(CASES):
            parts.append("\n".join([title, ".", text, ".", *shown(text, gazetteer), "."]))
        CASES.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="\n")
