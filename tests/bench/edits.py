"""From saving a file to the browser having the new page: the real server, a real browser, beside a full build."""

import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from serve.served import Served

EDITS = 10
SETTLED = 0.5  # seconds between an edit and the next
WORDS = "mark => document.body && document.body.innerText.includes(mark)"
COLOUR = "mark => document.body && getComputedStyle(document.body).getPropertyValue('--mark').includes(mark)"


@dataclass(frozen=True)
class Edit:
    """One kind of edit: the file, its text with a mark put in, and what tells that the page has the mark."""

    name: str
    path: Path
    marked: Callable[[str, str], str]
    seen: str = WORDS
    page: str = ""


def edits(project: Path) -> list[Edit]:
    """A briefing, a profile, a template, a style sheet."""
    briefing = min((project / "briefings").glob("[12]*.md"))
    actor = min((project / "briefings" / "actors").glob("*.md"))
    templates = project / "templates"
    here = f"briefings/{briefing.stem}.html"

    def named(text: str, mark: str) -> str:
        return re.sub(r"^name: .*$", f"name: {mark}", text, count=1, flags=re.MULTILINE)

    return [
        Edit("a briefing", briefing, lambda text, mark: f"{text}\n{mark}\n", page=here),
        Edit("an actor's profile", actor, named, page=f"actors/{actor.stem}.html"),
        Edit(
            "a template",
            templates / "pages" / "briefing.md.j2",
            lambda text, mark: f"{text}\n<p>{mark}</p>\n",
            page=here,
        ),
        Edit("a style sheet", templates / "assets" / "css" / "type.css", _coloured, COLOUR, here),
    ]


def _coloured(text: str, mark: str) -> str:
    return f'{text}\nbody {{ --mark: "{mark}"; }}\n'


def seconds_of(edit: Edit, page: Page, url: str) -> list[float]:
    """Of each of the edits; the file is as before afterwards."""
    before = edit.path.read_text(encoding="utf-8")
    page.goto(url + edit.page)
    found = []
    for number in range(EDITS):
        time.sleep(SETTLED)
        mark = f"Mark{number}of{EDITS}"
        start = time.perf_counter()
        edit.path.write_text(edit.marked(before, mark), encoding="utf-8")
        page.wait_for_function(edit.seen, arg=mark, polling=10)
        found.append(time.perf_counter() - start)
    edit.path.write_text(before, encoding="utf-8")
    return found


@contextmanager
def _browser(path: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = playwright.chromium.launch(executable_path=path, args=options)
        page = running.new_page()
        page.set_default_timeout(600_000)
        yield page
        running.close()


def bench_edits(project: Path, templates: Path, browser: str) -> None:
    """Builds the project for the unit, then serves and edits it."""
    shutil.copytree(templates, project / "templates", dirs_exist_ok=True)
    start = time.perf_counter()
    command = [sys.executable, "-m", "dateline", "build", "--no-draft", "-q", "--project", str(project)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    unit = time.perf_counter() - start
    print(f"serve: {sum(1 for _ in (project / 'site').rglob('*.html'))} pages; a full build: {unit:.1f} s")
    served = Served(project)
    with _browser(browser) as page:
        for edit in edits(project):
            found = seconds_of(edit, page, served.url)
            low, middle = min(found), statistics.median(found)
            print(f"  {edit.name:20} min {low:6.2f} s   median {middle:6.2f} s   {middle / unit:7.4f} of a full build")
    served.interrupt()
