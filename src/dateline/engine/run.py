"""`build/docs ─engine─▶ site`: runs a site engine as a process. The one place that knows engines by name."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateline.engine.unused import leave_out_unused
from dateline.errors import EngineError
from dateline.project import Project


@dataclass(frozen=True)
class Engine:
    """A site engine that reads `mkdocs.yml`.

    module       started with `python -m`
    options      of its build command
    site_option  the option that names the output folder, or "" where only the configuration does
    pages        the module that renders single pages with it as a process of its own, or "" where none does
    """

    module: str
    options: tuple[str, ...]
    site_option: str = ""
    pages: str = ""


ENGINES: Mapping[str, Engine] = {
    "mkdocs": Engine("mkdocs", ("--strict",), "--site-dir", "dateline.engine.mkdocs_pages"),
    "properdocs": Engine("properdocs", ("--strict",), "--site-dir"),
    "zensical": Engine("zensical", ("--strict", "--clean")),
}


def run_engine(project: Project, output: Path, *, name: str = "mkdocs", newest: str = "") -> None:
    """Build the staged pages into a folder, which is made anew, without what no page asks for.

    newest  the latest day of the content: the only date that the output may carry
    Raises EngineError with the engine's own words where it fails or is not installed.
    """
    engine = ENGINES[name]
    shutil.rmtree(output, ignore_errors=True)
    if engine.site_option:
        command = [
            "build",
            *engine.options,
            "--config-file",
            str(project.root / "mkdocs.yml"),
            engine.site_option,
        ]
        _run(engine, [*command, str(output)], project.root, newest)
    else:
        _run_beside(project, engine, output, newest)
    if not (output / "index.html").is_file():
        raise EngineError(f"{name} wrote no index.html; run it with its own words: python -m {engine.module} build")
    leave_out_unused(project, output)


def _run_beside(project: Project, engine: Engine, output: Path, newest: str) -> None:
    """Where only the configuration names the output, build from a copy of the tree."""
    beside = project.build / "engines" / engine.module
    shutil.rmtree(beside, ignore_errors=True)
    for folder in (project.docs, project.theme):
        shutil.copytree(folder, beside / folder.relative_to(project.root))
    shutil.copy2(project.root / "mkdocs.yml", beside / "mkdocs.yml")
    _run(engine, ["build", *engine.options, "--config-file", str(beside / "mkdocs.yml")], beside, newest)
    output.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(beside / project.output.relative_to(project.root), output)


def _run(engine: Engine, arguments: list[str], folder: Path, newest: str) -> None:
    command = [sys.executable, "-m", engine.module, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(newest), capture_output=True, text=True, check=False)
    if done.returncode:
        ended = f"ended by signal {-done.returncode}" if done.returncode < 0 else "no message"
        words = (done.stderr + done.stdout).strip() or ended
        missing = f"No module named {engine.module}" in words
        advice = "; install it with: pip install 'dateline[engines]'" if missing else ""
        raise EngineError(f"{engine.module} could not build the site: {words}{advice}")


def environment(newest: str) -> dict[str, str]:
    """What the engine is run with, so that the same pages give the same bytes wherever and whenever it runs."""
    moment = datetime.fromisoformat(newest).replace(tzinfo=UTC) if newest else datetime(2000, 1, 1, tzinfo=UTC)
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "true",
        "LC_ALL": "C.UTF-8",
    }
