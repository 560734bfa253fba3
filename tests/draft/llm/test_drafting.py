"""`dateline draft --extractor llm` as people run it, against an endpoint on this machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from draft.llm.loopback import Loopback, Reply
from draft.llm.report import GOOD, SEED, good

from dateline.disk import write_atomic

ID = "2024-01-04-kabul-bombing"


@pytest.fixture
def project(tmp_path: Path, cache: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "build" / "cache").mkdir(parents=True)
    for path in cache.glob("*.sqlite"):
        shutil.copy(path, tmp_path / "build" / "cache")
    write_atomic(tmp_path / "seeds" / "a.txt", SEED)
    return tmp_path


def settings(project: Path, words: str) -> None:
    (project / "mkdocs.yml").write_text(f"site_name: Test\nextra: {{dateline: {{draft: {words}}}}}\n", encoding="utf-8")


def run(project: Path, endpoint: Loopback | None, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("DATELINE_LLM", "OPENAI_"))}
    where = {"DATELINE_LLM_BASE_URL": endpoint.url} if endpoint else {}
    whole = {**clean, **where, "DATELINE_LLM_MODEL": "tiny", "DATELINE_LLM_RETRIES": "0", **environ}
    command = [sys.executable, "-m", "dateline", *arguments, "--project", str(project)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=whole)


def briefing(project: Path) -> dict[str, object]:
    (path,) = (project / "briefings").glob("2024*.md")
    return dict(yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1]))


def test_the_model_alone(project: Path, endpoint: Loopback) -> None:
    settings(project, "{llm: replace}")
    done = run(project, endpoint, "draft", "--extractor", "llm")
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    found = briefing(project)
    assert found["id"] == ID
    assert found["drafted"]["extractor"].startswith("llm ")
    assert found["drafted"]["model"] == "tiny"
    assert [part["role"] for part in found["incidents"][0]["participants"]] == ["perpetrator", "alleged-perpetrator"]
    assert run(project, None, "check").returncode == 0


def test_the_model_beside_the_rules_by_setting(project: Path, endpoint: Loopback) -> None:
    settings(project, "{extractor: llm}")
    other = {**GOOD["incidents"][0], "injured": None, "fatalities": {"low": 10, "high": 10, "quote": "at least ten"}}
    endpoint.replies = [Reply(good(incidents=[other], dates=[{"value": "2024", "quote": "never written"}]))]
    done = run(project, endpoint, "draft")
    assert done.returncode == 0
    path = f"briefings/{ID}.md:1"
    assert (
        f"{path}: draft-suggestion: warning: llm: tiny suggests fatalities 10 where the rules have 3: “at least ten”"
        in (done.stdout)
    )
    assert f"{path}: draft-dropped: warning: 1 finding had no words in the report" in done.stdout
    found = briefing(project)
    assert found["incidents"][0]["fatalities"] in ({"low": 3, "high": 3}, 3)
    assert found["drafted"]["model"].endswith("+ tiny")
    assert run(project, None, "check").returncode == 0


def test_answers_are_kept_so_that_drafting_again_is_free_and_the_same(project: Path, endpoint: Loopback) -> None:
    assert run(project, endpoint, "draft", "--extractor", "llm").returncode == 0
    first = {path: path.read_bytes() for path in (project / "briefings").rglob("*.md")}
    for folder in ("briefings", ".dateline"):
        shutil.rmtree(project / folder)
    assert run(project, endpoint, "draft", "--extractor", "llm").returncode == 0
    assert {path: path.read_bytes() for path in (project / "briefings").rglob("*.md")} == first
    assert len(endpoint.requests) == 1


def test_explain_names_the_model(project: Path, endpoint: Loopback) -> None:
    settings(project, "{llm: replace}")
    done = run(project, endpoint, "explain", "--extractor", "llm", "seeds/a.txt")
    assert (done.returncode, "llm: tiny" in done.stdout) == (0, True)
    endpoint.replies = [Reply("oops", status=500)]
    shutil.rmtree(project / "build" / "cache" / "llm")
    done = run(project, endpoint, "explain", "--extractor", "llm", "seeds/a.txt")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_a_refresh_that_was_not_read_leaves_the_briefing(project: Path, endpoint: Loopback) -> None:
    assert run(project, endpoint, "draft", "--extractor", "llm").returncode == 0
    before = {path: path.read_bytes() for path in (project / "briefings").rglob("*.md")}
    shutil.rmtree(project / "build" / "cache" / "llm")
    endpoint.replies = [Reply("oops", status=500)]
    done = run(project, endpoint, "draft", "--refresh", "--extractor", "llm")
    assert "draft-unread" in done.stdout
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert {path: path.read_bytes() for path in (project / "briefings").rglob("*.md")} == before


def test_a_report_that_was_not_read_gets_no_briefing_and_the_next_one_does(project: Path, endpoint: Loopback) -> None:
    write_atomic(project / "seeds" / "b.txt", SEED.replace("2024-01-04", "2024-01-05"))
    endpoint.replies = [Reply("no"), Reply("no"), Reply("no"), Reply(good())]
    done = run(project, endpoint, "draft", "--extractor", "llm")
    assert done.returncode == 1
    assert "seeds/a.txt:1: draft-unread: " in done.stdout
    assert [path.name for path in (project / "briefings").glob("2024*.md")] == ["2024-01-05-kabul-bombing.md"]
    assert run(project, endpoint, "draft", "--extractor", "llm").returncode == 0
    assert (project / "briefings" / f"{ID}.md").is_file()


def test_a_spent_budget_stops_the_run_and_loses_nothing(project: Path, endpoint: Loopback) -> None:
    write_atomic(project / "seeds" / "b.txt", SEED.replace("2024-01-04", "2024-01-05"))
    done = run(project, endpoint, "draft", "--extractor", "llm", DATELINE_LLM_MAX_REQUESTS="1")
    assert done.returncode == 2
    assert f"briefings/{ID}.md" in done.stdout
    assert "the budget of 1 requests is spent" in done.stderr
    assert "(1 of 2 seeds were looked at)" in done.stderr
    assert run(project, endpoint, "draft", "--extractor", "llm", DATELINE_LLM_MAX_REQUESTS="1").returncode == 0
    assert len(endpoint.requests) == 2
    assert len(list((project / "briefings").glob("2024*.md"))) == 2


def test_a_build_stops_too_and_publishes_nothing(project: Path, endpoint: Loopback) -> None:
    settings(project, "{extractor: llm}")
    endpoint.replies = [Reply("who are you", status=401)]
    done = run(project, endpoint, "build")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "status 401: who are you" in done.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [("{llm: add}", "extra.dateline.draft.llm"), ("{extractor: magic}", "must be one of rules, llm")],
)
def test_settings_that_cannot_be_used(project: Path, words: str, message: str) -> None:
    settings(project, words)
    done = run(project, None, "draft")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert message in done.stderr


def test_without_an_endpoint_it_says_what_to_set(project: Path) -> None:
    done = run(project, None, "draft", "--extractor", "llm", "--quiet")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "set DATELINE_LLM_BASE_URL" in done.stderr


def test_without_its_package_it_says_what_to_install(project: Path, endpoint: Loopback) -> None:
    program = "import sys; sys.modules['openai'] = None; from dateline.cli import main; main(sys.argv[1:])"
    environ = {**os.environ, "DATELINE_LLM_BASE_URL": endpoint.url, "DATELINE_LLM_MODEL": "tiny"}
    command = [sys.executable, "-c", program, "draft", "--extractor", "llm", "--quiet", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environ)
    expected = "dateline: the extractor 'llm' needs openai; pip install 'dateline[llm]'\n"
    assert (done.returncode, done.stderr) == (2, expected)
