"""What is made for editors and contributors: schemas, snippets, settings, the hook, the examples of CONTRIBUTING.md."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from folders import PROJECTS, ROOT
from jsonschema import Draft202012Validator
from render.small_project import small_export

from dateline.api import KINDS, Project, check_project, format_problems, json_schema, write_schemas
from dateline.check.references import Reference, briefing_references, profile_references
from dateline.export.schemas import schema_files

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CROSS_LINKED = Project.open(PROJECTS / "cross-linked")
BRIEFING = "briefings/2031-02-05-dorlen-rail-bridge.md"


def references() -> Iterator[tuple[str, Reference]]:
    """(kind of record, each id in it that names another record) of a whole project."""
    corpus = check_project(CROSS_LINKED).corpus
    for record in corpus.briefings.values():
        yield from (("briefing", reference) for reference in briefing_references(record.data))
    for kind, records in (("actor", corpus.actors), ("location", corpus.locations), ("incident", corpus.incidents)):
        for profile in records.values():
            yield from ((kind, reference) for reference in profile_references(profile.data))


def offered(node: dict[str, Any], keys: tuple[str | int, ...], whole: dict[str, Any]) -> set[str]:
    """The values that a schema offers at a path of keys."""
    if "$ref" in node:
        return offered(whole["$defs"][node["$ref"].rpartition("/")[2]], keys, whole)
    found = {value for branch in node.get("anyOf", ()) for value in offered(branch, keys, whole)}
    if not keys:
        return found | set(node.get("enum", ()))
    first, *rest = keys
    below = node.get("items") if isinstance(first, int) else node.get("properties", {}).get(first)
    return found | (offered(below, tuple(rest), whole) if below else set())


def test_ids_are_offered_wherever_a_record_is_named() -> None:
    ids = {kind: [f"an-{kind}"] for kind in ("actor", "location", "incident")}
    schemas = {kind: json_schema(kind, CROSS_LINKED.vocabulary, ids=ids) for kind in KINDS}
    seen = set()
    for kind, reference in references():
        if reference.kind in ids:
            assert f"an-{reference.kind}" in offered(schemas[kind], reference.keys, schemas[kind]), reference
            seen.add((kind, reference.kind))
    assert seen >= {("briefing", "actor"), ("briefing", "location"), ("briefing", "incident"), ("actor", "location")}


def test_schemas_with_ids_accept_new_ids_and_refuse_what_is_none(tmp_path: Path) -> None:
    write_schemas(CROSS_LINKED, tmp_path, with_ids=True)
    schema = json.loads((tmp_path / "actor.schema.json").read_text(encoding="utf-8"))
    for value, is_valid in (("vardania", True), ("brand-new", True), ("Not an id", False)):
        assert Draft202012Validator(schema).is_valid({"id": "a", "name": "A", "country": value}) is is_valid
    assert "x-id" not in (tmp_path / "briefing.schema.json").read_text(encoding="utf-8")
    assert "vardania" in schema["properties"]["country"]["anyOf"][0]["anyOf"][0]["enum"]


def test_the_site_has_the_schemas() -> None:
    found = dict(schema_files(small_export()))
    assert list(found) == [f"schemas/{kind}.schema.json" for kind in KINDS]
    assert "$id" not in json.loads(found["schemas/briefing.schema.json"])


def test_a_published_schema_knows_its_address(copy_project: Callable[[str], Path]) -> None:
    project = copy_project("one-briefing")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_url: https://news.example/site\n")
    export = type(small_export())(small_export().index, Project.open(project), {})
    schema = json.loads(dict(schema_files(export))["schemas/actor.schema.json"])
    assert schema["$id"] == "https://news.example/site/schemas/actor.schema.json"
    Draft202012Validator.check_schema(schema)


def test_snippets_hold_every_id_and_term(copy_project: Callable[[str], Path]) -> None:
    project = Project.open(copy_project("cross-linked"))
    assert len(write_schemas(project, project.build / "schemas", with_ids=True)) == len(KINDS)
    (project.root / ".vscode").mkdir()
    written = write_schemas(project, project.build / "schemas", with_ids=True)[-1]
    found = json.loads(written.read_text(encoding="utf-8"))
    bodies = {snippet["body"] for snippet in found.values() if isinstance(snippet["body"], str)}
    corpus = check_project(project).corpus
    assert bodies >= {*corpus.actors, *corpus.locations, *corpus.incidents, *project.vocabulary["roles"]}
    assert all(re.fullmatch(r"[a-z0-9-]+", body) for body in bodies), "a body with signs that mean something"
    assert "Red Cross" in found["actor red-cross"]["prefix"]
    assert "|asserts,denies,reports,no-comment,retracts|" in "".join(found["claim"]["body"])


def test_the_matcher_of_vs_code_reads_each_problem() -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    matcher = tasks[0]["problemMatcher"]["pattern"]
    problems = check_project(Project.open(PROJECTS / "everything-wrong")).problems
    lines = format_problems(problems).splitlines()
    assert len(lines) == len(problems) > 20
    for line, problem in zip(lines, problems, strict=True):
        read = re.search(matcher["regexp"], line)
        assert read, line
        file, number, rule = (read[matcher[key]] for key in ("file", "line", "code"))
        assert (file, int(number), rule) == (problem.path, problem.line, problem.rule)
        assert (read[matcher["severity"]] == "warning") is (problem.severity == "warning")
        assert read[matcher["message"]] == problem.message


def test_the_settings_of_vs_code_give_each_record_its_schema(tmp_path: Path) -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    written = {f"./build/schemas/{path.name}" for path in write_schemas(CROSS_LINKED, tmp_path)}
    assert set(settings) <= written
    for path in (CROSS_LINKED.root / "briefings").rglob("*.md"):
        relative = path.relative_to(CROSS_LINKED.root).as_posix()
        folder = path.parent.name if relative.count("/") > 1 else "briefing"
        kinds = [name.split("/")[-1].split(".")[0] for name, glob in settings.items() if _matches(relative, glob)]
        expected = [] if relative == "briefings/about.md" else [folder.removesuffix("s")]
        assert kinds == expected, relative


def _matches(path: str, glob: str) -> bool:
    """As VS Code has it: a star does not reach over a slash."""
    return path.count("/") == glob.count("/") and fnmatch(path, glob)


ENVIRONMENT = {
    **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{who}_{what}": f"{what}@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def tool(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env={**ENVIRONMENT, **more}, capture_output=True, text=True, encoding="utf-8", check=False
    )


def documented_hook() -> dict[str, Any]:
    text = next(block for block in re.findall(r"```yaml\n(.*?)```", CONTRIBUTING, re.DOTALL) if "repos:" in block)
    hook: dict[str, Any] = yaml.safe_load(text)["repos"][0]["hooks"][0]
    return hook


def published_hook() -> dict[str, Any]:
    """As pre-commit runs it once it has installed the package."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {**hook, "language": "system"}


