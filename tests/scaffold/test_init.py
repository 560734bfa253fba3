"""`dateline init`: a folder becomes a site of one's own, and nothing that was there is lost."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml
from folders import ROOT
from playwright.sync_api import Browser

from dateline.api import DatelineError, Project, build_project, check_project, init_site, json_schema
from dateline.scaffold.requirement import installed_requirement, is_of_this_machine, requirement_of, with_extra

ANY = "dateline==0.1.0"


def run(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, **environment}
    done = subprocess.run(arguments, cwd=cwd, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def venv(folder: Path) -> Path:
    """A fresh environment in which the packages that Dateline needs are there already, so that no index is asked."""
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    (inside,) = folder.glob("lib/python*/site-packages")
    (inside / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it would be released, built without an index."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_two_commands_make_a_site_with_the_released_package(wheel: Path, tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="drafting needs its packages: pip install 'dateline[draft]'")
    programs = venv(tmp_path / "fresh")
    run(programs / "pip", "install", "--no-index", "--no-deps", wheel, cwd=tmp_path)
    site = tmp_path / "Harbour watch"
    site.mkdir()
    venv(site / ".venv")
    made = run(programs / "dateline", "init", site, "--requirement", wheel, cwd=tmp_path)
    assert str(site / "mkdocs.yml") in made.stdout
    run("make", "site", cwd=site, PIP_NO_INDEX="1", PYTHON=sys.executable)
    where = "import dateline; print(dateline.__file__)"
    assert str(site) in run(site / ".venv" / "bin" / "python", "-c", where, cwd=tmp_path).stdout
    home = (site / "site" / "index.html").read_text(encoding="utf-8")
    assert "<title>Harbour watch</title>" in home
    assert "contested" in home
    run("make", "check", "ARGS=--strict", cwd=site)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    init_site(tmp_path / "own", name='Port "Elsmoor": a record', requirement=ANY)
    return tmp_path / "own"


def built(folder: Path) -> Path:
    done = build_project(Project.open(folder), draft=False)
    assert done.problems == ()
    assert done.site is not None
    return done.site


RECORDS = {
    "actors/home-front.md": "id: home-front\nname: Home Front\nkind: tenants-union\n",
    "2031-05-20-eviction.md": (
        "id: 2031-05-20-eviction\ntitle: Tenants put out\ndate: 2031-05-20\nactors: [home-front]\n"
        "sources: [{id: s1, title: A leaflet}]\n"
        "incidents: [{id: 2031-05-20-eviction, type: eviction, date: 2031-05-20}]\n"
    ),
}


def test_name_words_and_templates_of_a_site_are_its_own(site: Path) -> None:
    """The words that the settings show as an example, and one partial in place of ours."""
    for path, matter in RECORDS.items():
        (site / "briefings" / path).parent.mkdir(exist_ok=True)
        (site / "briefings" / path).write_text(f"---\n{matter}---\n\nHome Front said so.\n", encoding="utf-8")
    assert {problem.rule for problem in check_project(Project.open(site)).problems} == {"schema"}
    settings = site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  dateline: {}\n", "")
    head, mark, example = text.partition("  # dateline:\n")
    assert mark
    settings.write_text(head + (mark + example).replace("  # ", "  "), encoding="utf-8")
    project = Project.open(site)
    assert "eviction" in json.dumps(json_schema("briefing", project.vocabulary))
    ours = (ROOT / "templates" / "partials" / "record.html.j2").read_text(encoding="utf-8")
    (site / "templates" / "partials").mkdir(parents=True)
    changed = ours.replace("Source file:", "In our archive:")
    assert changed != ours
    (site / "templates" / "partials" / "record.html.j2").write_text(changed, encoding="utf-8")
    output = built(site)
    pages = {name: (output / f"{name}.html").read_text(encoding="utf-8") for name in ("index", "actors/home-front")}
    assert "<title>Port &#34;Elsmoor&#34;: a record</title>" in pages["index"]
    assert "Tenants' union" in pages["actors/home-front"].replace("&#39;", "'")
    assert "In our archive:" in pages["actors/home-front"]
    incident = (output / "incidents" / "2031-05-20-eviction.html").read_text(encoding="utf-8")
    assert "Eviction" in incident
    assert "CC BY 4.0" in (output / "data.html").read_text(encoding="utf-8")


def test_colours_are_those_of_the_palette(site: Path, browser: Browser) -> None:
    settings = site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "# palette: { accent: teal }" in text
    settings.write_text(text.replace("# palette: { accent: teal }", "palette: { accent: teal }"), encoding="utf-8")
    output = built(site)
    for scheme, colour in (("light", "rgb(0, 99, 90)"), ("dark", "rgb(127, 211, 200)")):
        for scripts in (True, False):
            context = browser.new_context(color_scheme=scheme, java_script_enabled=scripts)
            page = context.new_page()
            page.goto((output / "about.html").as_uri())
            link = page.locator("article a[href^='https://www.geonames']").first
            assert link.evaluate("link => getComputedStyle(link).color") == colour, (scheme, scripts)
            context.close()


def test_site_builds_before_anything_is_drafted(site: Path) -> None:
    """The workflow of a first push finds no briefing and publishes all the same."""
    assert (built(site) / "about.html").is_file()


def test_file_in_the_way_stops_it_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine.\n", encoding="utf-8")
    with pytest.raises(DatelineError, match=r"has README\.md already; .* --keep"):
        init_site(tmp_path, requirement=ANY)
    assert files(tmp_path) == {"README.md": b"Mine.\n"}


def test_site_in_a_repository_keeps_what_is_there(tmp_path: Path) -> None:
    run("git", "init", "--quiet", cwd=tmp_path)
    (tmp_path / "README.md").write_text("Mine.\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*.pdf\n", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("Mine too.\n", encoding="utf-8")
    before = files(tmp_path)
    made = init_site(tmp_path, requirement=ANY, keep=True)
    after = files(tmp_path)
    assert {path: after[path] for path in before} == before
    assert set(made.written) == set(after) - set(before)
    assert made.kept == (".gitignore", "README.md")
    assert any("add /.venv/" in note for note in made.notes)


def test_begun_again_after_a_crash_it_goes_on(tmp_path: Path) -> None:
    """Files with the very words that it would write are not in the way."""
    made = init_site(tmp_path, requirement=ANY)
    whole = files(tmp_path)
    for path in made.written[5:]:
        (tmp_path / path).unlink()
    init_site(tmp_path, requirement=ANY)
    assert files(tmp_path) == whole


def test_site_is_not_begun_twice_and_not_in_a_file(site: Path, tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match=r"has a mkdocs\.yml already"):
        init_site(site, name="Other", requirement=ANY, keep=True)
    (tmp_path / "a").write_text("x", encoding="utf-8")
    with pytest.raises(DatelineError, match="is a file; name a folder"):
        init_site(tmp_path / "a", requirement=ANY)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "seeds").write_text("x", encoding="utf-8")
    with pytest.raises(DatelineError, match="a folder must be there"):
        init_site(tmp_path / "b", requirement=ANY, keep=True)


def test_folder_below_a_repository_is_told_where_workflows_run(tmp_path: Path) -> None:
    run("git", "init", "--quiet", cwd=tmp_path)
    made = init_site(tmp_path / "press" / "site", requirement=ANY)
    assert any("root alone" in note and str(tmp_path) in note for note in made.notes)


def test_repository_is_linked(tmp_path: Path) -> None:
    init_site(tmp_path, repository="https://github.com/harbour/watch.git", requirement=ANY)
    settings = yaml.load((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert settings["repo_url"] == "https://github.com/harbour/watch"
    with pytest.raises(DatelineError, match="a repository must be such as"):
        init_site(tmp_path / "b", repository="harbour/watch", requirement=ANY)


@pytest.mark.parametrize(
    ("given", "core", "draft"),
    [
        ("dateline==0.1.0", "dateline==0.1.0", "dateline[draft]==0.1.0"),
        ("dateline", "dateline", "dateline[draft]"),
        ("git+https://x.org/a@v1", "dateline @ git+https://x.org/a@v1", "dateline[draft] @ git+https://x.org/a@v1"),
        ("vendor/dateline-1-any.whl", "./vendor/dateline-1-any.whl", "./vendor/dateline-1-any.whl[draft]"),
    ],
)
def test_requirement_is_written_as_pip_reads_it(given: str, core: str, draft: str) -> None:
    assert requirement_of(given) == core
    assert with_extra(core, "draft") == draft


@pytest.mark.parametrize("given", ["x", "dateline; rm", "--index-url x", "dateline==1\n-r other.txt", "a b.whl"])
def test_requirement_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(DatelineError, match="a requirement must be such as"):
        requirement_of(given)


def test_requirement_of_a_checkout_is_of_this_machine_alone() -> None:
    """The tests run an editable install."""
    assert is_of_this_machine(installed_requirement())
    assert not is_of_this_machine(ANY)


def tool(name: str, *arguments: str | Path) -> None:
    run(Path(sys.executable).with_name(name), *arguments, cwd=ROOT)


def test_workflows_are_ours_but_for_the_installation(site: Path) -> None:
    for name in ("pages", "pull-request"):
        ours, theirs = (
            yaml.load((folder / ".github" / "workflows" / f"{name}.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
            for folder in (ROOT, site)
        )
        for workflow in (ours, theirs):
            steps = next(iter(workflow["jobs"].values()))["steps"]
            assert [step.pop("run") for step in steps if step.get("name") == "Install"]
        assert theirs == ours
    tool("actionlint", "-shellcheck=", "-pyflakes=", *sorted((site / ".github" / "workflows").glob("*.yml")))
    tool("zizmor", "--offline", "--quiet", "--persona", "auditor", site / ".github")


def test_settings_and_forms_are_ours_but_for_the_name(site: Path) -> None:
    ours, theirs = (
        yaml.load((folder / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader) for folder in (ROOT, site)
    )
    assert theirs.pop("site_name") == 'Port "Elsmoor": a record'
    assert ours.pop("site_name")
    assert theirs == ours
    for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir():
        assert (site / ".github" / "ISSUE_TEMPLATE" / path.name).read_bytes() == path.read_bytes()
