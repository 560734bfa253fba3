"""Data files: what they hold is what the pages show, and each is fit for the programs that read its format."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from folders import PROJECTS
from render.small_project import PROJECT, rendered, small_export, small_files, small_pages

from dateline.api import check_project
from dateline.export import MOST, TABLES, Export, export_files, feeds, sitemaps
from dateline.index import build_index
from dateline.project import Project

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(small_files())


class Rows(HTMLParser):
    """The cells of each row of a table, in words."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")
        elif tag == "a" and self.rows and len(self.rows[-1]) == 2:
            self.links.append(dict(attrs)["href"] or "")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def table(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"])))


@pytest.mark.parametrize("folder", [PROJECT, PROJECTS / "cross-linked"], ids=lambda folder: folder.name)
def test_incidents_are_those_of_the_list(folder: Path) -> None:
    """Each row of the page's table is a row of the file, in the same order, with the same values."""
    project, parser = Project.open(folder), Rows()
    corpus = check_project(project).corpus
    export = Export(build_index(corpus, project.vocabulary), project, corpus.pages)
    parser.feed(rendered(project, corpus)["incidents/index.md"])
    shown = [row for row in parser.rows if row]
    told = table(dict(export_files(export)), "incidents")
    assert [link.removeprefix("../") for link in parser.links] == [row["url"].removeprefix("../") for row in told]
    assert len(shown) == len(told) > 2
    for cells, row in zip(shown, told, strict=True):
        assert row["title"] in cells[1]
        assert export.vocabulary.label("incident-types", row["type"]) in cells[1]
        assert (row["place_name"] or "not reported") in cells[2]
        assert export.vocabulary.label("statuses", row["status"]) in cells[4]
        numbers = set(re.findall(r"\d+", cells[3]))
        told_numbers = {row[key] for key in row if key.startswith(("fatalities", "injured"))} - {"", "0"}
        assert numbers == told_numbers
        assert all(export.index.actors[key].name in cells[4] for key in row["accused"].split("; ") if key)


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_every_row_has_a_page(files: dict[str, str], name: str) -> None:
    rows = table(files, name)
    assert rows
    for row in rows:
        path, _, anchor = row["url"].removeprefix("../").partition("#")
        page = small_pages()[path.removesuffix(".html") + ".md"]
        assert not anchor or f'id="{anchor}"' in page
        assert row.get("id", row.get("briefing")) in path


def test_claims_carry_the_words_that_their_page_shows(files: dict[str, str]) -> None:
    for row in table(files, "claims"):
        page = small_pages()[f"briefings/{row['briefing']}.md"]
        assert row["quote"] in unescape(page)


def test_unknown_numbers_are_empty_and_not_zero(files: dict[str, str]) -> None:
    rows = {row["id"]: row for row in table(files, "incidents")}
    assert rows["2031-wave"]["fatalities_low"] == ""
    assert rows["2031-wave"]["date"] == ""


def test_map_data_draws_no_point_that_is_not_known(files: dict[str, str]) -> None:
    features = json.loads(files["data/incidents.geojson"])["features"]
    assert [feature["id"] for feature in features] == [row["id"] for row in table(files, "incidents")]
    points = {feature["id"]: feature for feature in features if feature["geometry"]}
    assert 0 < len(points) < len(features)
    assert "2031-wave" not in points
    for feature in points.values():
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert feature["properties"]["radius_km"] > 0


def test_feeds_are_well_formed_and_dated_by_their_records(files: dict[str, str]) -> None:
    days = {row["changed"] for row in table(files, "briefings")}
    found = [path for path in files if path.endswith("feed.xml")]
    export = small_export()
    assert len(found) == 1 + len(export.index.actors) + len(export.index.locations) + len(
        {entry.status for entry in export.index.incidents.values()}
    )
    for path in found:
        feed = ET.fromstring(files[path])
        for name in ("id", "title", "updated", "author"):
            assert feed.find(ATOM + name) is not None, (path, name)
        entries = feed.findall(ATOM + "entry")
        updated = [entry.findtext(ATOM + "updated") or "" for entry in entries]
        assert updated == sorted(updated, reverse=True)
        assert {moment[:10] for moment in updated} <= days
        assert len({entry.findtext(ATOM + "id") for entry in entries}) == len(entries)


def test_both_feeds_of_the_site_say_the_same(files: dict[str, str]) -> None:
    atom = ET.fromstring(files["feed.xml"]).findall(ATOM + "entry")
    items = json.loads(files["feed.json"])["items"]
    assert [entry.findtext(ATOM + "id") for entry in atom] == [item["id"] for item in items]
    assert [entry.findtext(ATOM + "title") for entry in atom] == [item["title"] for item in items]
    assert all(item["content_text"] and item["date_published"] <= item["date_modified"] for item in items)


def test_feed_is_bounded() -> None:
    export = small_export()
    first = next(iter(export.index.briefings.values()))
    many = {f"{first.id}-{number}": replace(first, url=f"briefings/{number}.html") for number in range(3 * MOST)}
    large = replace(export, index=replace(export.index, briefings=many, actors={}, locations={}, incidents={}))
    lonely = {key: replace(entry, incidents=()) for key, entry in many.items()}
    large = replace(large, index=replace(large.index, briefings=lonely))
    assert len(next(feeds(large)).items) == MOST


def published(url: str) -> Project:
    project = Project.open(PROJECT)
    return replace(project, site={**project.site, "site_url": url})


def test_addresses_are_absolute_where_the_site_is_known() -> None:
    export = replace(small_export(), project=published("https://records.example/sub"))
    files = dict(export_files(export))
    rows = table(files, "briefings")
    assert all(row["url"].startswith("https://records.example/sub/briefings/") for row in rows)
    assert json.loads(files["feed.json"])["feed_url"] == "https://records.example/sub/feed.json"
    assert "](https://records.example/sub/data/briefings.csv)" in files["llms.txt"]


def test_sitemap_names_every_page_but_old_addresses_with_the_day_of_its_record() -> None:
    urls = [path.removesuffix(".md") + ".html" for path in small_pages()]
    export = replace(small_export(), project=published("https://records.example/"))
    index, parts = sitemaps(export, urls)
    assert "<loc>https://records.example/sitemap/1.xml</loc>" in index
    tree = ET.fromstring(parts[0][1])
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = [url for url in urls if url not in export.index.redirects]
    assert len(listed) < len(urls)
    assert [found.findtext(f"{space}loc") for found in tree] == [f"https://records.example/{url}" for url in listed]
    dated = {found.findtext(f"{space}loc"): found.findtext(f"{space}lastmod") for found in tree}
    assert dated["https://records.example/briefings/2031-04-21-flood.html"] == "2031-04-21"
    assert sitemaps(small_export(), urls) == ("", ())


def test_short_text_for_programs_counts_and_leads(files: dict[str, str]) -> None:
    text = files["llms.txt"]
    assert text.startswith("# Vardania Record\n\n> ")
    there = {path.removesuffix(".md") + ".html" for path in small_pages()} | set(files)
    assert set(re.findall(r"\]\(([^)]+)\)", text)) <= there
    assert "Briefings](briefings/index.html): 3," in text


def test_same_index_gives_the_same_files(files: dict[str, str]) -> None:
    assert dict(export_files(small_export())) == files


@pytest.mark.parametrize(
    ("written", "environment", "url"),
    [
        ('!ENV [PAGES_URL, ""]', {}, ""),
        ('!ENV [PAGES_URL, ""]', {"PAGES_URL": "https://records.example/a"}, "https://records.example/a/"),
        ('!ENV [PAGES_URL, OTHER_URL, "https://b.example/"]', {"OTHER_URL": "https://o.example"}, "https://o.example/"),
        ("!ENV PAGES_URL", {"PAGES_URL": "https://records.example/"}, "https://records.example/"),
        ("!ENV PAGES_URL", {}, ""),
        ("https://plain.example", {}, "https://plain.example/"),
        ("not an address", {}, ""),
    ],
)
def test_address_of_the_site_is_read_as_the_engine_reads_it(
    written: str, environment: dict[str, str], url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PAGES_URL", "OTHER_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "mkdocs.yml").write_text(f"site_name: X\nsite_url: {written}\n", encoding="utf-8")
    assert Project.open(tmp_path).url == url
