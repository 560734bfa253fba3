"""Old addresses of all kinds of records lead on, in the real site; what is withdrawn says so everywhere."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from folders import PROJECTS
from pages_host import hosted
from playwright.sync_api import Browser

from dateline.api import Project, rename_record, split_record

MOVED = {
    "actors/sexton": "actors/the-sexton",
    "locations/dulvin": "locations/dulvin-village",
    "incidents/2031-03-04-dorlen-air-strike": "incidents/2031-03-04-dorlen-bombing",
    "incidents/2031-04-17-tarve-flood": "incidents/2031-04-17-tarve-valley-flood",
    "briefings/2031-03-05-army-denies-bombing-dorlen-depot": "briefings/2031-03-05-army-denies",
}
WITHDRAWN = "2031-03-17-nine-dead-in-hesker-shelling"
REASON = "The agency took the report back."
BASE = "A/"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The site of a project whose records were renamed, split and withdrawn, served below a path with a capital."""
    folder = tmp_path_factory.mktemp("old")
    ignored = shutil.ignore_patterns("build", "site", "expected")
    shutil.copytree(PROJECTS / "cross-linked", folder / "project", ignore=ignored)
    project = Project.open(folder / "project")
    for old, new in MOVED.items():
        assert not rename_record(project, old, new).is_refused
    split_record(project, "vardanian-police", "city-police", since="2031-03-01")
    path = project.briefings / f"{WITHDRAWN}.md"
    words = re.sub(r"review: \w+", f"review: withdrawn\nreview_reason: {REASON}", path.read_text(encoding="utf-8"))
    path.write_text(words, encoding="utf-8")
    (folder / "web").mkdir()
    with hosted(folder / "web") as address:
        command = [sys.executable, "-m", "dateline", "build", "--no-draft", "--quiet", "--project", project.root]
        environment = {**os.environ, "SITE_URL": address + BASE}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        shutil.copytree(project.output, folder / "web" / BASE)
        shutil.copy(project.output / "404.html", folder / "web")
        yield folder / "web" / BASE, address + BASE


def test_page_of_each_former_id_leads_on_without_scripts(served: tuple[Path, str]) -> None:
    site, address = served
    for old, new in MOVED.items():
        page = (site / f"{old}.html").read_text(encoding="utf-8")
        name = new.partition("/")[2]
        assert re.search(rf'http-equiv="refresh" content="0; url=\.\./\w+/{name}\.html"', page), old
        assert f'<link rel="canonical" href="{address}{new}.html">' in page
        assert f'{name}.html"><bdi>' in page
        assert '<meta name="robots" content="noindex">' in page
        assert "data-pagefind-body" not in page
        assert (site / f"{new}.html").is_file()


def test_search_and_sitemap_know_new_addresses_alone(served: tuple[Path, str]) -> None:
    site, address = served
    listed = "".join(path.read_text(encoding="utf-8") for path in (site / "sitemap").glob("*.xml"))
    for old, new in MOVED.items():
        assert f"<loc>{address}{new}.html</loc>" in listed
        assert f"<loc>{address}{old}.html</loc>" not in listed


def test_old_address_in_any_case_leads_on_in_a_browser(served: tuple[Path, str], browser: Browser) -> None:
    """With its fragment, and with the path of the site as it is written."""
    _, address = served
    page = browser.new_context().new_page()
    for old, new in MOVED.items():
        kind, _, name = old.partition("/")
        for typed in (old, f"{kind}/{name.upper()}", old.title()):
            page.goto(f"{address}{typed}.html#x-1", wait_until="commit")
            page.wait_for_url(f"{address}{new}.html#x-1")
    page.goto(f"{address}actors/Nobody.html")
    page.wait_for_url(f"{address}actors/nobody.html")
    assert page.locator("h1").inner_text() == "Page not found"
    page.context.close()


def test_each_half_of_a_split_names_the_other(served: tuple[Path, str]) -> None:
    site, _ = served
    for one, other in (("vardanian-police", "city-police"), ("city-police", "vardanian-police")):
        page = (site / "actors" / f"{one}.html").read_text(encoding="utf-8")
        head = page.partition('<header class="head">')[2].partition("</header>")[0]
        assert "Not to be confused with" in head
        assert f'href="../actors/{other}.html"' in head


def test_withdrawn_briefing_says_so_on_its_page_in_lists_feeds_and_data(served: tuple[Path, str]) -> None:
    site, address = served
    assert REASON in (site / "briefings" / f"{WITHDRAWN}.html").read_text(encoding="utf-8")
    for path in (*site.rglob("*.html"), *site.rglob("*.xml")):
        text = path.read_text(encoding="utf-8")
        for title in re.findall(r'<a href="[^"#]*briefings/' + WITHDRAWN + r'\.html[^"]*"[^>]*><bdi>([^<]*)', text):
            assert title.endswith("(withdrawn)"), path
    items = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]
    (item,) = (item for item in items if item["url"] == f"{address}briefings/{WITHDRAWN}.html")
    assert item["title"].endswith("(withdrawn)")
    assert item["content_text"] == REASON
    with (site / "data" / "briefings.csv").open(encoding="utf-8", newline="") as file:
        (row,) = (row for row in csv.DictReader(file) if row["id"] == WITHDRAWN)
    assert (row["review"], row["review_reason"]) == ("withdrawn", REASON)
    with (site / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        assert {row["review"] for row in csv.DictReader(file) if row["briefing"] == WITHDRAWN} == {"withdrawn"}
    record = json.loads((site / "briefings" / f"{WITHDRAWN}.json").read_text(encoding="utf-8"))["record"]
    assert record["review_reason"] == REASON
