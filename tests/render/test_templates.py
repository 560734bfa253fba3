"""Templates, assets and theme files: the project's own stand before those that come with Dateline."""

import shutil
from pathlib import Path

import pytest
import yaml
from render.small_project import PROJECT, rendered

from dateline.errors import TemplateError
from dateline.project import Project
from dateline.render import assets, packaged_templates, theme_files
from dateline.render.environment import render_template, template_environment


@pytest.fixture
def own(tmp_path: Path) -> Project:
    shutil.copytree(PROJECT, tmp_path / "own", ignore=shutil.ignore_patterns("build", "site"))
    return Project.open(tmp_path / "own")


def write(project: Project, path: str, text: str) -> None:
    file = project.templates / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_templates_come_with_dateline() -> None:
    assert (packaged_templates() / "pages" / "briefing.md.j2").is_file()


def test_own_template_is_used(own: Project) -> None:
    write(own, "pages/name.md.j2", "---\ntitle: {{ title | yaml }}\n---\n<p>{{ name }}</p>\n")
    assert rendered(own)["names/nlf.md"] == '---\ntitle: "NLF: a name of several"\n---\n\n<p>NLF</p>\n'


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ('A "quoted": title', "A &#34;quoted&#34;: title"),
        ("back\\slash and # hash", "back\\slash and # hash"),
        ("two\nlines\n---\nof it", "two lines --- of it"),
        ("<b> & {{ x }}", "&lt;b&gt; &amp; {{ x }}"),
        ("bell\x07 and \x85 and \u2028 breaks", "bell and and breaks"),
        ("- 'no', !!null", "- &#39;no&#39;, !!null"),
    ],
)
def test_any_title_is_safe_in_front_matter(own: Project, title: str, shown: str) -> None:
    """Escaped for HTML, since themes print it as it stands."""
    write(own, "pages/x.md.j2", "---\ntitle: {{ title | yaml }}\n---\n<p>x</p>\n")
    content = render_template(template_environment(own.templates), "pages/x.md.j2", {"title": title})
    assert yaml.safe_load(content.split("\n---\n", 1)[0].removeprefix("---\n")) == {"title": shown}


def test_own_partial_is_used_by_packaged_templates(own: Project) -> None:
    write(own, "partials/note_editor.html.j2", '<div class="note">{{ kind }}: {{ html | safe }}</div>')
    assert '<div class="note">Context: <p>' in rendered(own)["briefings/2031-03-04-dorlen-depot.md"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("---\n{% for x in %}", "templates/pages/name.md.j2:2: "),
        ("---\ntitle: x\n---\n<p>{{ nothing.here }}</p>", "templates/pages/name.md.j2:4: 'nothing' is undefined"),
        ("---\n{% include 'partials/none.j2' %}", "templates/partials/none.j2: must exist"),
        ("---\n{{ 1 / 0 }}", "templates/pages/name.md.j2:2: "),
    ],
)
def test_faults_name_template_and_line(own: Project, text: str, fault: str) -> None:
    write(own, "pages/name.md.j2", text)
    with pytest.raises(TemplateError) as raised:
        rendered(own)
    assert str(raised.value).startswith(fault)


def test_own_files_stand_before_packaged_ones(own: Project) -> None:
    packaged = dict(assets(own))
    write(own, "assets/css/print.css", "body { color: black }")
    write(own, "assets/logo.svg", "<svg/>")
    write(own, "theme/404.html", "gone")
    found = dict(assets(own))
    assert found["assets/css/print.css"] == b"body { color: black }"
    assert found["assets/logo.svg"] == b"<svg/>"
    assert found["assets/css/type.css"] == packaged["assets/css/type.css"]
    assert list(found) == sorted(found)
    theme = dict(theme_files(own))
    assert theme["404.html"] == b"gone"
    assert "main.html" in theme
