"""`revision ─history─▶ folder`: a project as it was at a commit. The one place that runs git."""

import os
import subprocess
from pathlib import Path

from dateline.errors import HistoryError

# What a hook or an outer git hands down, and what would make this git speak of another repository.
_INHERITED = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE")


def find_commit(folder: Path, name: str) -> str:
    """The full id of the commit that a name means (HistoryError where this clone has none)."""
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode == 0:
        return found.stdout.strip()
    if _git(folder, "rev-parse", "--git-dir").returncode:
        raise HistoryError(f"{folder} is in no git repository; name two folders of projects instead")
    raise HistoryError(f"there is no commit '{name}' in this clone; {_advice(folder, name)}")


def merge_base(folder: Path, one: str, other: str) -> str:
    """The commit at which two commits parted (HistoryError where this clone does not reach back to it)."""
    found = _git(folder, "merge-base", one, other)
    if found.returncode == 0:
        return found.stdout.strip()
    advice = _DEEPEN if _is_shallow(folder) else "compare them as they are, with --direct"
    raise HistoryError(f"{one[:12]} and {other[:12]} have no common commit in this clone; {advice}")


def write_tree(folder: Path, commit: str, target: Path) -> None:
    """Write a project's files as they were at a commit into an empty folder; the repository stays as it is.

    folder  the project's own, which may lie below the repository's root
    Unlike `git archive` this leaves out nothing, whatever `.gitattributes` says of exports.
    """
    below = _must(folder, "rev-parse", "--show-prefix").strip()
    found = _git(folder, "rev-parse", "--verify", "--quiet", f"{commit}:{below.rstrip('/')}")
    if found.returncode:
        raise HistoryError(f"there is no folder {below.rstrip('/')} at {commit[:12]}; compare with a later commit")
    tree = found.stdout.strip()
    directory = str(Path(_must(folder, "rev-parse", "--absolute-git-dir").strip()))
    target.mkdir(parents=True, exist_ok=True)
    index = {"GIT_DIR": directory, "GIT_INDEX_FILE": str(target.with_name(f"{target.name}.index"))}
    place = {**index, "GIT_WORK_TREE": str(target)}
    _must(target, "read-tree", tree, **place)
    _must(target, "checkout-index", "--all", "--force", "--quiet", **place)


_DEEPEN = "this is a shallow clone: fetch more of it first (git fetch --unshallow, or fetch-depth: 0 where it is made)"


def _advice(folder: Path, name: str) -> str:
    if (
        _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"origin/{name}^{{commit}}").returncode
        == 0
    ):
        return f"did you mean origin/{name}?"
    return _DEEPEN if _is_shallow(folder) else "name a branch, a tag or a commit, or fetch it first (git fetch)"


def _is_shallow(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == "true"


def _must(folder: Path, *arguments: str, **environment: str) -> str:
    done = _git(folder, *arguments, **environment)
    if done.returncode:
        raise HistoryError(f"git {arguments[0]} failed: {' '.join(done.stderr.split()) or 'no message'}")
    return done.stdout


def _git(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {key: value for key, value in os.environ.items() if key not in _INHERITED}
    try:
        return subprocess.run(
            ["git", *arguments],  # noqa: S607 - as people have it on their path
            cwd=folder,
            env={**inherited, "LC_ALL": "C.UTF-8", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise HistoryError("git is not installed; install it, or name two folders of projects instead") from None
