"""A finished site holds no file that nothing leads to: no page, script, style sheet or search index."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from folders import PROJECTS

from dateline.api import Project, build_project
from dateline.engine import ENGINES
from dateline.search.packed import unpack

HOST = "https://vardania.example/watch/"
# Nothing on the site names these, and why they are there all the same.
ASKED_FOR_BY_NAME = {
    "404.html": "the host shows it where a page is missing",
    "assets/favicon.svg": "the settings name it, where they name one",
    "llms.txt": "programs ask for it at this address",
    "robots.txt": "programs ask for it at this address",
    "sitemap.xml": "programs ask for it at this address",
}
# The page of the data says how these addresses follow from a page's own.
SAID_BY_RULE = "*/feed.json"


class Named(HTMLParser):
    """What the attributes of a page name."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        keys = ("action",) if tag == "form" else ("href", "src")
        self.names += [value for key in keys if (value := given.get(key))]
        self.names += [given["content"] or ""] if given.get("property") == "og:image" else []


def named_by(site: Path) -> Iterator[str]:
    """Paths below the site that its pages, style sheets and scripts name."""
    for path in sorted(path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js")):
        text, here = path.read_text(encoding="utf-8"), path.relative_to(site).as_posix()
        if path.suffix == ".html":
            page = Named()
            page.feed(text)
            names = page.names
        elif path.suffix == ".css":
            names = re.findall(r"url\(['\"]?([^'\")]+)", text)
        else:
            here = "search.html"  # scripts work from the page that runs them
            names = re.findall(r"[\"'`](?:\./|\.\./)?([\w./-]+\.\w+)[\"'`]", text)
        for name in names:
            address = urljoin(HOST + here, name)
            if address.startswith(HOST):
                yield unquote(urlsplit(address).path).removeprefix("/watch/")


def named_by_search(site: Path) -> Iterator[str]:
    """Files of the search index that it lists itself, and its engine."""
    folder = site / "pagefind"
    yield from ("pagefind/pagefind-entry.json", "pagefind/wasm.en.pagefind")
    for language in json.loads((folder / "pagefind-entry.json").read_text())["languages"].values():
        meta = f"pagefind.{language['hash']}.pf_meta"
        yield from (f"pagefind/{meta}", f"pagefind/{meta.replace('pf_meta', 'pf_short')}")
        _, pages, chunks, filters, *_ = unpack((folder / meta).read_bytes())
        yield from (f"pagefind/fragment/{name}.pf_fragment" for name, *_ in pages)
        yield from (f"pagefind/index/{chunk[-1]}.pf_index" for chunk in chunks)
        yield from (f"pagefind/filter/{name}.pf_filter" for _, name in filters)


def named_by_sitemap(site: Path) -> Iterator[str]:
    """The parts of a sitemap, which are its entries."""
    whole = site / "sitemap.xml"
    for address in re.findall(r"<loc>([^<]+)</loc>", whole.read_text(encoding="utf-8") if whole.exists() else ""):
        yield address.removeprefix(HOST)


def unnamed(site: Path) -> list[str]:
    """Files to which nothing leads."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    named = {*named_by(site), *named_by_search(site), *named_by_sitemap(site), *ASKED_FOR_BY_NAME}
    return sorted(name for name in files - named if not fnmatch(name, SAID_BY_RULE))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cross-linked sample, built with the address where it is to stand."""
    folder = tmp_path_factory.mktemp("unused") / "project"
    shutil.copytree(PROJECTS / "cross-linked", folder, ignore=shutil.ignore_patterns("build", "site", "expected"))
    command = [sys.executable, "-m", "dateline", "build", "--no-draft", "--quiet", "--project", str(folder)]
    subprocess.run(command, env={**os.environ, "SITE_URL": HOST}, check=True, capture_output=True)
    return folder


def test_something_leads_to_each_file(project: Path) -> None:
    assert unnamed(project / "site") == []


def test_a_file_that_nothing_leads_to_is_found(project: Path) -> None:
    stray = project / "site" / "assets" / "stray.css"
    stray.write_text("p { color: red }", encoding="utf-8")
    assert unnamed(project / "site") == ["assets/stray.css"]
    stray.unlink()


@pytest.mark.parametrize("engine", ENGINES)
def test_no_engine_leaves_what_no_page_loads(engine: str, copy_project: Callable[[str], Path]) -> None:
    folder = copy_project("one-briefing")
    settings = folder / "mkdocs.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nsite_url: {HOST}\n", encoding="utf-8")
    built = build_project(Project.open(folder), draft=False, engine=engine)
    assert built.site is not None
    assert unnamed(built.site) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_frame_that_loads_the_themes_files_keeps_them(engine: str, copy_project: Callable[[str], Path]) -> None:
    folder = copy_project("one-briefing")
    frame = folder / "templates" / "theme" / "main.html"
    frame.parent.mkdir(parents=True)
    frame.write_text('{% extends "base.html" %}', encoding="utf-8")
    picture = folder / "templates" / "assets" / "images" / "own.svg"
    picture.parent.mkdir(parents=True)
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    built = build_project(Project.open(folder), draft=False, engine=engine)
    assert built.site is not None
    assert list(built.site.glob("assets/javascripts/bundle.*.js"))
    assert list(built.site.glob("assets/stylesheets/**/main.*.css"))
    assert (built.site / "assets" / "images" / "own.svg").is_file()
