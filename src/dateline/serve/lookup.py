"""From an address below the base to the paths that it may mean, as static hosts read it."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Gone(Enum):
    """A path that the site as built has, and its newest state has no more."""

    GONE = "gone"


@dataclass(frozen=True)
class Candidate:
    """A path below the site's root; `folder` is True where the address must end in a slash and does not."""

    path: str
    folder: bool = False


def candidates(address: str) -> tuple[Candidate, ...]:
    """The paths that an address (decoded, relative to the site) may mean, the likeliest first; never one outside.

    `actors/` is its `index.html`, `about` may be `about.html`.
    """
    parts = [part for part in address.split("/") if part not in ("", ".")]
    if any(part == ".." or "\\" in part or "\0" in part for part in parts):
        return ()
    path = "/".join(parts)
    if not parts or address.endswith("/"):
        return (Candidate(f"{path}/index.html".lstrip("/")),)
    return Candidate(path), Candidate(f"{path}/index.html", folder=True), Candidate(f"{path}.html")


def file_of(site: Path, path: str) -> Path | None:
    """The file at a path below the site, or None where there is none, or where it lies outside."""
    file = site.joinpath(*path.split("/"))
    try:
        return file if file.is_file() and file.resolve().is_relative_to(site.resolve()) else None
    except OSError:  # a name that this system cannot have
        return None