@pytest.mark.parametrize("hook", [documented_hook(), published_hook()], ids=["documented", "published"])
def test_the_hook_refuses_a_commit_with_a_mistake(
    hook: dict[str, Any], copy_project: Callable[[str], Path], tmp_path: Path
) -> None:
    programs = Path(sys.executable).parent
    project = copy_project("one-briefing")
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (project / ".gitignore").write_text(".venv/\n", encoding="utf-8")
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "bin" / "dateline").symlink_to(programs / "dateline")
    more = {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "PATH": f"{programs}:{os.environ['PATH']}"}
    for command in (("init", "-q"), ("add", "--all")):
        assert tool(project, "git", *command).returncode == 0
    assert tool(project, "pre-commit", "install", **more).returncode == 0
    good = tool(project, "git", "commit", "-m", "All is well", **more)
    assert good.returncode == 0, good.stdout + good.stderr
    path = project / BRIEFING
    path.write_text(path.read_text("utf-8").replace("Nobody was killed.}", "Nobody was hurt.}"), encoding="utf-8")
    bad = tool(project, "git", "commit", "-a", "-m", "Nobody was hurt", **more)
    assert bad.returncode == 1
    assert re.search(rf"{BRIEFING}:\d+: quote-not-in-seed: ", bad.stdout + bad.stderr)


def test_the_manifest_of_the_hook_is_valid() -> None:
    done = tool(ROOT, str(Path(sys.executable).with_name("pre-commit")), "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout


def examples() -> list[tuple[str, str, str, str]]:
    """(title, file, kind of block, block) of each example of how a change looks."""
    part = CONTRIBUTING.partition("## How changes look")[2].partition("\n## ")[0]
    found = []
    for section in part.split("\n### ")[1:]:
        title, file = section.partition("\n")[0], ""
        for mention, kind, block in re.findall(
            r"`(briefings/[^`]+\.md)`|```(diff|markdown)\n(.*?)```", section, re.DOTALL
        ):
            file = mention or file
            if kind:
                found.append((title, file, kind, block))
    return found


def changed(text: str, kind: str, block: str) -> str:
    """A file with an example in it: its lines changed, a fragment at its end, or all of it."""
    if kind == "markdown":
        return block if block.startswith("---\n") else f"{text}\n{block}"
    lines = block.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
    new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
    assert text.count(old) == 1, f"these lines must stand once in the file:\n{old}"
    return text.replace(old, new)


def test_each_example_of_a_change_passes_the_check(copy_project: Callable[[str], Path]) -> None:
    project = Project.open(copy_project("one-briefing"))
    before = check_project(project).problems
    told: dict[str, list[tuple[str, str, str]]] = {}
    for title, file, kind, block in examples():
        told.setdefault(title, []).append((file, kind, block))
    assert len(told) == 6
    for title, steps in told.items():
        shutil.rmtree(project.root / "briefings")
        shutil.copytree(PROJECTS / "one-briefing" / "briefings", project.root / "briefings")
        for file, kind, block in steps:
            path = project.root / file
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            path.write_text(changed(text, kind, block), encoding="utf-8", newline="\n")
        assert check_project(project).problems == before, title
        assert check_project(project).corpus.briefings.keys() == {Path(BRIEFING).stem}


def test_the_example_of_owners_names_what_is_there() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS.example").read_text(encoding="utf-8").splitlines()
    patterns = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert patterns[0] == "*"
    assert all((ROOT / pattern.strip("/")).exists() for pattern in patterns[1:])


def test_the_forms_of_pull_requests_are_the_ones_that_are_named() -> None:
    forms = {path.name for path in (ROOT / ".github" / "PULL_REQUEST_TEMPLATE").iterdir()}
    default = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    assert set(re.findall(r"template=([a-z-]+\.md)", default)) == forms
    assert forms == set(re.findall(r"`([a-z-]+\.md)`", CONTRIBUTING)) & forms
