"""`dateline init` and `dateline new`: a site of one's own, and files for its records."""

import sys
from pathlib import Path

import click

from dateline.api import (
    NewRecord,
    Project,
    init_site,
    new_actor,
    new_briefing,
    new_incident,
    new_location,
)
from dateline.cli.console import print_problems
from dateline.cli.options import CONTENT, with_project


@click.command(
    epilog="Examples:\n\n\b\n  dateline init harbour-watch\n"
    '  dateline init . --name "Harbour watch" --repo https://github.com/OWNER/NAME --keep'
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="", help="The site's name; that of the folder where none is given.")
@click.option("--repo", default="", metavar="URL", help="https://github.com/OWNER/NAME, for links to edit.")
@click.option(
    "--requirement",
    default="",
    metavar="TEXT",
    help="How pip gets Dateline: dateline==0.1.0, git+https://… or a wheel's path; else as it was installed here.",
)
@click.option("--keep", is_flag=True, help="Leave files as they are that are there already.")
def init(*, folder: Path, name: str, repo: str, requirement: str, keep: bool) -> None:
    """Make a new site in FOLDER, with settings, workflows and an invented example.

    Nothing that is there is written over. Then, in the folder: make site.
    """
    made = init_site(folder, name=name, repository=repo, requirement=requirement, keep=keep)
    for path in made.written:
        click.echo(folder / path)
    for path in made.kept:
        click.echo(f"note: kept {path} as it was", err=True)
    for note in made.notes:
        click.echo(f"note: {note}", err=True)
    click.echo(f"dateline: next: make -C {folder} site", err=True)


@click.group(
    epilog="Examples:\n\n\b\n  dateline new briefing --seed seeds/report.txt\n"
    '  dateline new actor "Rosa Lind" --kind person\n  dateline new location Mosul --country iraq'
)
def new() -> None:
    """Write a file for a record, with hints as comments; never over one that is there."""


_key = click.option("--id", "key", default="", metavar="ID", help="Else made from what is given.")


@new.command(epilog="Examples:\n\n\b\n  dateline new briefing --title 'Bridge falls' --date 2024-01-04")
@with_project
@click.option("--seed", default="", help="The article, such as seeds/report.txt; its text becomes the body.")
@click.option("--title", default="")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="Day of the report.")
@_key
def briefing(*, project: Project, quiet: bool, seed: str, title: str, date: str, key: str) -> None:
    """Write a briefing by hand, of a seed or of a title and a day."""
    _tell(new_briefing(project, seed=seed, title=title, date=date, key=key), quiet=quiet)


@new.command(epilog="Examples:\n\n\b\n  dateline new actor 'Red Crescent' --kind civil-society")
@with_project
@click.argument("name")
@click.option("--kind", default="", help="As person, state-forces, rebel-group; see dateline schema actor.")
@_key
def actor(*, project: Project, quiet: bool, name: str, kind: str, key: str) -> None:
    """Write the profile of an actor."""
    _tell(new_actor(project, name, kind=kind, key=key), quiet=quiet)


@new.command(epilog="Examples:\n\n\b\n  dateline new location Mosul --country iraq")
@with_project
@click.argument("name")
@click.option("--country", default="", help="The country's id in locations/, or its name.")
@_key
def location(*, project: Project, quiet: bool, name: str, country: str, key: str) -> None:
    """Write the record of a place, with coordinates where the gazetteer knows one place of this name."""
    _tell(new_location(project, name, country=country, key=key), quiet=quiet)


@new.command(epilog="Examples:\n\n\b\n  dateline new incident --type protest --date 2024-01-04 --location baghdad")
@with_project
@click.option("--type", "kind", required=True, help="As protest, air-strike; see dateline schema incident.")
@click.option("--date", required=True, help="When it happened: 2024-01-04, 2024-01, 2024-01-03/2024-01-05.")
@click.option("--location", "place", default="", metavar="ID", help="A place in locations/.")
@click.option("--title", default="")
@_key
def incident(*, project: Project, quiet: bool, kind: str, date: str, place: str, title: str, key: str) -> None:
    """Write the file of an incident, for what is stated once for all briefings."""
    _tell(new_incident(project, kind=kind, date=date, location=place, title=title, key=key), quiet=quiet)


def _tell(made: NewRecord, *, quiet: bool) -> None:
    if not quiet:
        click.echo(made.path)
    print_problems(made.problems)
    if any(problem.severity == "error" for problem in made.problems):
        sys.exit(CONTENT)
