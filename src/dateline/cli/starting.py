"""`dateline init`: a site of one's own."""

from pathlib import Path

import click

from dateline.api import init_site


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
