"""Files that are staged as they are: styles, scripts and pictures, and what overrides the theme."""

from collections.abc import Iterator
from pathlib import Path

from dateline.project import Project
from dateline.render.environment import packaged_templates


def assets(project: Project) -> Iterator[tuple[str, bytes]]:
    """(path below the docs folder, e.g. `assets/css/type.css`; content) of each file in `templates/assets/`."""
    for path, content in _files(project, "assets"):
        yield f"assets/{path}", content


def theme_files(project: Project) -> Iterator[tuple[str, bytes]]:
    """(path below the theme folder, e.g. `main.html`; content) of each file in `templates/theme/`."""
    yield from _files(project, "theme")


def _files(project: Project, folder: str) -> Iterator[tuple[str, bytes]]:
    """Sorted by path; a file of the project takes the place of the packaged one of that name."""
    found: dict[str, Path] = {}
    for root in (packaged_templates() / folder, project.templates / folder):
        found |= {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    for name in sorted(found):
        yield name, found[name].read_bytes()
