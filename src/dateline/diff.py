"""`dateline diff`: two states are read, checked and rendered, then compared; nothing is written in the project."""

import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

from dateline.checking import Loaded, check_project
from dateline.compare import Comparison, Side, compare
from dateline.errors import TemplateError
from dateline.history import find_commit, merge_base, write_tree
from dateline.index import build_index
from dateline.project import Project
from dateline.render import assets, render_site, theme_files

HERE = "the files here"
"""What the state without a revision is called."""


def diff_project(project: Project, base: str, head: str = "", *, direct: bool = False) -> Comparison:
    """What the change from `base` to `head` does.

    base, head  a folder that holds a project, or a revision of this project's git repository; no head: the files
                as they are now, saved or not
    direct      compare with `base` itself, not with the commit at which `head` left it
    Raises HistoryError where a revision cannot be had, ProjectError where a state is no project.
    """
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        before, after = _folder_of(project, base), _folder_of(project, head) if head else project.root
        commit = "" if before else find_commit(project.root, base)
        if commit and not direct and (after in (None, project.root)):
            commit = merge_base(project.root, commit, find_commit(project.root, head or "HEAD"))
        before = before or _written(project, commit, Path(folder) / "base")
        after = after or _written(project, find_commit(project.root, head), Path(folder) / "head")
        name = f"{base} ({commit[:12]})" if commit else base
        return compare(side_of(before, name), side_of(after, head or HERE))


def side_of(folder: Path, name: str) -> Side:
    """A project's state as values. Where the check finds errors, or a template is broken, it has no pages."""
    project = Project.open(folder)
    loaded = check_project(project)
    side = Side(name, loaded.corpus, project.vocabulary, loaded.problems)
    if loaded.errors:
        return replace(side, why=f"the check finds errors in {name}")
    try:
        return replace(side, pages=_pages(project, loaded), files=_files(project))
    except TemplateError as error:
        return replace(side, why=f"{name}: {error}")


def _folder_of(project: Project, name: str) -> Path | None:
    """The folder that is meant, where it holds a project; a revision is none."""
    folder = project.root / name
    return folder.resolve() if (folder / "mkdocs.yml").is_file() else None


def _written(project: Project, commit: str, target: Path) -> Path:
    write_tree(project.root, commit, target)
    return target


def _pages(project: Project, loaded: Loaded) -> dict[str, str]:
    index = build_index(loaded.corpus, project.vocabulary)
    return {page.url: _digest(page.content.encode()) for page in render_site(index, loaded.corpus, project)}


def _files(project: Project) -> dict[str, str]:
    return {path: _digest(content) for files in (assets(project), theme_files(project)) for path, content in files}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
