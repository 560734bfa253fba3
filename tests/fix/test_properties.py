"""Whatever people do to real files: the fixes keep their words and comments, and a second run changes no byte."""

import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from folders import PROJECTS, ROOT
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.api import Project, check_project, fix_project
from dateline.check.finding import Context
from dateline.fix.file import Fixed, mended_file
from dateline.frontmatter import FrontMatterError, parse
from dateline.frontmatter.spans import comments, read
from dateline.load.kinds import model_of
from dateline.markdown import markdown_parser

SAMPLES = [ROOT, PROJECTS / "cross-linked"]
FILES = [path for root in SAMPLES for path in sorted((root / "briefings").rglob("*.md"))]

UNREADABLE = {"schema", "front-matter", "encoding"}

marks = st.sampled_from(["", "\ufeff"])
places = st.floats(0, 1, exclude_max=True)
kinds = st.sampled_from(
    ["remark", "spaces", "swap letters", "swap lines", "upper", "date", "rename", "words", "nothing"]
)
edits = st.lists(st.tuples(kinds, places), min_size=1, max_size=6)


def edited(text: str, chosen: list[tuple[str, float]]) -> str:
    """The text after these edits of a person; their own words begin with `mine`."""
    for number, (kind, at) in enumerate(chosen):
        lines = text.split("\n")
        line = int(at * (len(lines) - 1))
        spot = int(at * (len(text) - 2))
        if kind == "remark":
            lines.insert(line, f"# mine {number}")
        elif kind == "spaces":
            lines[line] += "  " if number % 2 else " \t"
        elif kind == "swap lines":
            lines[line : line + 2] = reversed(lines[line : line + 2])
        elif kind == "date":
            lines[line] = re.sub(r"\d{4}-\d\d-\d\d$", "4 January 2031", lines[line])
        elif kind == "rename":
            lines[line] = re.sub(r"^( *(?:- )?)title:", r"\1Title:", lines[line])
        elif kind == "words":
            lines[line] += f" mine{number}"
        text = "\n".join(lines)
        if kind == "swap letters":
            text = text[:spot] + text[spot : spot + 2][::-1] + text[spot + 2 :]
        elif kind == "upper":
            text = text[:spot] + text[spot : spot + 1].upper() + text[spot + 1 :]
    return text


@pytest.fixture(scope="module")
def contexts() -> dict[Path, Context]:
    projects = [Project.open(root) for root in SAMPLES]
    return {project.root: Context(check_project(project).corpus, project.vocabulary) for project in projects}


@settings(max_examples=examples(100))
@given(
    path=st.sampled_from(FILES),
    chosen=edits,
    newline=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_nothing_of_a_persons_is_lost(
    contexts: dict[Path, Context], path: Path, chosen: list[tuple[str, float]], newline: str, mark: str
) -> None:
    root = next(root for root in SAMPLES if path.is_relative_to(root / "briefings"))
    name, model = path.relative_to(root).as_posix(), model_of(path.relative_to(root / "briefings").as_posix())
    text = edited(path.read_text(encoding="utf-8"), chosen)
    data = (mark + text.replace("\n", newline)).encode()
    found = mended_file(name, data, model, contexts[root])
    for _ in range(4):  # what one round puts right may show what the next can
        again = mended_file(name, found.data, model, contexts[root])
        found = replace(again, fixed=(*found.fixed, *(one for one in again.fixed if again.data != found.data)))
    assert mended_file(name, found.data, model, contexts[root]).data == found.data
    after = found.data.decode().removeprefix(mark).replace(newline, "\n")
    assert (mark + after.replace("\n", newline)).encode() == found.data
    if not found.fixed:
        assert found.data == data
    try:
        parse(text)
    except FrontMatterError:
        assert found.data == data
        return
    assert_kept(text, after, found.fixed)


def assert_kept(before: str, after: str, fixed: tuple[Fixed, ...]) -> None:
    """Comments, prose, quotes' words and all values stay, but for what is said to be another."""
    (matter, values, body), (new_matter, new_values, new_body) = read(before), read(after)
    assert Counter(comments(matter)) == Counter(comments(new_matter))
    assert markdown_parser().render(body) == markdown_parser().render(new_body)
    assert body.split() == new_body.split()
    told = [one for one in fixed if " is now " in one.message]
    gone, come = leaves(values) - leaves(new_values), leaves(new_values) - leaves(values)
    assert sum(gone.values()) == sum(come.values())
    named = {".".join(map(str, path)) for path, _ in gone}
    renamed = any(one.message.startswith("the key") for one in told)
    assert renamed or named == {one.message.partition(" '")[0] for one in told}
    assert Counter(words(values)) - Counter(words(new_values)) <= Counter(
        word for one in told for word in re.findall(r"'([^']*)' is now", one.message)
    )


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Counter[tuple[tuple[Any, ...], str]]:
    """Each text with where it stands."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    found = Counter({(path, value): 1}) if isinstance(value, str) else Counter()
    for key, item in items:
        found += leaves(item, (*path, key))
    return found


def words(value: Any) -> list[str]:
    return list(Counter({text: 1 for _, text in leaves(value)}))


@settings(max_examples=examples(20))
@given(chosen=st.lists(st.tuples(st.integers(0, 30), edits), min_size=1, max_size=4))
def test_a_second_run_changes_no_byte_and_no_file_breaks(
    one: Project, chosen: list[tuple[int, list[tuple[str, float]]]]
) -> None:
    files = sorted(one.briefings.rglob("*.md"))
    kept = {path: path.read_bytes() for path in files}
    seeds = {path: path.read_bytes() for path in one.seeds.rglob("*")}
    try:
        for number, changes in chosen:
            path = files[number % len(files)]
            path.write_text(edited(path.read_text(encoding="utf-8"), changes), encoding="utf-8")
        broken = {problem.path for problem in check_project(one).errors if problem.rule in UNREADABLE}
        _, loaded = fix_project(one)
        assert {problem.path for problem in loaded.errors if problem.rule in UNREADABLE} <= broken
        first = {path: path.read_bytes() for path in sorted(one.briefings.rglob("*.md"))}
        again, _ = fix_project(one)
        assert not again.fixed
        assert {path: path.read_bytes() for path in sorted(one.briefings.rglob("*.md"))} == first
        assert {path: path.read_bytes() for path in one.seeds.rglob("*")} == seeds
    finally:
        for path in set(one.briefings.rglob("*.md")) - set(files):
            path.unlink()
        for path, data in kept.items():
            path.write_bytes(data)


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("fixed") / "one-briefing"
    shutil.copytree(PROJECTS / "one-briefing", folder, ignore=shutil.ignore_patterns("expected", "build", "site"))
    return Project.open(folder)
