"""How fast the parts are, each beside a peer in the same run on the same machine.

Usage: python tests/bench/run.py [BRIEFINGS] [--serve [PROJECT]]

Build: from `briefings/` to the searchable site, beside MkDocs with Material and its own search building the same
words as plain Markdown. Draft: whole briefings, beside the bare language model reading the same articles.
With --serve instead: from saving a file to the browser having the new page, beside a full build of the same project.
"""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from bench.corpus import make_project

from dateline.api import Project, check_project, draft_project
from dateline.frontmatter import parse

PEER = """site_name: Peer
theme: {name: material, font: false}
plugins: [search]
use_directory_urls: false
"""


def timed(action: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def run(*command: str) -> None:
    """A command of this environment; its words are shown where it fails."""
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"bench: {' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def peer_project(project: Path, folder: Path) -> Path:
    """The same briefings as plain Markdown with a title, for plain MkDocs."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PEER, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Peer\n", encoding="utf-8")
    for path in (project / "briefings").glob("2*.md"):
        parsed = parse(path.read_text(encoding="utf-8"))
        text = f"# {parsed.data['title']}\n\n{parsed.body}"
        (folder / "docs" / path.name).write_text(text, encoding="utf-8")
    return folder


def bench_build(count: int) -> None:
    """Check, first build, second build; the peer's build is the unit."""
    project = make_project(ROOT / "build" / "bench" / "project", briefings=count, root=ROOT)
    peer = peer_project(project, ROOT / "build" / "bench" / "peer")
    unit = timed(lambda: run("mkdocs", "build", "--quiet", "--config-file", str(peer / "mkdocs.yml")))
    rows = [
        ("plain MkDocs, Material and its search", unit),
        ("dateline check", timed(lambda: check_project(Project.open(project)))),
        ("dateline build, from nothing", timed(lambda: run("dateline", "build", "--project", str(project), "-q"))),
        ("dateline build, nothing changed", timed(lambda: run("dateline", "build", "--project", str(project), "-q"))),
    ]
    pages = sum(1 for _ in (project / "site").rglob("*.html"))
    print(f"build: {count} briefings, {pages} pages of ours")
    for name, seconds in rows:
        print(f"  {name:40} {seconds:8.1f} s   {seconds / unit:5.2f} of the peer")


def bench_draft() -> None:
    """Drafting of the demo's articles; the bare model over the same texts is the unit."""
    from dateline.extract.rules.language import load_model  # the extra `draft` is needed from here on
    from dateline.read import read_seeds

    folder = ROOT / "build" / "bench" / "draft"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("mkdocs.yml", "seeds"):
        source = ROOT / "tests" / "projects" / "cross-linked" / name
        target = folder / name
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy2(source, target)
    seeds, _ = read_seeds(folder / "seeds", root=folder, texts=folder / ".dateline" / "texts")
    model = load_model()
    unit = timed(lambda: [model.pipeline(seed.text) for seed in seeds.values()])
    draft_project(Project.open(folder))  # the first drafting on a machine also folds the gazetteer
    for made in ("briefings", ".dateline"):
        shutil.rmtree(folder / made)
    whole = timed(lambda: draft_project(Project.open(folder)))
    print(f"draft: {len(seeds)} articles")
    for name, seconds in (("the bare language model", unit), ("dateline draft", whole)):
        print(f"  {name:40} {seconds:8.1f} s   {seconds / unit:5.2f} of the peer")


def bench_serve(count: int, project: Path | None) -> None:
    """Edits of a served project, made up where none is named."""
    from bench.edits import bench_edits  # the extra packages of a browser are needed from here on

    names = ("chromium", "chromium-browser", "google-chrome")
    browser = next(filter(None, map(shutil.which, names)), None)
    if browser is None:
        sys.exit("bench: install Chromium or Chrome")
    project = project or make_project(ROOT / "build" / "bench" / "served", briefings=count, root=ROOT)
    bench_edits(project, ROOT / "templates", browser)


def main() -> None:
    """What the options ask for."""
    options = argparse.ArgumentParser(description="how fast the parts are")
    options.add_argument("briefings", type=int, nargs="?", default=300)
    options.add_argument("--serve", nargs="?", type=Path, const=None, default=False, metavar="PROJECT")
    given = options.parse_args()
    if given.serve is not False:
        bench_serve(given.briefings, given.serve)
    else:
        bench_build(given.briefings)
        bench_draft()


if __name__ == "__main__":
    main()
