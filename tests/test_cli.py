"""The command as people run it: what it prints, where, and its exit code."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from folders import PROJECTS, ROOT
from jsonschema import Draft202012Validator

from dateline.cli.commands import dateline

WRONG = PROJECTS / "everything-wrong"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_check_of_good_content_is_silent_on_standard_output() -> None:
    done = run("check", "--project", ROOT)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no problems in 1 briefing" in done.stderr


def test_check_of_bad_content_prints_a_line_each() -> None:
    done = run("check", "--project", WRONG)
    assert done.returncode == 1
    assert all(re.match(r"(briefings|seeds)/[^:]+:\d+: [a-z-]+: \S", line) for line in done.stdout.splitlines())
    assert "Traceback" not in done.stderr


def test_problems_as_json() -> None:
    rows = json.loads(run("check", "--format", "json", "--project", WRONG).stdout)
    assert {tuple(row) for row in rows} == {("path", "line", "rule", "severity", "message", "help")}
    assert len(rows) == len(run("check", "--project", WRONG).stdout.splitlines())


def test_problems_as_annotations_on_lines() -> None:
    """One workflow command a line; what has a meaning in it is escaped."""
    lines = run("check", "--format", "github", "--project", WRONG).stdout.splitlines()
    pattern = r"::(error|warning) file=[^,:]+,line=\d+,title=[^,:]+::.+"
    assert lines
    assert all(re.fullmatch(pattern, line) for line in lines)


def test_warnings_fail_only_a_strict_check() -> None:
    assert run("check", "--project", PROJECTS / "awkward").returncode == 0
    assert run("check", "--strict", "--project", PROJECTS / "awkward").returncode == 1


def test_folder_without_a_project(tmp_path: Path) -> None:
    done = run("check", "--project", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"dateline: no mkdocs.yml in {tmp_path}")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("site_name: [", "must be valid YAML"),
        ("- a\n", "must hold keys and values"),
        ("extra: {dateline: {colour: red}}\n", "extra.dateline.colour"),
        ("extra: {dateline: {vocabulary: {rolls: {a: A}}}}\n", "there is no list 'rolls'"),
    ],
)
def test_settings_that_cannot_be_used(tmp_path: Path, settings: str, words: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = run("check", "--project", tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_template_of_the_project(copy_project: Callable[[str], Path]) -> None:
    project = copy_project("one-briefing")
    (project / "templates" / "pages").mkdir(parents=True)
    (project / "templates" / "pages" / "home.md.j2").write_text("{% if %}", encoding="utf-8")
    done = run("build", "--no-draft", "--project", project)
    assert done.returncode == 2
    assert "home.md.j2" in done.stderr
    assert "Traceback" not in done.stderr


def test_quiet_build_prints_nothing(copy_project: Callable[[str], Path]) -> None:
    project = copy_project("one-briefing")
    (project / "briefings" / "about.md").write_text("Nothing that the check warns of.\n", encoding="utf-8")
    done = run("build", "--no-draft", "--quiet", "--project", project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_project_is_found_from_a_folder_inside_it() -> None:
    assert run("check", "--project", ROOT / "briefings" / "actors").returncode == 0


def test_unknown_seed_has_a_hint() -> None:
    done = run("draft", "seeds/000_23321d89cd196d1.txt", "--project", ROOT)
    assert done.returncode == 2
    assert "did you mean seeds/000_23321d89cd196d14.txt?" in done.stderr


def test_help_teaches_every_command() -> None:
    whole = run("--help").stdout
    for name, command in dateline.commands.items():
        assert name in whole
        assert "Example" in run(name, "--help").stdout
        assert command.help


def test_added_vocabulary_is_accepted_and_in_the_schema(copy_project: Callable[[str], Path]) -> None:
    project = copy_project("one-briefing")
    settings = project / "mkdocs.yml"
    added = "extra: {dateline: {vocabulary: {incident-types: {bridge-fall: Bridge falls}}}}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + added, encoding="utf-8")
    briefing = project / "briefings" / "2031-02-05-dorlen-rail-bridge.md"
    briefing.write_text(
        briefing.read_text(encoding="utf-8").replace("type: sabotage", "type: bridge-fall"), encoding="utf-8"
    )
    assert run("check", "--project", project).returncode == 0
    schema = json.loads(run("schema", "briefing", "--project", project).stdout)
    assert "bridge-fall" in schema["$defs"]["IncidentReport"]["properties"]["type"]["enum"]


REPORT = """date: 2031-01-04

