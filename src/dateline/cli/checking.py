"""`dateline check` and `dateline schema`: what must hold, for people and for their editors."""

import sys
from pathlib import Path

import click

from dateline.api import KINDS, Mended, Project, check_project, fix_project, schema_text, write_schemas
from dateline.check import FORMATS
from dateline.cli.console import count, print_mended, print_problems
from dateline.cli.options import CONTENT, with_project


@click.command(
    epilog="Examples:\n\n\b\n  dateline check\n  dateline check --fix --dry-run\n"
    "  dateline check --format json | jq '.[].rule'"
)
@with_project
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--fix", is_flag=True, help="Put right what is safe, print it, then print what remains.")
@click.option("--dry-run", "--diff", "dry", is_flag=True, help="With --fix: print the changes and write nothing.")
def check(*, project: Project, quiet: bool, form: str, strict: bool, fix: bool, dry: bool) -> None:
    """Look for mistakes and print each with its line.

    Broken YAML, unknown ids, quotes that are not in their seed, changed seeds, dead links and more. Each problem is
    one line, `path:line: rule: message`: what must hold, what was found, what to do. docs/rules.md explains the rules.

    With --fix, dates, ids and values that can be meant in one way only are written so, missing profiles of actors and
    places are begun, and keys and line ends are put in order. Nothing else in a file changes; seeds are never touched.
    """
    if dry and not fix:
        raise click.UsageError("--dry-run shows what --fix would do; give both")
    mended, loaded = fix_project(project, write=not dry) if fix else (Mended(), check_project(project))
    print_mended(mended, diff=dry, aside=form != "text")
    if not dry:
        print_problems(loaded.problems, form=form, rules_url=project.rules_url)
    if not quiet:
        records = len(loaded.corpus.briefings)
        left = f"{count(loaded.problems)} in {records} briefing{'s' * (records != 1)}"
        would = f"{len(mended.after)} file{'s' * (len(mended.after) != 1)} would change; then " if dry else ""
        click.echo(f"dateline: {would}{left}", err=True)
    if loaded.errors or (strict and loaded.problems) or (dry and mended.mistakes):
        sys.exit(CONTENT)


@click.command(epilog="Examples:\n\n\b\n  dateline schema briefing\n  dateline schema --with-ids")
@with_project
@click.argument("kind", type=click.Choice(list(KINDS)), default="briefing")
@click.option(
    "--all", "target", type=click.Path(path_type=Path, file_okay=False), help="Write every kind's to a folder."
)
@click.option(
    "--with-ids", is_flag=True, help="Offer the ids of this project; written to build/schemas/, snippets to .vscode/."
)
def schema(*, project: Project, quiet: bool, kind: str, target: Path | None, with_ids: bool) -> None:
    """Print the JSON Schema of a kind of record, for editors that complete and check YAML.

    The published site has the same under schemas/. CONTRIBUTING.md says which editors make use of them.
    """
    if target is None and not with_ids:
        click.echo(schema_text(kind, project.vocabulary), nl=False)
        return
    for path in write_schemas(project, target or project.build / "schemas", with_ids=with_ids):
        if not quiet:
            click.echo(path)
