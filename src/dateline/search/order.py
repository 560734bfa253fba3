"""Makes Pagefind's index the same for the same pages, and the part of it that every search loads a small one.

Filters come in the order of a random hash: each filter's values, and the list of filters, are sorted; their files
and the one that names them are written again under the hash of what they hold.

The list of pages is loaded before any search can answer. Its names of files are random letters, which no compression
makes smaller: they become numbers, in a folder named by the hash of all, so that no old file is taken for a new one.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from dateline.errors import EngineError
from dateline.search.packed import pack, unpack

_PAGES, _FILTERS = 1, 3  # position of the filters in the meta file: version, pages, chunks, filters, sorts, fields


def put_in_order(folder: Path) -> None:
    """Rewrite the filters of each language below `pagefind/` (EngineError where the format is not as known)."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    try:
        for language in entry["languages"].values():
            language["hash"] = _ordered_meta(folder, language["hash"])
    except (KeyError, IndexError, TypeError, ValueError, OSError) as error:
        raise EngineError(f"pagefind wrote an index of an unknown format ({error}); use pagefind 1.5") from error
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    entry_file.write_text(text, encoding="utf-8", newline="\n")


def _ordered_meta(folder: Path, name: str) -> str:
    """Write the filters and the meta file of one language anew; the meta file's new name."""
    old = folder / f"pagefind.{name}.pf_meta"
    meta = unpack(old.read_bytes())
    language = name.rpartition("_")[0]
    filters = [[label, _ordered_filter(folder, language, key)] for label, key in meta[_FILTERS]]
    meta[_FILTERS] = sorted(filters)
    meta[_PAGES] = _numbered(folder / "fragment", language, meta[_PAGES])
    old.unlink()
    return _write(meta, folder, f"pagefind.{language}_", ".pf_meta").removeprefix("pagefind.")


def _numbered(folder: Path, language: str, pages: list[list[Any]]) -> list[list[Any]]:
    """Give the files of the pages' texts numbers as names; the list of pages with these names."""
    names = [name for name, *_ in pages]
    version = f"{language}_{hashlib.sha256(' '.join(names).encode()).hexdigest()[:10]}"
    (folder / version).mkdir()
    for number, name in enumerate(names):
        (folder / f"{name}.pf_fragment").rename(folder / version / f"{number}.pf_fragment")
    return [[f"{version}/{number}", *rest] for number, (_, *rest) in enumerate(pages)]


def _ordered_filter(folder: Path, language: str, name: str) -> str:
    """Write one filter with its values sorted; its new name."""
    old = folder / "filter" / f"{name}.pf_filter"
    label, values = unpack(old.read_bytes())
    old.unlink()
    return _write([label, sorted(values)], folder / "filter", f"{language}_", ".pf_filter")


def _write(content: Any, folder: Path, start: str, ending: str) -> str:
    """Write the content under its hash; the file's name without its ending."""
    packed = pack(content)
    name = start + hashlib.sha256(packed).hexdigest()[:10]
    (folder / (name + ending)).write_bytes(packed)
    return name
