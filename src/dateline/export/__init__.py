"""`Index ─export─▶ data files`: tables, map data, feeds and lists of addresses, beside the pages that show the same."""

from dateline.export.export import Export, File, changed
from dateline.export.feeds import MOST, feeds
from dateline.export.files import EXPORTERS, export_files
from dateline.export.geojson import located
from dateline.export.schemas import schema_path
from dateline.export.sitemap import sitemaps
from dateline.export.tables import TABLES, Column, Table

__all__ = [
    "EXPORTERS",
    "MOST",
    "TABLES",
    "Column",
    "Export",
    "File",
    "Table",
    "changed",
    "export_files",
    "feeds",
    "located",
    "schema_path",
    "sitemaps",
]
