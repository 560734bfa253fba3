"""The documents for people do not fall behind the code."""

import re
import tomllib
from pathlib import Path

import pytest
from folders import ROOT

from dateline.cli.commands import dateline
from dateline.model import Actor, Alias, Briefing, Claim, Incident, IncidentReport, Location, Model, PlainPage, Source

MODELS = (Briefing, Source, IncidentReport, Claim, Actor, Alias, Location, Incident, PlainPage)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_explained(model: type[Model]) -> None:
    words = set(re.findall(r"[a-z_0-9]+", (ROOT / "docs" / "front-matter.md").read_text(encoding="utf-8")))
    assert set(model.model_fields) - words == set()


def test_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in dateline.commands if f"`{name}`" not in readme] == []


def test_readme_shows_both_commands_on_the_first_screen() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:20]
    assert any(line.startswith("make site") for line in first)
    assert any(line.startswith("make test") for line in first)


def test_make_commands_of_the_readme_exist() -> None:
    named = set(re.findall(r"`make ([a-z-]+)`", (ROOT / "README.md").read_text(encoding="utf-8")))
    made = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= made


@pytest.mark.parametrize(
    "page",
    [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"],
    ids=lambda page: page.name,
)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_dependency_is_credited() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *extras["draft"], *extras["llm"], *extras["fetch"]]
    names = {re.split(r"[^A-Za-z0-9_-]", line)[0] for line in needed} - {project["name"]}
    credits_page = (ROOT / "docs" / "credits.md").read_text(encoding="utf-8")
    assert {name for name in names if f"[{name}]" not in credits_page} == set()
