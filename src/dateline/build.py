"""`dateline build`: the whole flow, from seeds to a searchable site."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from dateline.check import check_corpus
from dateline.draft import (
    Explained,
    Field,
    RefreshReport,
    UndatedSeedError,
    UnreadSeedError,
    draft_seeds,
    explain_seed,
    provenance,
    refresh_briefings,
)
from dateline.engine import run_engine
from dateline.errors import DatelineError, ProjectError
from dateline.export import Export, export_files, sitemaps
from dateline.fix import Mended, mended, write_mended
from dateline.frontmatter import FrontMatterError
from dateline.index import build_index
from dateline.kept import KeptFiles
from dateline.load import LoadedRecord, load_corpus
from dateline.model import Corpus, Problem
from dateline.picture import pictures
from dateline.project import Project
from dateline.read import Reading, read_seeds
from dateline.records import unfinished_change
from dateline.render import assets, card_drawings, data_files, render_site, theme_files
from dateline.search import index_site
from dateline.stage import Staged, stage
from dateline.vocabulary.nearest import nearest

Progress = Callable[[str, int, int], None]
"""Called with (what is being done, how many are done, of how many); 0 of 0 where there is no count."""


class DraftStoppedError(DatelineError):
    """Drafting ended before its end; what it wrote stays, and what it found wrong is told."""

    def __init__(self, message: str, *, written: tuple[str, ...], problems: tuple[Problem, ...]) -> None:
        super().__init__(message)
        self.written, self.problems = written, problems


def no_progress(step: str, done: int, total: int) -> None:
    """Say nothing."""


@dataclass(frozen=True)
class Loaded:
    """Everything that a project holds, and all that is wrong with it, by file and line."""

    corpus: Corpus
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


@dataclass(frozen=True)
class Built:
    """What a build did. `site` is None where errors stopped it; `drafted` are the new files' paths."""

    problems: tuple[Problem, ...]
    drafted: tuple[str, ...] = ()
    pages: int = 0
    searchable: int = 0
    staged: Staged | None = None
    site: Path | None = None


@dataclass(frozen=True)
class Kept:
    """What was read of a project's files, for one who reads them again and again. Other settings need another."""

    seeds: KeptFiles[Reading] = field(default_factory=KeptFiles)
    records: KeptFiles[LoadedRecord] = field(default_factory=KeptFiles)


