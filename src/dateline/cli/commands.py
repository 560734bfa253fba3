"""The commands, in the order in which a newcomer meets them."""

import sys

import click

from dateline import __version__
from dateline.api import DraftStoppedError
from dateline.cli.checking import check, schema
from dateline.cli.comparing import diff
from dateline.cli.console import print_problems
from dateline.cli.drafting import draft, explain
from dateline.cli.fetching import fetch
from dateline.cli.options import ENVIRONMENT
from dateline.cli.publishing import build, serve_site
from dateline.cli.records import merge, rename, split
from dateline.cli.starting import init, new
from dateline.errors import DatelineError

COMMANDS = (
    init,
    build,
    fetch,
    draft,
    explain,
    check,
    diff,
    serve_site,
    new,
    rename,
    merge,
    split,
    schema,
)


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


for _command in COMMANDS:
    dateline.add_command(_command)


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
