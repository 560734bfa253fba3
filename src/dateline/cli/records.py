"""`dateline rename`, `merge` and `split`: records over time."""

import sys

import click

from dateline.api import Plan, Project, finish, merge_records, rename_record, split_record
from dateline.cli.console import count, print_problems
from dateline.cli.options import CONTENT, with_project

_dry_run = click.option("--dry-run", is_flag=True, help="Print what would change, as a diff, and write nothing.")


@click.command(
    epilog="Examples:\n\n\b\n  dateline rename hamas hamas-movement\n"
    "  dateline rename locations/iraq irak --dry-run\n  dateline rename --resume"
)
@with_project
@click.argument("old", required=False)
@click.argument("new", required=False)
@_dry_run
@click.option("--resume", is_flag=True, help="Finish a rename, merge or split that was cut short.")
def rename(*, project: Project, quiet: bool, old: str | None, new: str | None, dry_run: bool, resume: bool) -> None:
    """Give a record another id, everywhere at once.

    OLD is the id of a briefing, actor, location or incident; where two kinds have it, write actors/ID. All that names
    it is updated, its file is renamed, and a page at the old address leads on to the new one.
    """
    if resume:
        for path in finish(project):
            click.echo(path)
        return
    if not old or not new:
        raise click.UsageError("name the record's id and its new one")
    _print(rename_record(project, old, new, write=not dry_run), dry_run=dry_run, quiet=quiet)


@click.command(epilog="Examples:\n\n\b\n  dateline merge red-cross international-committee-of-the-red-cross")
@with_project
@click.argument("gone")
@click.argument("into")
@_dry_run
def merge(*, project: Project, quiet: bool, gone: str, into: str, dry_run: bool) -> None:
    """Make two records one: GONE becomes part of INTO.

    For actors, locations and incidents. Names, relations and prose come together; where both say different things,
    INTO's stays and the other is listed. The page of GONE leads on to INTO.
    """
    _print(merge_records(project, gone, into, write=not dry_run), dry_run=dry_run, quiet=quiet)


@click.command(
    epilog="Examples:\n\n\b\n  dateline split ali-hassan ali-hassan-teacher --briefing 2024-03-01-basra-protest\n"
    "  dateline split nlf nlf-2030 --from 2030-01-01 --name 'NLF (2030)'"
)
@with_project
@click.argument("old")
@click.argument("new")
@click.option("--briefing", "briefings", multiple=True, metavar="ID", help="One that means NEW; may be given again.")
@click.option(
    "--from", "since", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="All reports from this day on."
)
@click.option("--name", default="", help="The name of NEW; that of OLD where none is given.")
@_dry_run
def split(
    *,
    project: Project,
    quiet: bool,
    old: str,
    new: str,
    briefings: tuple[str, ...],
    since: object,
    name: str,
    dry_run: bool,
) -> None:
    """Part one record in two: what the chosen briefings say of OLD moves to NEW.

    For actors, locations and incidents. Each of the two pages then tells readers that it is not the other.
    """
    day = str(since)[:10] if since else ""
    plan = split_record(project, old, new, briefings=briefings, since=day, name=name, write=not dry_run)
    _print(plan, dry_run=dry_run, quiet=quiet)


def _print(plan: Plan, *, dry_run: bool, quiet: bool) -> None:
    """The diff or the files; then what was left out and what the check finds anew."""
    if dry_run:
        click.echo(plan.diff, nl=False)
    elif not quiet and not plan.is_refused:
        click.echo(
            "".join(f"{change.path}{' removed' * (change.after is None)}\n" for change in plan.changes), nl=False
        )
    for note in plan.notes:
        click.echo(f"note: {note}", err=dry_run)
    print_problems(plan.problems)
    if plan.is_refused:
        click.echo(f"dateline: nothing was written: {count(plan.problems)}", err=True)
        sys.exit(CONTENT)
