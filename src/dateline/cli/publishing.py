"""`dateline build` and `dateline serve`: from files to a site."""

import sys
from functools import partial

import click

from dateline.api import Built, Project, build_project, serve
from dateline.cli.console import count, print_problems, progress
from dateline.cli.options import CONTENT, with_project
from dateline.engine import ENGINES


@click.command(
    epilog="Examples:\n\n\b\n  dateline build\n  dateline build --no-draft --strict\n  dateline build --engine zensical"
)
@with_project
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


@click.command("serve", epilog="Example:\n\n\b\n  dateline serve --port 8001")
@with_project
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--base", default="/", show_default=True, help="Serve below this path, as a host with a sub-path does.")
def serve_site(*, project: Project, quiet: bool, host: str, port: int, base: str) -> None:
    """Publish the site on this machine, and show each change of a file at once.

    Pages load themselves again, and say what is wrong where something is. The search follows a little later.
    """
    report = partial(progress, quiet=quiet)
    serve(project, host=host, port=port, base=base, show=print_problems, progress=report)