A bomb killed three people in Kabul on Tuesday, police said.
"""


def test_drafting_again_leaves_what_people_wrote(tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="drafting needs its packages: pip install 'dateline[draft]'")
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "briefings").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(REPORT, encoding="utf-8")
    assert run("draft", "--project", tmp_path).returncode == 0
    (path,) = (tmp_path / "briefings").glob("*.md")
    drafted = path.read_text(encoding="utf-8")
    edited = re.sub(r"(?m)^title:.*$", "title:  My own words   # why", drafted, count=1)
    path.write_text(edited, encoding="utf-8")
    again = run("draft", "--refresh", "--project", tmp_path)
    assert (again.returncode, again.stdout) == (0, "")
    assert path.read_text(encoding="utf-8") == edited
    base = tmp_path / ".dateline" / "drafts" / path.name
    base.write_text(drafted.replace("date: 2031-01-04", "date: 2031-01-05", 1), encoding="utf-8")
    path.write_text(edited.replace("date: 2031-01-04", "date: 2031-01-05", 1), encoding="utf-8")
    new = run("draft", "--refresh", "--project", tmp_path)
    assert (new.returncode, new.stdout) == (0, f"briefings/{path.name}\n")
    assert path.read_text(encoding="utf-8") == edited
    assert run("draft", "--refresh", "no-such-briefing", "--project", tmp_path).returncode == 2
    base.write_text("---\nid: [\n---\n", encoding="utf-8")
    broken = run("draft", "--refresh", "--project", tmp_path)
    assert broken.returncode == 1
    assert re.search(rf"(?m)^\.dateline/drafts/{path.name}:\d+: refresh-base: ", broken.stdout + broken.stderr)
    assert "Traceback" not in broken.stderr
    assert path.read_text(encoding="utf-8") == edited


class PlainDates(yaml.SafeLoader):
    """Reads YAML as editors do: numbers are numbers, dates are text."""


PlainDates.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_schema_accepts_what_the_check_accepts(tmp_path: Path) -> None:
    """Every record of the sample projects, and none with a misspelt key."""
    assert run("schema", "--all", tmp_path, "--quiet", "--project", ROOT).returncode == 0
    seen = set()
    for name in ("one-briefing", "cross-linked", "awkward"):
        for path in (PROJECTS / name / "briefings").rglob("*.md"):
            folder = path.parent.name
            kind = folder.removesuffix("s") if folder in ("actors", "locations", "incidents") else "briefing"
            kind = "page" if kind == "briefing" and not path.name.startswith("203") else kind
            schema = json.loads((tmp_path / f"{kind}.schema.json").read_text(encoding="utf-8"))
            data = yaml.load(path.read_text(encoding="utf-8-sig").split("---")[1], Loader=PlainDates)
            faults = [fault.message for fault in Draft202012Validator(schema).iter_errors(data or {})]
            assert faults == [], path
            assert not Draft202012Validator(schema).is_valid({**(data or {}), "titel": "x"})
            seen.add(kind)
    assert seen == {"briefing", "actor", "location", "incident", "page"}


def test_explain_tells_rule_and_words_of_each_datum() -> None:
    """Every quote stands in its line of the seed, every datum names what made it, and nothing is written."""
    before = {path: path.read_bytes() for path in ROOT.glob("briefings/**/*.md")}
    seed = next(ROOT.glob("seeds/*.txt"))
    rows = json.loads(run("explain", seed.relative_to(ROOT).as_posix(), "--format", "json", "--project", ROOT).stdout)
    lines = seed.read_text(encoding="utf-8").splitlines()
    told = [row for row in rows if row["line"]]
    assert {row["path"].partition("[")[0] for row in rows} == {"incidents", "claims", "actors", "places", "dates"}
    assert [row for row in told if row["quote"] not in " ".join("\n".join(lines[row["line"] - 1 :]).split())] == []
    assert [row["path"] for row in rows if row["origin"] == "not recorded"] == []
    first = {row["path"]: row for row in rows if row["path"].startswith("incidents[0]")}
    assert {"incidents[0].place", "incidents[0].sentences[0]"} <= set(first)
    assert first["incidents[0].sentences[0]"]["origin"] == "its own words"
    joined = {row["tie"] for path, row in first.items() if ".sentences" not in path and path != "incidents[0]"}
    assert {"its own words", "names it again"} <= joined <= {row["origin"] for path, row in first.items()}
    assert first["incidents[0].place"]["value"] in first["incidents[0].place"]["quote"]
    assert {path: path.read_bytes() for path in before} == before


def test_explain_takes_a_briefing_by_its_id_or_file() -> None:
    briefing = max(ROOT.glob("briefings/2*.md"))
    by_id, by_file = (run("explain", name, "--project", ROOT).stdout for name in (briefing.stem, briefing))
    assert by_id == by_file
    assert "alleged-perpetrator" in by_id


def test_explain_of_an_unknown_name() -> None:
    done = run("explain", "seeds/none.txt", "--project", ROOT)
    assert done.returncode == 2
    assert "there is no seed 'seeds/none.txt'" in done.stderr


def test_fix_shows_then_writes_then_has_nothing_to_do(copy_project: Callable[[str], Path]) -> None:
    project = copy_project("cross-linked")
    briefing = project / "briefings" / "2031-03-05-army-denies-bombing-dorlen-depot.md"
    text = briefing.read_text(encoding="utf-8")
    briefing.write_text(text.replace("\ndate: ", "\nDate: "), encoding="utf-8")
    shown = run("check", "--fix", "--dry-run", "--project", project)
    assert shown.returncode == 1
    assert [line for line in shown.stdout.splitlines() if re.match(r"[+-]\w", line)] == [
        "-Date: 2031-03-05",
        "+date: 2031-03-05",
    ]
    assert "1 file would change; then " in shown.stderr
    done = run("check", "--fix", "--project", project)
    assert done.returncode == 0
    assert f"{briefing.relative_to(project)}:4: schema: fixed: the key 'Date' is now 'date'\n" in done.stdout
    assert briefing.read_text(encoding="utf-8") == text
    assert "fixed:" not in run("check", "--fix", "--project", project).stdout


def test_fix_beside_problems_for_programs(copy_project: Callable[[str], Path]) -> None:
    done = run("check", "--fix", "--format", "json", "--project", copy_project("everything-wrong"))
    assert done.returncode == 1
    assert {row["rule"] for row in json.loads(done.stdout)} > {"quote-not-in-seed"}
    assert "schema: fixed: the key 'titel' is now 'title'" in done.stderr


def test_dry_run_needs_fix() -> None:
    done = run("check", "--dry-run", "--project", ROOT)
    assert done.returncode == 2
    assert "--dry-run shows what --fix would do" in done.stderr
