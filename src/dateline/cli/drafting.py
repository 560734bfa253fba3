"""`dateline draft` and `dateline explain`: from seeds to briefings."""

import json
import sys
from pathlib import Path

import click

from dateline.api import DraftStoppedError, Project, draft_project, explain_name, refresh_project
from dateline.cli.console import print_explained, print_fields, print_problems, print_refreshed, progress
from dateline.cli.options import CONTENT, extractor_option, with_project


@click.command(
    epilog="Examples:\n\n\b\n  dateline draft\n  dateline draft seeds/report.txt\n  dateline draft --extractor llm"
)
@with_project
@extractor_option
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


@click.command(
    epilog="Examples:\n\n\b\n  dateline explain seeds/report.txt\n  dateline explain 2024-01-04-baghdad-air-strike\n"
    "  dateline explain briefings/actors/hamas.md"
)
@with_project
@extractor_option
@click.argument("name")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(*, project: Project, quiet: bool, extractor: str | None, name: str, form: str) -> None:  # noqa: ARG001
    """Show why a draft says what it says, and what people changed of it; nothing is written.

    NAME is a seed, a briefing by its id or file, or the file of an actor or a place. A seed's report is read again,
    and each datum that the drafting finds is shown with the rule or the model that made it, and with the words of the
    report and their line; a value of an incident also with what joined the sentence of these words to the incident. Of
    a record each field is shown with where it comes from: drafted, confirmed (as drafted, in a briefing that is
    reviewed), edited, added or deleted. A briefing has both.
    """
    told = explain_name(project.with_extractor(extractor) if extractor else project, name)
    if form == "json":
        found = [row.as_dict() for row in told.found]
        fields = None if told.fields is None else [field.as_dict() for field in told.fields]
        rows = found if fields is None else {"fields": fields, "found": found}
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print_fields(told.fields or ())
        print_explained(told.found)
