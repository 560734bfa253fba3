"""The forms for readers: as GitHub takes them, and with the fields that links on the site's pages fill in."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from render.small_project import small_pages

FOLDER = Path(__file__).parents[1] / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def fields(name: str) -> dict[str, dict[str, object]]:
    """Id -> field of a form."""
    form = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return {item["id"]: item for item in form["body"] if "id" in item}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_has_the_shape_that_is_asked_of_it(path: Path) -> None:
    """Name, description, and labelled fields of known kinds, each id once; one that fails is not shown to anyone."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    assert {item["type"] for item in form["body"]} <= KINDS
    asked = [item for item in form["body"] if item["type"] != "markdown"]
    assert asked
    assert all(item["attributes"]["label"] for item in asked)
    ids = [item["id"] for item in asked]
    assert len(ids) == len(set(ids))


def test_pages_link_to_a_form_with_the_fields_that_they_fill_in() -> None:
    links = {link for page in small_pages().values() for link in re.findall(r'href="([^"]*/issues/new[^"]*)"', page)}
    assert len(links) > 5
    for link in links:
        filled = parse_qs(urlsplit(unescape(link)).query, keep_blank_values=True)
        (template,) = filled.pop("template")
        assert filled.keys() - {"title"} == {"page", "quote"}
        assert {"page", "quote"} <= fields(template).keys()


def test_a_report_asks_for_the_source_of_what_is_right() -> None:
    needed = {key for key, item in fields("report-an-error.yml").items() if item.get("validations")}
    assert needed == {"page", "wrong", "source"}


def test_no_form_stands_alone() -> None:
    """A file that GitHub finds besides the forms would be an old template, shown beside them."""
    assert {path.name for path in FOLDER.iterdir()} == {"config.yml", "report-an-error.yml", "suggest-a-source.yml"}
