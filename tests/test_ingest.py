"""New seeds become a pull request: the scripts of the workflow against a bare repository, with a stand-in for `gh`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import PROJECTS, ROOT

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")},
}
SEED = "date: 2031-03-04\n\nA bomb killed three people in Kabul on Tuesday, police said.\n"


def run(folder: Path, *command: str, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=folder, env={**ENVIRONMENT, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """A bare repository of a project with one seed that has no briefing."""
    pytest.importorskip("spacy", reason="drafting needs its packages: pip install 'dateline[draft]'")
    first = tmp_path / "first"
    shutil.copytree(PROJECTS / "one-briefing", first, ignore=shutil.ignore_patterns("expected", "build", "site"))
    (first / "seeds" / "bomb.txt").write_text(SEED, encoding="utf-8")
    (first / ".gitignore").write_text("/build/\n/site/\n/.venv/\n", encoding="utf-8")
    (first / "scripts").mkdir()
    shutil.copy2(ROOT / "scripts" / "ingest", first / "scripts")
    run(first, "git", "init", "--quiet", "--initial-branch", "main")
    run(first, "git", "add", "--all")
    run(first, "git", "commit", "--quiet", "--message", "A seed without a briefing")
    run(tmp_path, "git", "clone", "--quiet", "--bare", "first", "upstream.git")
    return tmp_path / "upstream.git"


def clone(upstream: Path, name: str) -> Path:
    """As a job has it: a checkout, with the command installed."""
    run(upstream.parent, "git", "clone", "--quiet", upstream.as_uri(), name)
    folder = upstream.parent / name
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "dateline").symlink_to(Path(sys.executable).with_name("dateline"))
    return folder


def stand_in(folder: Path) -> dict[str, str]:
    """A `gh` that writes down how it was called."""
    program = folder / "bin" / "gh"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{folder}/called"\n', encoding="utf-8")
    program.chmod(0o755)
    return {"PATH": f"{program.parent}:{os.environ['PATH']}", "GITHUB_RUN_ID": "77"}


def test_a_seed_without_a_briefing_becomes_a_pull_request(upstream: Path) -> None:
    main = run(upstream, "git", "rev-parse", "main")
    drafting = clone(upstream, "drafting")
    run(drafting, "scripts/ingest", "pack")
    assert run(drafting, "git", "rev-parse", "HEAD") == main
    assert run(drafting, "git", "diff", "--cached", "--name-only") == ""
    patch = drafting / "build/ingest/changes.patch"
    patch.write_text(patch.read_text(encoding="utf-8") + INTRUDER, encoding="utf-8", newline="\n")

    proposing = clone(upstream, "proposing")
    shutil.copytree(drafting / "build" / "ingest", proposing / "build" / "ingest")
    run(proposing, "scripts/ingest", "propose", **stand_in(upstream.parent))
    assert run(upstream, "git", "rev-parse", "main") == main
    assert run(upstream, "git", "for-each-ref", "--format=%(refname)").splitlines() == [
        "refs/heads/ingest/77",
        "refs/heads/main",
    ]
    new = run(upstream, "git", "diff", "--name-only", "main", "ingest/77").splitlines()
    assert {path.split("/")[0] for path in new} == {"briefings", ".dateline"}
    called = (upstream.parent / "called").read_text(encoding="utf-8").splitlines()
    assert called[:6] == ["pr", "create", "--base", "main", "--head", "ingest/77"]
    summary = (proposing / "build/ingest/summary.md").read_text(encoding="utf-8")
    assert "read by nobody yet" in summary
    assert "### Incidents: 1 added" in summary

    again = run(drafting, "scripts/ingest", "pack")
    assert "an earlier proposal waits" in again
    assert not (drafting / "build" / "ingest").exists()


# What a patch would add if the job that drafts were taken over.
INTRUDER = """\
diff --git a/.github/workflows/own.yml b/.github/workflows/own.yml
new file mode 100644
--- /dev/null
+++ b/.github/workflows/own.yml
@@ -0,0 +1 @@
+on: push
"""


def test_nothing_new_proposes_nothing(upstream: Path) -> None:
    drafting = clone(upstream, "drafting")
    (drafting / "seeds" / "bomb.txt").unlink()
    run(drafting, "git", "commit", "--quiet", "--all", "--message", "No seed without a briefing")
    assert run(drafting, "scripts/ingest", "pack").endswith("ingest: nothing is new")
    assert not (drafting / "build" / "ingest").exists()


def test_what_somebody_staged_stays_staged(upstream: Path) -> None:
    drafting = clone(upstream, "drafting")
    (drafting / "note.txt").write_text("x\n", encoding="utf-8")
    run(drafting, "git", "add", "note.txt")
    run(drafting, "scripts/ingest", "pack")
    assert run(drafting, "git", "diff", "--cached", "--name-only") == "note.txt"
    assert "note.txt" not in (drafting / "build/ingest/changes.patch").read_text(encoding="utf-8")
