"""The content type of a file, by its ending, the same on every machine."""

from collections.abc import Mapping
from pathlib import Path

# Anything else (Pagefind's `.pagefind` and `.pf_*` too) goes as bytes, as static hosts send it.
_BYTES = "application/octet-stream"
_UTF_8 = "; charset=utf-8"
_TYPES: Mapping[str, str] = {
    ".atom": "application/atom+xml" + _UTF_8,
    ".avif": "image/avif",
    ".bib": "text/plain" + _UTF_8,
    ".css": "text/css" + _UTF_8,
    ".csv": "text/csv" + _UTF_8,
    ".geojson": "application/geo+json" + _UTF_8,
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".html": "text/html" + _UTF_8,
    ".ico": "image/x-icon",
    ".ics": "text/calendar" + _UTF_8,
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript" + _UTF_8,
    ".json": "application/json" + _UTF_8,
    ".jsonl": "application/jsonl" + _UTF_8,
    ".jsonld": "application/ld+json" + _UTF_8,
    ".map": "application/json" + _UTF_8,
    ".md": "text/markdown" + _UTF_8,
    ".mjs": "text/javascript" + _UTF_8,
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rss": "application/rss+xml" + _UTF_8,
    ".svg": "image/svg+xml" + _UTF_8,
    ".txt": "text/plain" + _UTF_8,
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json" + _UTF_8,
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml" + _UTF_8,
    ".zip": "application/zip",
}
HTML = _TYPES[".html"]


def content_type(path: Path) -> str:
    """The value of the header `Content-Type` for a file."""
    return _TYPES.get(path.suffix.lower(), _BYTES)
