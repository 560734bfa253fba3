"""`dateline build`: the whole flow, from seeds to a searchable site."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.checking import check_project, load_project
from dateline.drafting import draft_project
from dateline.engine import run_engine
from dateline.export import Export, export_files, sitemaps
from dateline.index import build_index
from dateline.model import Corpus, Problem
from dateline.picture import pictures
from dateline.progress import Progress, no_progress
from dateline.project import Project
from dateline.render import assets, card_drawings, data_files, render_site, theme_files
from dateline.search import index_site
from dateline.stage import Staged, stage


@dataclass(frozen=True)
class Built:
    """What a build did. `site` is None where errors stopped it; `drafted` are the new files' paths."""

    problems: tuple[Problem, ...]
    drafted: tuple[str, ...] = ()
    pages: int = 0
    searchable: int = 0
    staged: Staged | None = None
    site: Path | None = None


def build_project(
    project: Project,
    *,
    draft: bool = True,
    engine: str = "mkdocs",
    warnings_stop: bool = False,
    progress: Progress = no_progress,
) -> Built:
    """Draft what has no briefing, check, render, stage, run the engine, index for search.

    Errors (with `warnings_stop` warnings too) stop it before anything is staged; the last site stays.
    The site is put in place in one step when it is whole.
    """
    progress("reading", 0, 0)
    drafted, undrafted = draft_project(project, progress=progress) if draft and _undrafted(project) else ((), ())
    progress("checking", 0, 0)
    loaded = check_project(project)
    problems = tuple(sorted({*loaded.problems, *undrafted}))
    if any(problem.severity == "error" or warnings_stop for problem in problems):
        return Built(problems, drafted)
    progress("rendering", 0, 0)
    pages, staged = stage_project(project, loaded.corpus)
    progress(f"publishing {pages} pages", 0, 0)
    fresh = project.build / "site"
    newest = max((record.data.date for record in loaded.corpus.briefings.values()), default="")
    run_engine(project, fresh, name=engine, newest=newest)
    progress("indexing for search", 0, 0)
    searchable = index_site(fresh)
    _put_in_place(fresh, project.output)
    return Built(problems, drafted, pages, searchable, staged, project.output)


def _undrafted(project: Project) -> bool:
    corpus, _ = load_project(project)
    cited = {source.seed for record in corpus.briefings.values() for source in record.data.sources}
    return any(ref not in cited for ref in corpus.seeds)


def stage_project(project: Project, corpus: Corpus) -> tuple[int, Staged]:
    """Index, render and stage a corpus that passed the check; how many pages, and what staging did."""
    index = build_index(corpus, project.vocabulary)
    export = Export(index, project, corpus.pages)
    urls: list[str] = []
    theme = dict(theme_files(project))

    def files() -> Iterator[tuple[str, str | bytes]]:
        for page in render_site(index, corpus, project):
            urls.append(page.url)
            yield page.path, page.content
        yield from ((file.path, file.content) for file in data_files(index))
        yield from assets(project)
        yield from pictures(card_drawings(index, project), project.build / "cards")
        yield from export_files(export)
        sitemap, parts = sitemaps(export, urls)
        if sitemap:
            theme["sitemap.xml"] = sitemap.encode()
        yield from parts

    staged = stage(project.docs, files())
    stage(project.theme, theme.items())
    return len(urls), staged


def _put_in_place(fresh: Path, site: Path) -> None:
    old = fresh.with_name("site.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
