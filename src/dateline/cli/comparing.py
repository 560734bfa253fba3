"""`dateline diff`: what a change does, before it is merged."""

import click

from dateline.api import Project, diff_project, format_comparison
from dateline.cli.options import with_project
from dateline.compare import FORMATS, LIMIT


@click.command(
    epilog="Examples:\n\n\b\n  dateline diff main\n  dateline diff v1 v2 --format json\n  dateline diff ../old ../new"
)
@with_project
@click.argument("base")
@click.argument("head", default="")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option(
    "--limit", default=LIMIT, show_default=True, type=click.IntRange(0), help="Changes of each sort that are shown."
)
@click.option("--direct", is_flag=True, help="Compare with BASE itself, not with where HEAD left it.")
def diff(*, project: Project, quiet: bool, base: str, head: str, form: str, limit: int, direct: bool) -> None:  # noqa: ARG001
    """Show what a change does: to incidents, accusations, names, ids and pages.

    BASE and HEAD are git revisions, or folders that hold a project. Without HEAD the files as they are now are
    compared, saved in git or not. What a reviewer must look at first stands first.

    The exit code is 0 whatever the change does: `dateline check` is what refuses mistakes. What a change of the
    program itself does is not seen: both states are read and rendered by the one that runs.
    """
    comparison = diff_project(project, base, head, direct=direct)
    click.echo(format_comparison(comparison, form=form, limit=limit), nl=False)
