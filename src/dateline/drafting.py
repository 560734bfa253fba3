"""`Corpus ─draft─▶ briefings/`: new seeds drafted, old ones again, and why a draft says what it says."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.checking import load_project
from dateline.draft import (
    Explained,
    Field,
    RefreshReport,
    UndatedSeedError,
    draft_seeds,
    explain_seed,
    provenance,
    refresh_briefings,
)
from dateline.errors import DatelineError, ProjectError
from dateline.facts import UnreadSeedError
from dateline.frontmatter import FrontMatterError
from dateline.model import Corpus, Problem
from dateline.progress import Progress, no_progress
from dateline.project import Project
from dateline.vocabulary.nearest import nearest


class DraftStoppedError(DatelineError):
    """Drafting ended before its end; what it wrote stays, and what it found wrong is told."""

    def __init__(self, message: str, *, written: tuple[str, ...], problems: tuple[Problem, ...]) -> None:
        super().__init__(message)
        self.written, self.problems = written, problems


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
    refs = [unicodedata.normalize("NFC", ref) for ref in refs]
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
