"""The page of open data: every file with its rows and columns, the feeds, and under which terms they may be used."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.export import MOST, TABLES, Column, Export, Table, located, schema_path
from dateline.model import Page
from dateline.render.counts import plural
from dateline.render.planned import Planned, planned
from dateline.render.site import Here, Site
from dateline.render.views import Link
from dateline.schema import KINDS


@dataclass(frozen=True)
class TableView:
    """A table: its file, how many rows it has, and its columns."""

    title: str
    file: Link
    rows: str
    columns: tuple[Column, ...]


def pages(site: Site) -> Iterator[Planned]:
    """`data`."""
    yield _page(Here(site, "data.md"))


@planned
def _page(here: Here) -> Page:
    site = here.site
    export = Export(site.index, site.project, site.corpus.pages)
    statuses = dict.fromkeys(entry.status for entry in site.index.incidents.values())
    return site.page(
        here,
        "data",
        title="Feeds and data",
        description="All that the pages show, as files to use elsewhere: tables, map data, feeds.",
        tables=[_table(here, export, table) for table in TABLES],
        incidents=plural(len(site.index.incidents), "incident"),
        located=f"{located(export):,}",
        feed_length=MOST,
        statuses=[
            (site.status(status), here.to(f"incidents/status/{status}/feed.xml"))
            for status in site.vocabulary["statuses"]
            if status in statuses
        ],
        actors=plural(len(site.index.actors), "actor"),
        places=plural(len(site.index.locations), "place"),
        schemas=[Link(here.to(schema_path(kind)), kind) for kind in KINDS],
        licence=site.project.settings.licence,
        has_sitemap=bool(site.project.url),
    )


def _table(here: Here, export: Export, table: Table) -> TableView:
    count = sum(1 for _ in table.entries(export))
    return TableView(table.title, Link(here.to(table.path), table.path), plural(count, "row"), table.columns)
