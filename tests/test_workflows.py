"""The workflows: clean for actionlint and zizmor, pinned to commits, and without rights they do not need."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

# What each tool must refuse: an unknown key of a step, a script that a pull request's title can write into.
MISSPELT = """\
on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - runs: make check
"""
INJECTABLE = """\
on: pull_request
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "${{ github.event.pull_request.title }}"
"""


def run(tool: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """One of the installed tools, as in scripts/lint."""
    command = [Path(sys.executable).with_name(tool), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def actionlint(*files: Path) -> subprocess.CompletedProcess[str]:
    return run("actionlint", "-shellcheck=", "-pyflakes=", *files)


def zizmor(*files: Path) -> subprocess.CompletedProcess[str]:
    return run("zizmor", "--offline", "--quiet", "--persona", "auditor", *files)


def test_there_are_workflows() -> None:
    """Without this, a moved folder would pass every other test here."""
    assert {path.stem for path in WORKFLOWS} >= {"ingest", "pages", "pull-request", "tests"}


def test_actionlint_finds_nothing() -> None:
    result = actionlint(*WORKFLOWS)
    assert result.returncode == 0, result.stdout + result.stderr


def test_zizmor_finds_nothing() -> None:
    result = zizmor(ROOT / ".github")
    assert result.returncode == 0, result.stdout + result.stderr


def test_actionlint_refuses_a_broken_workflow(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(MISSPELT, encoding="utf-8", newline="\n")
    result = actionlint(broken)
    assert result.returncode == 1
    assert "broken.yml:7:" in result.stdout


def test_zizmor_refuses_an_injectable_workflow(tmp_path: Path) -> None:
    broken = tmp_path / ".github" / "workflows" / "broken.yml"
    broken.parent.mkdir(parents=True)
    broken.write_text(INJECTABLE, encoding="utf-8", newline="\n")
    result = zizmor(broken)
    assert result.returncode > 0
    assert "template-injection" in result.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_commit_with_its_version(path: Path) -> None:
    uses = re.findall(r"uses:\s*(.*)", path.read_text(encoding="utf-8"))
    assert uses
    for used in uses:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_given_per_job_alone(path: Path) -> None:
    """Nothing at the top; and no workflow that runs a stranger's code with our secrets."""
    workflow = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())
    assert not {"pull_request_target", "workflow_run"} & set(workflow["on"])


def test_few_jobs_may_write() -> None:
    """The deployment runs no code of the project; the proposal of drafts runs git and gh, no Python."""
    writers = {
        (path.stem, name): {right for right, level in job["permissions"].items() if level == "write"}
        for path in WORKFLOWS
        for name, job in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"].items()
        if "write" in job["permissions"].values()
    }
    assert writers == {
        ("pages", "deploy"): {"pages", "id-token"},
        ("ingest", "propose"): {"contents", "pull-requests"},
    }


def test_what_reads_the_web_may_write_nothing() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ingest.yml").read_text(encoding="utf-8"))["jobs"]
    runs = {name: " ".join(step.get("run", "") for step in job["steps"]) for name, job in jobs.items()}
    assert [name for name, text in runs.items() if "dateline" in text or "scripts/setup" in text] == ["draft"]
    assert jobs["draft"]["permissions"] == {"contents": "read"}
    assert "git push" not in " ".join(runs.values())


def test_a_pull_request_needs_no_secret() -> None:
    text = (ROOT / ".github" / "workflows" / "pull-request.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "github.token" not in text


def test_a_pull_request_with_mistakes_still_says_what_it_does() -> None:
    text = (ROOT / ".github" / "workflows" / "pull-request.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["site"]["steps"]
    names = [step["name"] for step in steps]
    (told,) = [step for step in steps if "dateline diff" in step.get("run", "")]
    assert names.index("Check") < names.index(told["name"]) < names.index("Build")
    assert "!cancelled()" in told["if"]
    assert told["run"].endswith('>> "$GITHUB_STEP_SUMMARY"')


@pytest.mark.parametrize("name", ["core", "draft", "engines", "dev"])
def test_every_locked_package_has_hashes_and_no_address(name: str) -> None:
    """What the workflows install comes from the package index, byte for byte as it was locked."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.split("\n\n")[-1])
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert len(packages) > 20
    assert all(re.match(r"[a-z0-9._-]+==\S+.*\\\n +--hash=sha256:[0-9a-f]{64}", entry) for entry in packages)
    assert not re.search(r"://|^ *--(?!hash)| @ ", text, flags=re.MULTILINE)
