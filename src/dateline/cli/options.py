"""What several commands take: the project, the extractor; and how they end."""

from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from typing import Any

import click

from dateline.api import Project

CONTENT, ENVIRONMENT = 1, 2
"""Exit codes: the content has errors; the command could not run."""

_project = click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="A folder of the project; the one with mkdocs.yml is looked for from there up.",
)
_quiet = click.option("--quiet", "-q", is_flag=True, help="Print problems only.")

extractor_option = click.option(
    "--extractor", metavar="NAME", help="rules, llm, or that of an installed package; else as in mkdocs.yml."
)


def with_project(command: Callable[..., None]) -> Callable[..., None]:
    """A command that takes --project and --quiet, and is called with the `project` that was found."""

    def run(folder: Path, **options: Any) -> None:
        command(project=Project.find(folder), **options)

    return _project(_quiet(update_wrapper(run, command)))
