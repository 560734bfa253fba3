"""`dateline fetch`: from feeds to seeds."""

import json
import sys
from collections import Counter
from dataclasses import asdict

import click

from dateline.api import Fetched, Project, fetch_feeds
from dateline.cli.options import CONTENT, with_project
from dateline.fetch import OUTCOMES


@click.command(
    epilog="Examples:\n\n\b\n  dateline fetch https://news.example/feed.xml\n  dateline fetch --dry-run --limit 3"
)
@with_project
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Seeds that a feed may add.")
@click.option("--dry-run", is_flag=True, help="Ask for everything, write nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def fetch(*, project: Project, quiet: bool, urls: tuple[str, ...], limit: int, dry_run: bool, form: str) -> None:
    """Fetch new articles from feeds into seeds/.

    URL is a feed (RSS, Atom or JSON Feed); without one those under extra.dateline.feeds in mkdocs.yml are asked.
    robots.txt is kept, hosts are given time, and what is a seed already, by its address or its words, is left out.
    Nothing is drafted: that is `dateline draft`. Exit code 1 where a feed could not be read.
    """
    if not urls and not project.settings.feeds:
        click.echo("dateline: no feed is named here, nor under extra.dateline.feeds in mkdocs.yml", err=True)
    found = []
    for item in fetch_feeds(project, urls, limit=limit, dry=dry_run):
        found.append(item)
        if form == "text" and not (quiet and item.outcome in ("added", "known")):
            click.echo(_line(item))
    if form == "json":
        click.echo(json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=2))
    if not quiet:
        click.echo(f"dateline: {_counted(found)}", err=True)
    if any(item.is_feed and item.outcome in ("refused", "failed") for item in found):
        sys.exit(CONTENT)


def _line(item: Fetched) -> str:
    seed = f" -> {item.seed}" if item.outcome == "added" else ""
    return f"{item.outcome}: {item.url}: {item.words}{seed}"


def _counted(found: list[Fetched]) -> str:
    counts = Counter(item.outcome for item in found)
    return ", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES if counts[outcome]) or "nothing to fetch"
