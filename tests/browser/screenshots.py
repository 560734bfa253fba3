"""Pictures of each kind of page, phone and desktop, light and dark, to be looked at.

Usage: python tests/browser/screenshots.py FOLDER NAME=SITE [NAME=SITE …]
"""

import shutil
import sys
from itertools import product
from pathlib import Path

from page_kinds import page_kinds
from pages_host import hosted
from playwright.sync_api import Page, ViewportSize, sync_playwright

SCREENS = {"desktop": ViewportSize(width=1280, height=900), "phone": ViewportSize(width=390, height=844)}


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
            with hosted(site) as address:
                for screen, colours in product(SCREENS, ("light", "dark")):
                    page = browser.new_page(viewport=SCREENS[screen], color_scheme=colours)
                    for path in page_kinds(site):
                        name = f"{label}-{path.partition('.')[0].replace('/', '-')}-{screen}-{colours}.png"
                        shoot(page, f"{address}{path}", folder / name)
                    page.close()
        browser.close()


if __name__ == "__main__":
    named = (argument.partition("=") for argument in sys.argv[2:])
    main(Path(sys.argv[1]), {name: Path(site).resolve() for name, _, site in named})
