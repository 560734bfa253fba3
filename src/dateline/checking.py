"""`files ─load, check─▶ Corpus and Problems`: what a project holds, and all that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from dateline.check import check_corpus
from dateline.fix import Mended, mended, write_mended
from dateline.kept import KeptFiles
from dateline.load import LoadedRecord, load_corpus
from dateline.model import Corpus, Problem
from dateline.project import Project
from dateline.read import Reading, read_seeds
from dateline.records import unfinished_change


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
