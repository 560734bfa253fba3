"""Pictures of each kind of page, phone and desktop, light and dark, to be looked at.

Usage: python tests/browser/screenshots.py FOLDER NAME=SITE [NAME=SITE …]
"""

import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SCREENS = {"desktop": (1280, 900), "phone": (390, 844)}
LISTS = ("index", "briefings/index", "actors/index", "incidents/index", "locations/index", "sources/index", "about")
RECORDS = ("briefings/2???-??-??-*", "actors/*", "incidents/2*", "locations/*", "sources/2*")


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_: object) -> None:
        """Keep the output readable."""


def kinds(site: Path) -> Iterator[str]:
    """One page of each kind: of records the largest, which shows most."""
    yield from (f"{name}.html" for name in LISTS if (site / f"{name}.html").is_file())
    for pattern in RECORDS:
        pages = [page for page in site.glob(f"{pattern}.html") if page.stem != "index"]
        if pages:
            yield max(pages, key=lambda page: (page.stat().st_size, page.name)).relative_to(site).as_posix()
    yield "search.html?q=report"
    yield "404.html"


def shoot(page: Page, address: str, target: Path) -> None:
    """The whole page once its search, if any, has answered."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=target, full_page=True)


def main(folder: Path, sites: dict[str, Path]) -> None:
    """Pictures as FOLDER/NAME-PAGE-SCREEN-COLOURS.png."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for label, site in sites.items():
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for screen, (width, height) in SCREENS.items():
                for colours in ("light", "dark"):
                    size = {"width": width, "height": height}
                    page = browser.new_page(viewport=size, color_scheme=colours)
                    for path in kinds(site):
                        name = f"{label}-{path.partition('.')[0].replace('/', '-')}-{screen}-{colours}.png"
                        shoot(page, f"http://127.0.0.1:{server.server_address[1]}/{path}", folder / name)
                    page.close()
            server.shutdown()
        browser.close()


if __name__ == "__main__":
    named = (argument.partition("=") for argument in sys.argv[2:])
    main(Path(sys.argv[1]), {name: Path(site).resolve() for name, _, site in named})