def load_project(
    project: Project, *, kept: Kept | None = None, unsaved: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[Corpus, tuple[Problem, ...]]:
    """Seeds and briefings as values, with the problems of reading them.

    kept: what an earlier call has read; unsaved: see `load_corpus`.
    """
    seeds, unread = read_seeds(project.seeds, root=project.root, texts=project.texts, kept=kept.seeds if kept else None)
    corpus, unloaded = load_corpus(
        project.briefings,
        root=project.root,
        seeds=seeds,
        vocabulary=project.vocabulary,
        unread=unread,
        unsaved=unsaved,
        kept=kept.records if kept else None,
    )
    return corpus, (*unread, *unloaded)


def check_project(project: Project, *, unsaved: Mapping[str, bytes] = MappingProxyType({})) -> Loaded:
    """All content and all problems of a project: reading, schema, rules; unsaved: see `load_corpus`."""
    corpus, problems = load_project(project, unsaved=unsaved)
    found = (*unfinished_change(project), *problems, *check_corpus(corpus, project.vocabulary))
    return Loaded(corpus, tuple(sorted(found)))


def fix_project(project: Project, *, write: bool = True) -> tuple[Mended, Loaded]:
    """Put right what is safe, and check what is then there; without `write` the files stay as they are."""
    kept = Kept()
    found = mended(project, lambda unsaved: load_project(project, kept=kept, unsaved=unsaved)[0])
    failed = write_mended(project, found) if write else ()
    loaded = check_project(project) if write else check_project(project, unsaved=found.after)
    return found, replace(loaded, problems=tuple(sorted({*loaded.problems, *found.problems, *failed})))


def draft_project(
    project: Project, *, refs: Sequence[str] = (), progress: Progress = no_progress
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Draft the seeds that no briefing cites (or those of `refs`); the files written, and what went wrong.

    Raises ProjectError where a ref names no seed, DraftStoppedError where the extractor could not go on.
    """
    corpus, unread = load_project(project)
    drafted = _already_drafted(corpus, refs)
    report = draft_seeds(project, corpus, refs=_known_refs(corpus, refs), on_progress=_drafting(progress))
    seed_problems = (problem for problem in unread if problem.path.startswith("seeds/"))
    problems = tuple(sorted({*seed_problems, *drafted, *report.problems}))
    if report.stopped:
        raise DraftStoppedError(report.stopped, written=report.written, problems=problems)
    return report.written, problems


def explain_project(project: Project, name: str) -> tuple[Explained, ...]:
    """What the drafting finds in a seed, or in the seeds of a briefing, each datum with its rule and its words.

    name: a seed (`seeds/report.txt`), a briefing's id or its file. Raises ProjectError where there is none such, or
    where a seed tells no day.
    """
    corpus, _ = load_project(project)
    try:
        return tuple(row for ref in _seeds_of(corpus, name) for row in explain_seed(project, corpus, corpus.seeds[ref]))
    except UndatedSeedError:
        raise ProjectError(f"{name} tells no day; begin the seed with a line such as 'date: 2024-01-04'") from None
    except UnreadSeedError as error:
        raise ProjectError(f"{name}: {error}") from None


@dataclass(frozen=True)
class Explanation:
    """Of a record its fields (None for a seed), of a seed or a briefing what the drafting finds in the report."""

    fields: tuple[Field, ...] | None
    found: tuple[Explained, ...]


def explain_name(project: Project, name: str) -> Explanation:
    """Where what a record says comes from: its fields from the last draft or a person, findings from rule and words.

    name: as for `explain_project`, or the file of an actor, a place or an incident. Raises ProjectError as that does,
    and where a file is broken.
    """
    path = _record_of(project, name)
    fields = None if path is None else _fields_of(project, path)
    is_profile = path is not None and path.parent != project.briefings
    return Explanation(fields, () if is_profile else explain_project(project, name))


def _fields_of(project: Project, path: Path) -> tuple[Field, ...]:
    base = project.drafts / path.relative_to(project.briefings)
    try:
        return provenance(*(file.read_text("utf-8-sig") if file.is_file() else "" for file in (base, path)))
    except (FrontMatterError, UnicodeDecodeError) as error:
        raise ProjectError(f"{path.name} and its last draft must be readable: {error}; run dateline check") from None


def _record_of(project: Project, name: str) -> Path | None:
    """The file that is named: as a path from the project, or from anywhere, or by a briefing's id."""
    choices = (project.root / name, Path(name).resolve(), project.briefings / f"{name}.md")
    return next((path for path in choices if path.is_file() and path.is_relative_to(project.briefings)), None)


def _seeds_of(corpus: Corpus, name: str) -> tuple[str, ...]:
    briefing = corpus.briefings.get(Path(name).stem) or corpus.briefings.get(name)
    if name not in corpus.seeds and briefing:
        return tuple(source.seed for source in briefing.data.sources if source.seed in corpus.seeds)
    return _known_refs(corpus, [name]) or ()


def refresh_project(project: Project, *, ids: Sequence[str] = ()) -> RefreshReport:
    """Draft briefings again and merge what is new; raises ProjectError where an id names no briefing."""
    corpus, _ = load_project(project)
    return refresh_briefings(project, corpus, ids=ids)


def _drafting(progress: Progress) -> Callable[[int, int, str], None]:
    return lambda done, total, ref: progress(f"drafting {ref}" if ref else "drafted", done, total)


def _known_refs(corpus: Corpus, refs: Sequence[str]) -> tuple[str, ...] | None:
    for ref in refs:
        if ref not in corpus.seeds:
            hint = nearest(ref, corpus.seeds)
            advice = (
                f"did you mean {hint}?" if hint else "name one as it stands below the project, such as seeds/name.txt"
            )
            raise ProjectError(f"there is no seed '{ref}'; {advice}")
    return tuple(refs) or None


def _already_drafted(corpus: Corpus, refs: Sequence[str]) -> list[Problem]:
    cited = {source.seed: record.path for record in corpus.briefings.values() for source in record.data.sources}
    words = "has a briefing already, which a draft never changes: {}"
    return [Problem(ref, 1, "seed-drafted", words.format(cited[ref]), "warning") for ref in refs if ref in cited]


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
