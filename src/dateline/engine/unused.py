"""What a theme brings into a site and no page asks for is left out of it.

The theme's own styles and scripts are written by every engine: 3 MB that the frame of our pages does not load.
A project whose frame loads them keeps them: a folder stays whole where one page links into it.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from dateline.project import Project

_FOLDERS = ("javascripts", "stylesheets", "images")
_LINK = re.compile(rb'\b(?:src|href)="?[^"> ]*?assets/(javascripts|stylesheets|images)/')
# Read by the theme's script, and a copy that engines write of what is there in plain.
_FOR_SCRIPTS, _COPY = "search.json", "sitemap.xml.gz"


def leave_out_unused(project: Project, site: Path) -> None:
    """Remove from the engine's output the theme's files that no page needs; the project's own stay."""
    linked = _linked(site.rglob("*.html"))
    for name in _FOLDERS:
        if name not in linked:
            _remove(site, site / "assets" / name, (project.docs, project.theme))
    if "javascripts" not in linked:
        (site / _FOR_SCRIPTS).unlink(missing_ok=True)
    (site / _COPY).unlink(missing_ok=True)


def _linked(pages: Iterable[Path]) -> set[str]:
    """The folders of `assets/` that any of the pages links into."""
    found: set[str] = set()
    for page in pages:
        found |= {name.decode() for name in _LINK.findall(page.read_bytes())}
        if len(found) == len(_FOLDERS):
            break
    return found


def _remove(site: Path, folder: Path, own: tuple[Path, ...]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif not any((root / path.relative_to(site)).exists() for root in own):
            path.unlink()
    if folder.is_dir() and not any(folder.iterdir()):
        shutil.rmtree(folder)
