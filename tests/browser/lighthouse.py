"""Lighthouse on the pages that readers use most, as a phone on a slow line sees them.

Usage: python tests/browser/lighthouse.py CHROME SITE
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from pages_host import hosted

PROGRAM = Path(__file__).with_name("lighthouse.mjs")


def judged(site: Path) -> Iterator[str]:
    """Home, lists and search, and the largest briefing, actor and incident."""
    yield from ("index.html", "incidents/index.html", "search.html")
    for pattern in ("briefings/2???-??-??-*.html", "actors/*.html", "incidents/2???-*.html"):
        pages = [page for page in site.glob(pattern) if page.stem != "index"]
        yield max(pages, key=lambda page: (page.stat().st_size, page.name)).relative_to(site).as_posix()


def main(chrome: str, site: Path) -> int:
    """The exit code: 0 where every page reaches what was promised."""
    with hosted(site) as address:
        command = ["node", PROGRAM, chrome, address, *judged(site)]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
