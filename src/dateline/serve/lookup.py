"""From an address below the base to a file of the site, as static hosts find it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Found:
    """The file of an address; `folder` is True where the address must end in a slash and does not."""

    file: Path
    folder: bool = False


def find(site: Path, address: str) -> Found | None:
    """The file that an address (decoded, relative to the site) names, never one outside the site.

    `actors/` is its `index.html`, `about` may be `about.html`.
    """
    parts = [part for part in address.split("/") if part not in ("", ".")]
    if any(part == ".." or "\\" in part or "\0" in part for part in parts):
        return None
    try:
        return _find(site, site.joinpath(*parts), slash=not parts or address.endswith("/"))
    except OSError:  # a name that this system cannot have
        return None


def _find(site: Path, target: Path, *, slash: bool) -> Found | None:
    candidates = [Found(target / "index.html", folder=not slash)]
    if not slash:
        candidates = [Found(target), *candidates, Found(target.with_name(f"{target.name}.html"))]
    inside = site.resolve()
    return next((it for it in candidates if it.file.is_file() and it.file.resolve().is_relative_to(inside)), None)
