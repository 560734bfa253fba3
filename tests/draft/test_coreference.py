"""What pronouns and definite nouns stand for, on the cases of two files in `cases/`; anybody can add one.

`antecedents.txt`: “he”, “the general”, “the group”; `recalled.txt`: “the attack”.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from casefiles import read_cases

from dateline.extract.rules.language import load_model
from dateline.extract.rules.recalled import find_recalled
from dateline.extract.rules.speakers import phrase_of
from dateline.extract.rules.stage import run_stages
from dateline.extract.rules.stages import STAGES
from dateline.extract.rules.triggers import find_triggers
from dateline.facts import Registry
from dateline.model import Seed
from dateline.places.gazetteer import Gazetteer, open_gazetteer

CASES = Path(__file__).parent / "cases"


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


def shown_recalled(text: str, _: Gazetteer) -> list[str]:
    """Each definite noun for a deed and the words of the trigger that it names again."""
    reading = load_model().read(text)
    triggers, lines = find_triggers(reading), []
    for i, one in find_recalled(reading, triggers).items():
        told = triggers[one.trigger]
        words = reading.span(told.first, told.last).of(text)
        lines.append(f"{reading.tokens[i].text} -> {words} | {one.evidence}")
    return lines or ["nothing"]


Shown = Callable[[str, Gazetteer], list[str]]
FILES: dict[str, Shown] = {"antecedents": shown, "recalled": shown_recalled}


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        pytest.param(file, text, expected, id=f"{file}: {title}")
        for file in FILES
        for title, text, expected in read_cases(CASES / f"{file}.txt")
    ],
)
def test_case(file: str, text: str, expected: str, gazetteer: Gazetteer) -> None:
    assert "\n".join(FILES[file](text, gazetteer)) == expected


@pytest.fixture(scope="module", autouse=True)
def rewritten(gazetteer: Gazetteer) -> None:
    """DATELINE_REWRITE=1 writes what is found now as what is expected."""
    if os.environ.get("DATELINE_REWRITE") == "1":
        for file, show in FILES.items():
            path = CASES / f"{file}.txt"
            head = path.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
            parts = ["\n".join(line for line in head if line.startswith("#"))]
            for title, text, _ in read_cases(path):
                parts.append("\n".join([title, ".", text, ".", *show(text, gazetteer), "."]))
            path.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="\n")
