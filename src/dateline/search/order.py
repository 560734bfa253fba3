"""Makes Pagefind's index the same for the same pages, and the part of it that every search loads a small one.

Filters come in the order of a random hash: each filter's values, and the list of filters, are sorted; their files
and the one that names them are written again under the hash of what they hold.

The lists of pages and of parts, and the engine, are loaded before any search can answer. The lists' names of files are
random letters, which no compression makes smaller: they become numbers, in a folder named by the hash of all, so that
no old file is taken for a new one. The lengths of pages serve to weigh words against the mean length: a coarse unit
does, in which each is one byte. The lists and the engine are packed well, and the list of pages stands there
a second time, shorter.
"""

import base64
import gzip
import hashlib
import json
import math
from pathlib import Path
from typing import Any

from dateline.errors import EngineError
from dateline.search.packed import pack, smallest, unpack
from dateline.search.short import ENDING, shortened

_UNIT, _MOST = 20, 23  # words that lengths are counted in; the greatest number that takes one byte
_FEW, _STEPS = 8, 4  # units up to which a length is whole; steps between one and its double
_PAGES, _PARTS, _FILTERS = 1, 2, 3  # positions in the meta file: version, pages, parts, filters, sorts, fields
_LETTERS = 5  # of the hash that names a folder: one in 33 million pairs is alike


def put_in_order(folder: Path) -> None:
    """Rewrite the filters of each language below `pagefind/` (EngineError where the format is not as known)."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    try:
        for language in entry["languages"].values():
            language["hash"] = _ordered_meta(folder, language["hash"])
    except (KeyError, IndexError, TypeError, ValueError, gzip.BadGzipFile) as error:
        raise EngineError(f"pagefind wrote an index of an unknown format ({error}); use pagefind 1.5") from error
    except OSError as error:
        raise EngineError(f"the search index could not be put in order: {error}") from error
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
    version = _version([name for name, *_ in meta[_PAGES]] + [part[-1] for part in meta[_PARTS]])
    meta[_PAGES] = [
        [_numbered(folder / "fragment", name, version, number, ".pf_fragment"), relative_length(words), *rest]
        for number, (name, words, *rest) in enumerate(meta[_PAGES])
    ]
    meta[_PARTS] = [
        [*words, _numbered(folder / "index", name, version, number, ".pf_index")]
        for number, (*words, name) in enumerate(meta[_PARTS])
    ]
    old.unlink()
    new = _write(meta, folder, f"pagefind.{language}_", ".pf_meta")
    (folder / (new + ENDING)).write_bytes(shortened(meta, _PAGES, version))
    return new.removeprefix("pagefind.")


def _version(names: list[str]) -> str:
    """A short name for the state of an index whose files are named by what they hold."""
    digest = hashlib.sha256(" ".join(names).encode()).digest()
    return base64.b32encode(digest).decode().lower()[:_LETTERS]


def _numbered(folder: Path, name: str, version: str, number: int, ending: str) -> str:
    """Give a file its number as its name, in a folder of the version; the new name."""
    new = f"{version}/{number}"
    (folder / version).mkdir(exist_ok=True)
    (folder / (name + ending)).rename(folder / (new + ending))
    return new


def relative_length(words: int) -> int:
    """The length of a page in a unit of some words, 1 to 23 in steps of a fifth: only how lengths compare counts."""
    units = words / _UNIT
    steps = round(units) if units < _FEW else round(2 ** (round(math.log2(units) * _STEPS) / _STEPS))
    return min(max(steps, 1), _MOST)


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
