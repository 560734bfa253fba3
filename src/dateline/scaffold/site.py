"""`dateline init`: a folder becomes a site of one's own, with an example."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dateline.disk import write_atomic
from dateline.errors import ProjectError
from dateline.scaffold.requirement import installed_requirement, is_of_this_machine, requirement_of, with_extra

# File of the site -> file of the package, the settings last: with them the folder is a site.
_FILES = (
    ("seeds/example.txt", "example.txt"),
    ("briefings/about.md", "about.md"),
    (".github/workflows/pages.yml", "pages.yml"),
    (".github/workflows/pull-request.yml", "pull-request.yml"),
    (".github/dependabot.yml", "dependabot.yml"),
    (".github/ISSUE_TEMPLATE/config.yml", "config.yml"),
    (".github/ISSUE_TEMPLATE/report-an-error.yml", "report-an-error.yml"),
    (".github/ISSUE_TEMPLATE/suggest-a-source.yml", "suggest-a-source.yml"),
    (".gitignore", "gitignore"),
    (".gitattributes", "gitattributes"),
    ("Makefile", "Makefile"),
    ("README.md", "README.md"),
    ("mkdocs.yml", "mkdocs.yml"),
)
_REPOSITORY = re.compile(r"https://[\w.-]+/[\w.-]+/[\w.-]+")


@dataclass(frozen=True)
class Initialized:
    """written and kept: paths below the folder; notes: what its owner should know."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    notes: tuple[str, ...]


def init_site(
    folder: Path, *, name: str = "", repository: str = "", requirement: str = "", keep: bool = False
) -> Initialized:
    """Write a new site into a folder.

    name         of the site; the folder's in words where none is given
    repository   `https://github.com/OWNER/NAME`, for links to edit, or ""
    requirement  how pip gets Dateline; as it was installed here where none is given
    keep         files that are there already stay as they are
    Raises ProjectError, with nothing written, where a file is in the way and `keep` is false, where the folder is a
    site already, or where repository or requirement cannot be used.
    """
    if repository and not _REPOSITORY.fullmatch(repository.removesuffix("/")):
        raise ProjectError(f"a repository must be such as https://github.com/OWNER/NAME, not '{repository}'")
    needed = requirement_of(requirement) if requirement else installed_requirement()
    contents = dict(_contents(name or _name_of(folder), repository.removesuffix("/").removesuffix(".git"), needed))
    there = _in_the_way(folder, contents)
    if "mkdocs.yml" in there:
        raise ProjectError(f"{folder} has a mkdocs.yml already; choose another folder")
    if there and not keep:
        raise ProjectError(f"{folder} has {', '.join(there)} already; move them away, or keep them with --keep")
    new = [path for path in contents if path not in there]
    for path in new:
        write_atomic(folder / path, contents[path])
    return Initialized(tuple(new), tuple(there), tuple(_notes(folder, needed, there)))


def _name_of(folder: Path) -> str:
    return re.sub(r"[-_\s]+", " ", folder.resolve().name).strip().capitalize() or "Briefings"


def _contents(name: str, repository: str, requirement: str) -> Iterator[tuple[str, str]]:
    yield "requirements.txt", f"# Enough to check and publish: what the workflows install.\n{requirement}\n"
    yield "requirements-draft.txt", f"# And to draft new briefings.\n{with_extra(requirement, 'draft')}\n"
    address = (
        f"repo_url: {repository} # gives each page its links to edit, plain text and history\nedit_uri: edit/main/"
        if repository
        else "# repo_url: https://github.com/OWNER/NAME   # gives each page its links to edit, plain text and history\n"
        "# edit_uri: edit/main/"
    )
    one_line = " ".join(name.split())
    for path, source in _FILES:
        text = files("dateline.scaffold").joinpath("data", "own-site", source).read_text(encoding="utf-8")
        quoted = json.dumps(one_line, ensure_ascii=False)
        yield path, text.replace("@NAME@", quoted).replace("@TITLE@", one_line).replace("@REPO@", address)


def _in_the_way(folder: Path, contents: dict[str, str]) -> list[str]:
    """Files that are there with other words, and files where a folder must be."""
    if folder.exists() and not folder.is_dir():
        raise ProjectError(f"{folder} is a file; name a folder")
    found = []
    for path, text in contents.items():
        for above in Path(path).parents:
            if (folder / above).is_file():
                raise ProjectError(f"{folder / above} is a file, and a folder must be there; move it away")
        here = folder / path
        if here.exists() and not (here.is_file() and here.read_bytes() == text.encode()):
            found.append(path)
    return found


def _notes(folder: Path, requirement: str, kept: list[str]) -> Iterator[str]:
    if is_of_this_machine(requirement):
        yield (
            "requirements.txt installs Dateline from this machine alone; before the workflows can run, write an "
            "address there that they can reach, such as dateline @ git+https://…"
        )
    if ".gitignore" in kept:
        yield "add /.venv/, /build/ and /site/ to .gitignore"
    above = [parent for parent in folder.resolve().parents if (parent / ".git").exists()]
    if above and not (folder / ".git").exists():
        yield f"GitHub runs workflows of a repository's root alone; move .github to {above[0]} and adapt its paths"
