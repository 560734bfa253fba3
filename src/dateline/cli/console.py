"""What commands print: results on standard output, progress and problems' count on standard error."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dateline.check import format_problems
from dateline.draft import Explained, Field, RefreshReport
from dateline.fix import Mended
from dateline.model import Problem
from dateline.progress import Progress as Report
from dateline.progress import no_progress


@contextmanager
def progress(*, quiet: bool) -> Iterator[Report]:
    """A function that shows what is being done; on a terminal as a line that renews itself, else a line a step."""
    screen = Console(stderr=True)
    if quiet:
        yield no_progress
    elif screen.is_terminal:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn(), console=screen, transient=True) as bar:
            task = bar.add_task("starting", total=None)
            yield lambda step, done, total: bar.update(task, description=step, completed=done, total=total or None)
    else:
        yield _line_by_line


def _line_by_line(step: str, done: int, total: int) -> None:
    counted = f"{step} ({done} of {total})" if total else step
    click.echo(f"dateline: {counted}", err=True)


def print_problems(problems: Sequence[Problem], *, form: str = "text", rules_url: str = "") -> None:
    """All problems in the given form, on standard output."""
    click.echo(format_problems(problems, form=form, rules_url=rules_url), nl=False)


def print_mended(mended: Mended, *, diff: bool, aside: bool) -> None:
    """A line for each thing that was put right, or the unified diff of the files; aside: on standard error."""
    if diff:
        click.echo(mended.diff, nl=False)
    else:
        for one in sorted(mended.fixed):
            click.echo(one, err=aside)


def print_fields(fields: Sequence[Field]) -> None:
    """A line a field: where it comes from, what it says; below an edited one, what the last draft says."""
    for field in fields:
        where = f" (line {field.line})" if field.line else ""
        value = field.draft if field.status == "deleted" else field.value
        click.echo(f"{click.style(field.path, bold=True)}{where}: {field.status}: {_short(value)}")
        if field.status == "edited":
            click.echo(f"    drafted as {_short(field.draft)}")


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return textwrap.shorten(text, 100, placeholder=" …")


def print_explained(rows: Sequence[Explained]) -> None:
    """Three lines a datum: what it says; what made it and joined it to the incident; on which words of the seed."""
    for row in rows:
        click.echo(f"{click.style(row.path, bold=True)}: {row.value}")
        click.echo(f"    {row.origin}" + (f"; {row.tie}" if row.tie else ""))
        click.echo(f"    line {row.line}: “{row.quote}”" if row.line else "    no words of its own in the report")


def count(problems: Sequence[Problem]) -> str:
    """For example "2 errors, 1 warning"; "no problems" where there are none."""
    errors = sum(problem.severity == "error" for problem in problems)
    found = [(errors, "error"), (len(problems) - errors, "warning")]
    return ", ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in found if number) or "no problems"


def print_refreshed(report: RefreshReport, *, form: str, quiet: bool) -> None:
    """The files that changed, and what was found but not written."""
    if form == "json":
        rows = [asdict(proposal) for proposal in report.proposals]
        click.echo(json.dumps({"written": report.written, "suggestions": rows}, ensure_ascii=False, indent=2))
        return
    for path in () if quiet else report.written:
        click.echo(path)
    for one in report.proposals:
        yours, drafted = (json.dumps(value, ensure_ascii=False) for value in (one.yours, one.drafted))
        click.echo(f"{one.path}: suggestion: {one.where or 'whole file'}: yours {yours}; drafted {drafted}")
