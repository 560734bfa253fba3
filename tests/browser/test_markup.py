"""Every published page is valid HTML by the standard's rules."""

import subprocess
from pathlib import Path

import pytest
from folders import ROOT

pytestmark = pytest.mark.browser

RULES = ROOT / "tests" / "browser" / "htmlvalidate.config.mjs"


def validate(packages: Path, pages: list[Path]) -> list[str]:
    """What html-validate says, a line for each fault."""
    program = packages / ".bin" / "html-validate"
    command = [program, "--config", RULES, "--formatter", "text", *pages]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=RULES.parent).stdout.splitlines()


@pytest.mark.parametrize("name", ["real", "a/deep/path"])
def test_pages_are_valid(sites: Path, node_packages: Path, name: str) -> None:
    pages = sorted((sites / name).rglob("*.html"))
    assert pages
    assert validate(node_packages, pages) == []


def test_a_fault_is_found(tmp_path: Path, node_packages: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!DOCTYPE html>\n<html lang="en"><title>x</title><p>one<div>two</div></p></html>\n')
    assert validate(node_packages, [page])
