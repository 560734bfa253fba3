"""`site ─search index─▶ site`: runs Pagefind as a process over the finished pages."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dateline.errors import EngineError
from dateline.search.order import put_in_order

FOLDER = "pagefind"
_LANGUAGE = "en"
# Pagefind's own widgets, and the engine in the forms that the search page does not use: none is ever loaded.
_WIDGETS = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-worker.js",
    "wasm.unknown.pagefind",
)
# The words of the index come in parts of this many letters and places: a search loads the parts that hold its words.
_PART = 5000
# Parts of a record's page that say nothing of their own: links to words and sections, facts said elsewhere.
_UNREAD = (
    ".headerlink",
    ".to-words",
    ".back",
    ".strip",
    ".small",
    ".lede",
    "thead",
    "h2",
    ".note-sign",
    ".note-claim",
    ".note-use",
)


def index_site(site: Path) -> int:
    """Write the search index into `site/pagefind/`, made anew; the number of pages that can be found.

    Only pages with `data-pagefind-body` (records, not lists) are indexed. The same pages give the same bytes.
    EngineError where Pagefind is missing or fails.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER]
    command += ["--force-language", _LANGUAGE, "--exclude-selectors", ", ".join(_UNREAD)]
    parts = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(_PART)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", env=parts)
    if done.returncode or not (folder / "pagefind-entry.json").is_file():
        words = " ".join((done.stderr + done.stdout).split()) or "no message"
        raise EngineError(f"pagefind could not index {site}: {words}")
    for pattern in _WIDGETS:
        for path in folder.glob(pattern):
            path.unlink()
    put_in_order(folder)
    return sum(1 for _ in folder.glob("fragment/*/*.pf_fragment"))
