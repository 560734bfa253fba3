"""What tests share: the repository's root, project copies, and the browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from folders import PROJECTS
from fuzzing import load_profile
from playwright.sync_api import Browser, sync_playwright

load_profile()


@pytest.fixture
def copy_project(tmp_path: Path) -> Callable[[str], Path]:
    """A function that copies a sample project, without its build, and gives the copy's folder."""

    def copy(name: str) -> Path:
        target = tmp_path / name
        ignored = shutil.ignore_patterns("build", "site", "expected")
        shutil.copytree(PROJECTS / name, target, ignore=ignored)
        return target

    return copy


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of an installed Chromium or Chrome; without one the test is left out, or fails where it must run."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    found = os.environ.get("DATELINE_BROWSER") or next(filter(None, map(shutil.which, names)), None)
    if found:
        return found
    if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1":
        pytest.fail("a browser is required here and none was found: install Chromium or Chrome")
    pytest.skip("no Chromium or Chrome on this machine: install one, or set DATELINE_BROWSER to its path")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A real headless browser that can reach this machine alone."""
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=options)
        yield running
        running.close()
