"""The JSON Schema of each kind of record, for editors and for who writes records with a program."""

from collections.abc import Iterator

from dateline.export.export import Export, File
from dateline.schema import KINDS, schema_text


def schema_path(kind: str) -> str:
    """Below the site's root."""
    return f"schemas/{kind}.schema.json"


def schema_files(export: Export) -> Iterator[File]:
    """One file a kind; where the site's address is known it is the schema's own."""
    base = export.project.url
    for kind in KINDS:
        path = schema_path(kind)
        yield path, schema_text(kind, export.vocabulary, address=base + path if base else "")
