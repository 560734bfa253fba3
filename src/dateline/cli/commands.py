"""The commands, in the order in which a newcomer meets them."""

import json
import sys
from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from typing import Any

import click

from dateline import __version__
from dateline.api import (
    KINDS,
    Built,
    DraftStoppedError,
    Project,
    build_project,
    check_project,
    draft_project,
    explain_project,
    json_schema,
    refresh_project,
    serve,
)
from dateline.check import FORMATS
from dateline.cli.console import count, print_explained, print_problems, print_refreshed, progress
from dateline.engine import ENGINES
from dateline.errors import DatelineError

CONTENT, ENVIRONMENT = 1, 2


class _Group(click.Group):
    """Commands in the order of their definition."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def dateline() -> None:
    r"""Turn a folder of raw reports into a searchable site of annotated briefings.

    \b
    seeds/      raw articles: .txt, .md, .html or .jsonl
    briefings/  what people own: one Markdown file per briefing, actor, location and incident
    site/       the finished site

    Put an article into seeds/ and run `dateline build`: it is drafted into briefings/, checked, and published
    in site/. Edit the draft as you like: a later build never changes it.

    Exit code: 0 all is well, 1 the content has errors, 2 the command could not run.
    """


_project = click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="A folder of the project; the one with mkdocs.yml is looked for from there up.",
)
_quiet = click.option("--quiet", "-q", is_flag=True, help="Print problems only.")


_extractor = click.option(
    "--extractor", metavar="NAME", help="rules, llm, or that of an installed package; else as in mkdocs.yml."
)


def _with_project(command: Callable[..., None]) -> Callable[..., None]:
    def run(folder: Path, **options: Any) -> None:
        command(project=Project.find(folder), **options)

    return _project(_quiet(update_wrapper(run, command)))


@dateline.command(
    epilog="Examples:\n\n\b\n  dateline build\n  dateline build --no-draft --strict\n  dateline build --engine zensical"
)
@_with_project
@click.option("--no-draft", is_flag=True, help="Publish what is in briefings/; needs no drafting packages.")
@click.option("--strict", is_flag=True, help="Stop at warnings too.")
@click.option("--engine", type=click.Choice(list(ENGINES)), default="mkdocs", show_default=True)
def build(*, project: Project, quiet: bool, no_draft: bool, strict: bool, engine: str) -> None:
    """Draft new seeds, check, and publish the site.

    Seeds that no briefing cites are drafted first. If the check finds errors nothing is published and the last
    site stays as it is.
    """
    with progress(quiet=quiet) as report:
        built = build_project(project, draft=not no_draft, engine=engine, warnings_stop=strict, progress=report)
    print_problems(built.problems)
    if built.site is None:
        click.echo(f"dateline: not published: {count(built.problems)}", err=True)
        sys.exit(CONTENT)
    if not quiet:
        click.echo(_summary(built), err=True)


def _summary(built: Built) -> str:
    drafted = f"drafted {len(built.drafted)} files, " if built.drafted else ""
    return f"dateline: {drafted}published {built.pages} pages ({built.searchable} searchable) in {built.site}"


@dateline.command(
    epilog="Examples:\n\n\b\n  dateline draft\n  dateline draft seeds/report.txt\n  dateline draft --extractor llm"
)
@_with_project
@_extractor
@click.argument("seeds", nargs=-1)
@click.option(
    "--refresh", is_flag=True, help="Draft briefings again (SEEDS are then their ids); what people wrote stays."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def draft(
    *, project: Project, quiet: bool, extractor: str | None, seeds: tuple[str, ...], refresh: bool, form: str
) -> None:
    """Write a briefing for each seed that has none.

    Names, places, dates, incidents and claims are found in the article, each with the words that say so.
    Without --refresh existing files are never touched. Without SEEDS all seeds are looked at.

    With --refresh new findings come into briefings where nobody changed the last draft; what clashes with a
    person's words is printed as a suggestion and written nowhere.
    """
    project = project.with_extractor(extractor) if extractor else project
    if refresh:
        _refresh(project, seeds, form=form, quiet=quiet)
        return
    try:
        with progress(quiet=quiet) as report:
            written, problems = draft_project(project, refs=seeds, progress=report)
    except DraftStoppedError as stopped:
        _print_drafted(stopped.written, quiet=quiet)
        raise
    print_problems(problems)
    _print_drafted(written, quiet=quiet)
    if any(problem.severity == "error" for problem in problems):
        sys.exit(CONTENT)


def _print_drafted(paths: tuple[str, ...], *, quiet: bool) -> None:
    for path in () if quiet else paths:
        click.echo(path)


def _refresh(project: Project, names: tuple[str, ...], *, form: str, quiet: bool) -> None:
    report = refresh_project(project, ids=[Path(name).name.removesuffix(".md") for name in names])
    print_problems(report.problems)
    print_refreshed(report, form=form, quiet=quiet)
    if any(problem.severity == "error" for problem in report.problems):
        sys.exit(CONTENT)


@dateline.command(
    epilog="Examples:\n\n\b\n  dateline explain seeds/report.txt\n  dateline explain 2024-01-04-baghdad-air-strike"
)
@_with_project
@_extractor
@click.argument("name")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(*, project: Project, quiet: bool, extractor: str | None, name: str, form: str) -> None:  # noqa: ARG001
    """Show why a draft says what it says; nothing is written.

    NAME is a seed, or a briefing by its id or file. Its report is read again, and each datum that the drafting finds
    is shown with the rule or the model that made it, and with the words of the report and their line.
    """
    project = project.with_extractor(extractor) if extractor else project
    rows = explain_project(project, name)
    if form == "json":
        click.echo(json.dumps([row.as_dict() for row in rows], ensure_ascii=False, indent=2))
    else:
        print_explained(rows)


@dateline.command(epilog="Examples:\n\n\b\n  dateline check\n  dateline check --format json | jq '.[].rule'")
@_with_project
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(*, project: Project, quiet: bool, form: str, strict: bool) -> None:
    """Look for mistakes and print each with its line.

    Broken YAML, unknown ids, quotes that are not in their seed, changed seeds, dead links and more. Each problem is
    one line, `path:line: rule: message`: what must hold, what was found, what to do. docs/rules.md explains the rules.
    """
    loaded = check_project(project)
    print_problems(loaded.problems, form=form, rules_url=project.rules_url)
    if not quiet:
        records = len(loaded.corpus.briefings)
        click.echo(f"dateline: {count(loaded.problems)} in {records} briefing{'s' * (records != 1)}", err=True)
    if loaded.errors or (strict and loaded.problems):
        sys.exit(CONTENT)


@dateline.command("serve", epilog="Example:\n\n\b\n  dateline serve --port 8001")
@_with_project
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--base", default="/", show_default=True, help="Serve below this path, as a host with a sub-path does.")
def serve_site(*, project: Project, quiet: bool, host: str, port: int, base: str) -> None:
    """Publish the site on this machine, and again whenever a file changes."""

    def rebuild() -> bool:
        with progress(quiet=quiet) as report:
            built = build_project(Project.find(project.root), progress=report)
        print_problems(built.problems)
        return built.site is not None

    serve(project, host=host, port=port, base=base, rebuild=rebuild)


@dateline.command(epilog="Examples:\n\n\b\n  dateline schema briefing\n  dateline schema --all schemas/")
@_with_project
@click.argument("kind", type=click.Choice(list(KINDS)), default="briefing")
@click.option(
    "--all", "target", type=click.Path(path_type=Path, file_okay=False), help="Write every kind's to a folder."
)
def schema(*, project: Project, quiet: bool, kind: str, target: Path | None) -> None:
    """Print the JSON Schema of a kind of record, for editors that complete and check YAML."""
    if target is None:
        click.echo(json.dumps(json_schema(kind, project.vocabulary), ensure_ascii=False, indent=2))
        return
    target.mkdir(parents=True, exist_ok=True)
    for name in KINDS:
        text = json.dumps(json_schema(name, project.vocabulary), ensure_ascii=False, indent=2) + "\n"
        (target / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")
        if not quiet:
            click.echo(target / f"{name}.schema.json")


def main(arguments: list[str] | None = None) -> None:
    """Run a command; a broken environment is one line and exit code 2."""
    try:
        dateline(arguments, prog_name="dateline")
    except DraftStoppedError as error:
        print_problems(error.problems)
        click.echo(f"dateline: drafting stopped: {error}", err=True)
        sys.exit(ENVIRONMENT)
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(ENVIRONMENT)
