"""The project as it is read before records change: every file's bytes, and what they say together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from dateline.check import check_corpus
from dateline.load import corpus_of
from dateline.model import Corpus, Problem, Seed
from dateline.project import Project
from dateline.read import read_seeds
from dateline.vocabulary import Vocabulary


@dataclass(frozen=True)
class Tree:
    """files: path relative to the project -> bytes, of all records, pages and last drafts."""

    files: Mapping[str, bytes]
    seeds: Mapping[str, Seed]
    unread: Sequence[Problem]
    vocabulary: Vocabulary

    @cached_property
    def loaded(self) -> tuple[Corpus, tuple[Problem, ...]]:
        """The corpus, and the problems of reading it."""
        ours = (path for path in self.files if path.startswith("briefings/"))
        ordered = ((path, self.files[path]) for path in sorted(ours, key=PurePosixPath))
        return corpus_of(ordered, seeds=self.seeds, vocabulary=self.vocabulary, unread=self.unread)

    @property
    def corpus(self) -> Corpus:
        """What the files say."""
        return self.loaded[0]

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with it."""
        return (*self.loaded[1], *check_corpus(self.corpus, self.vocabulary))

    def with_files(self, changed: Mapping[str, bytes | None]) -> "Tree":
        """With these files written, and without those that are None."""
        files = {**self.files, **changed}
        return replace(self, files={path: content for path, content in files.items() if content is not None})


def read_tree(project: Project) -> Tree:
    """Read a project's records, last drafts and seeds."""
    seeds, unread = read_seeds(project.seeds, root=project.root, texts=project.texts)
    files = {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for folder in (project.briefings, project.drafts)
        for path in _markdown(folder)
    }
    return Tree(files, seeds, unread, project.vocabulary)


def _markdown(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*.md") if path.is_file())
