"""Makes Pagefind's index the same for the same pages, and the part of it that every search loads a small one.

Filters come in the order of a random hash: each filter's values, and the list of filters, are sorted; their files
and the one that names them are written again under the hash of what they hold.

The list of pages and the engine are loaded before any search can answer. The list's names of files are random letters,
which no compression makes smaller: they become numbers, in a folder named by the hash of all, so that no old file is
taken for a new one. The lengths of pages serve to weigh their words: steps of a fifth do. Both files are packed well.
"""

import gzip
import hashlib
import json
import math
from pathlib import Path
from typing import Any

from dateline.errors import EngineError
from dateline.search.packed import pack, smallest, unpack

_FEW, _STEPS = 8, 4  # words up to which a length is exact; steps between one and its double
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
    for engine in folder.glob("wasm.*.pagefind"):
        engine.write_bytes(smallest(gzip.decompress(engine.read_bytes())))
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
    return [[f"{version}/{number}", rounded_length(words), *rest] for number, (_, words, *rest) in enumerate(pages)]


def rounded_length(words: int) -> int:
    """The length of a page, in steps of a fifth: a few values in place of a thousand are a smaller list."""
    return words if words < _FEW else round(2 ** (round(math.log2(words) * _STEPS) / _STEPS))


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
