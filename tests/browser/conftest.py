"""A built site below a sub-path of a web server, and pages that note what they ask for."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from folders import PROJECTS, ROOT
from pages_host import hosted
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the real project's site under `real/` and the cross-linked one's under `a/deep/path/`."""
    folder = tmp_path_factory.mktemp("browser")
    for name, source in (("real", ROOT), ("a/deep/path", PROJECTS / "cross-linked")):
        project = folder / "projects" / name
        for part in ("mkdocs.yml", "seeds", "briefings", "templates", ".dateline"):
            if (source / part).is_dir():
                shutil.copytree(source / part, project / part)
            elif (source / part).exists():
                project.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source / part, project / part)
        command = [sys.executable, "-m", "dateline", "build", "--no-draft", "--quiet", "--project", str(project)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        shutil.copytree(project / "site", folder / "served" / name)
    return folder / "served"


@pytest.fixture(scope="session")
def address(sites: Path) -> Iterator[str]:
    """Where the sites are served on this machine, with a slash at its end."""
    with hosted(sites) as served:
        yield served


@pytest.fixture(scope="session")
def node_packages() -> Path:
    """The folder of the packages that judge pages, installed as their lock says where they are not there yet."""
    folder = ROOT / "tests" / "browser"
    done = subprocess.run([ROOT / "scripts" / "node-packages"], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return folder / "node_modules"
    if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1":
        pytest.fail(f"the packages that judge pages are required here: {done.stderr}")
    pytest.skip("no Node.js on this machine: install Node.js 20 or newer with npm")


@pytest.fixture
def asked() -> list[str]:
    """Every address that the page asked for."""
    return []


@pytest.fixture
def page(browser: Browser, asked: list[str]) -> Iterator[Page]:
    """A new page on a wide screen; an error in a script of the page fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    context.close()
    assert faults == []
