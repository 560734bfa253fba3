"""The test that extractors are put to finds each broken promise, and none where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conformance.bad_extractors import BAD, sound
from draft.llm.loopback import Loopback, Reply, serving
from draft.llm.report import good

from dateline.conformance import faults_of, trial
from dateline.conformance.reports import odd_reports
from dateline.disk import write_atomic

HERE = Path(__file__).parent
PACKAGE = HERE / "third-party"

pytest.importorskip("spacy", reason="drafting needs its packages: pip install 'dateline[draft]'")
pytest.importorskip("openai", reason="needs its package: pip install 'dateline[llm]'")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_the_rules_keep_every_promise(cache: Path) -> None:
    assert faults_of("rules", cache=cache) == []


@pytest.mark.parametrize("mode", ["good", "mad"])
def test_the_language_model_keeps_every_promise(cache: Path, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    """Whatever it answers, of a report that it answers for or of any other."""
    content = good() if mode == "good" else good().replace("perpetrator", "culprit").replace("2024", "20x4")
    with serving(Loopback([Reply(content)])) as endpoint:
        monkeypatch.setenv("DATELINE_LLM_BASE_URL", endpoint.url)
        monkeypatch.setenv("DATELINE_LLM_MODEL", mode)
        assert faults_of("llm", cache=cache, network=True) == []
        assert endpoint.requests


def test_a_sound_extractor_has_no_fault() -> None:
    assert trial(sound) == []


@pytest.mark.parametrize("name", BAD)
def test_each_fault_is_found(name: str) -> None:
    rule, extract = BAD[name]
    found = {fault.rule for fault in trial(extract)}
    assert rule in found
    # A broken datum may break the draft and be dropped too; nothing else is reported.
    assert found <= {rule, "verification", "check", "names", "deterministic"}


@pytest.mark.parametrize("name", ["in_order_of_hashes", "in_this_process"])
def test_other_processes_are_compared(name: str) -> None:
    faults = faults_of(f"conformance.bad_extractors:{name}")
    assert [(fault.rule, fault.report) for fault in faults] == [("deterministic", "")]


def test_the_reports_are_as_odd_as_they_say() -> None:
    texts = {seed.path: seed.text for seed in odd_reports()}
    assert texts["seeds/empty.txt"] == ""
    assert texts["seeds/capitals.txt"].isupper()
    assert "\x07" in texts["seeds/control-characters.txt"]
    assert any(ord(letter) > 0xFFFF for letter in texts["seeds/beyond-the-basic-plane.txt"])
    assert len(texts["seeds/long.txt"]) > 10_000
    assert [seed.path for seed in odd_reports() if not seed.published] == ["seeds/no-day.txt"]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A package of somebody else as installers leave it: its module and the record of its entry points."""
    site = tmp_path / "site"
    source = (PACKAGE / "shouting_extractor.py").read_text(encoding="utf-8")
    write_atomic(site / "shouting_extractor.py", source)
    folder = site / "shouting_extractor-1.0.dist-info"
    write_atomic(folder / "METADATA", "Metadata-Version: 2.1\nName: shouting-extractor\nVersion: 1.0\n")
    points = (
        "[dateline.extractors]\nshouting = shouting_extractor:extract\nlost = shouting_extractor:no_such\n"
        "broken = shouting_extractor:broken\n"
    )
    write_atomic(folder / "entry_points.txt", points)
    return site


def run(site: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environ)


def test_a_third_party_can_run_it(installed: Path) -> None:
    done = run(installed, "dateline.conformance", "shouting")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "conformance: shouting: 0 faults\n")


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("broken", 1, "raises: must return an Extraction of any text"),
        ("lost", 2, "the extractor 'lost' (shouting_extractor:no_such) cannot be loaded"),
        ("absent", 2, "must be one of rules, llm, broken, lost, shouting, not 'absent'"),
    ],
)
def test_what_is_wrong_is_printed(installed: Path, name: str, code: int, words: str) -> None:
    done = run(installed, "dateline.conformance", name)
    assert done.returncode == code
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_drafts_are_written_by_an_installed_package(installed: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    write_atomic(project / "mkdocs.yml", "site_name: Test\nextra: {dateline: {draft: {extractor: shouting}}}\n")
    write_atomic(project / "seeds" / "a.txt", "date: 2024-01-04\n\nThe guards of LIMA marched on Monday.\n")
    (project / "briefings").mkdir()
    done = run(installed, "dateline", "draft", "--project", project)
    assert (done.returncode, "briefings/actors/lima.md" in done.stdout) == (0, True), done.stderr
    assert run(installed, "dateline", "check", "--project", project).returncode == 0


def test_a_package_that_fails_is_told_in_one_line(installed: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    write_atomic(project / "mkdocs.yml", "site_name: Test\n")
    write_atomic(project / "seeds" / "a.txt", "date: 2024-01-04\n\nThe guards of LIMA marched on Monday.\n")
    (project / "briefings").mkdir()
    done = run(installed, "dateline", "draft", "--extractor", "broken", "--project", project)
    assert done.returncode == 1
    assert "seeds/a.txt:1: draft-unread: the extractor 'broken' failed: ZeroDivisionError" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_example_of_the_document_is_this_package() -> None:
    page = (HERE.parents[1] / "docs" / "extractors.md").read_text(encoding="utf-8")
    source = (PACKAGE / "shouting_extractor.py").read_text(encoding="utf-8")
    assert source.partition("\n\n\ndef broken")[0].strip() in page
