"""All data files of the site."""

from collections.abc import Callable, Iterator

from dateline.export.export import Export, File
from dateline.export.feeds import feed_files
from dateline.export.geojson import geojson_file
from dateline.export.llms import llms_file
from dateline.export.schemas import schema_files
from dateline.export.tables import table_files

EXPORTERS: tuple[Callable[[Export], Iterator[File]], ...] = (
    table_files,
    geojson_file,
    feed_files,
    llms_file,
    schema_files,
)


def export_files(export: Export) -> Iterator[File]:
    """The files of every exporter; the same index gives the same bytes."""
    for files in EXPORTERS:
        yield from files(export)
