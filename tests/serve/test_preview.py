"""What was kept of files and texts is never seen: a state read after edits is the state read for the first time."""

import shutil
from pathlib import Path

import pytest
from folders import PROJECTS
from fuzzing import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.api import Project
from dateline.check import check_corpus
from dateline.checking import Kept, load_project
from dateline.index import build_index
from dateline.render import data_files, render_site
from dateline.serve.preview import Preview, preview

EDITS = st.lists(
    st.tuples(st.sampled_from(["words", "rename", "remove", "restore", "page"]), st.integers(0, 10_000)),
    min_size=1,
    max_size=5,
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("preview") / "project"
    shutil.copytree(PROJECTS / "one-briefing", root, ignore=shutil.ignore_patterns("build", "site", "expected"))
    return root


def edit(root: Path, kind: str, number: int) -> None:
    """One change such as a person makes; a file that is restored is as it was in the sample."""
    sample = PROJECTS / "one-briefing" / "briefings"
    paths = sorted(path.relative_to(sample) for path in sample.rglob("*.md"))
    place = paths[number % len(paths)]
    path = root / "briefings" / place
    if kind == "page":
        (root / "briefings" / f"page-{number % 3}.md").write_text(f"---\ntitle: Page {number}\n---\n\nWords.\n")
    elif kind == "restore" or not path.exists():
        shutil.copy2(sample / place, path)
    elif kind == "remove":
        path.unlink()
    elif kind == "words":
        path.write_text(path.read_text(encoding="utf-8") + f"\nJorun Pellask said {number}.\n", encoding="utf-8")
    else:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\nname: ", f"\nname: {number} ", 1), encoding="utf-8")


@given(EDITS)
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_state_after_edits_is_that_of_a_fresh_look(project: Path, edits: list[tuple[str, int]]) -> None:
    opened, kept = Project.open(project), Kept()
    shown: Preview | None = None
    for kind, number in edits:
        edit(project, kind, number)
        corpus, problems = load_project(opened, kept=kept)
        found = check_corpus(corpus, opened.vocabulary)
        sound = not any(problem.severity == "error" for problem in (*problems, *found))
        fresh, fresh_problems = load_project(opened)
        assert (corpus, problems) == (fresh, fresh_problems)
        assert found == check_corpus(fresh, opened.vocabulary)
        if sound:
            shown = preview(opened, corpus, before=shown)
            index = build_index(fresh, opened.vocabulary)
            pages = (*render_site(index, fresh, opened), *data_files(index))
            assert made(shown) == {page.path: page.content for page in pages}


def made(shown: Preview) -> dict[str, str]:
    """Every page and file of the state that a server shows."""
    return {it.path: it.render().content for it in (*shown.pages.values(), *shown.data.values())}


def test_file_that_did_not_change_is_not_read_again(project: Path) -> None:
    opened, kept = Project.open(project), Kept()
    first, _ = load_project(opened, kept=kept)
    second, _ = load_project(opened, kept=kept)
    assert first.actors
    assert all(first.actors[key] is second.actors[key] for key in first.actors)
    assert all(first.seeds[ref] is second.seeds[ref] for ref in first.seeds)
