"""`python -m dateline.conformance NAME`: exit code 0 where an extractor keeps every promise, 1 where not, 2 no such."""

import sys
from pathlib import Path

import click

from dateline.conformance.target import faults_of, target_digest
from dateline.errors import DatelineError


@click.command()
@click.argument("name")
@click.option("--network", is_flag=True, help="It may ask other machines, as a language model does.")
@click.option("--cache", type=click.Path(path_type=Path, file_okay=False), help="A folder that it may keep things in.")
@click.option("--digest", is_flag=True, hidden=True)
def conformance(name: str, *, network: bool, cache: Path | None, digest: bool) -> None:
    """Try the extractor NAME (an entry point, or module:function) on odd reports and print each broken promise."""
    if digest:
        click.echo(target_digest(name, cache=cache))
        return
    faults = faults_of(name, cache=cache, network=network)
    for fault in faults:
        click.echo(str(fault))
    click.echo(f"conformance: {name}: {len(faults)} fault{'s' * (len(faults) != 1)}", err=True)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    try:
        conformance(prog_name="python -m dateline.conformance")
    except DatelineError as problem:
        click.echo(f"conformance: {problem}", err=True)
        sys.exit(2)
