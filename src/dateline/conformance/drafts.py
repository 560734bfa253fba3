"""Whether the drafts that are written from extractions pass the check."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.checking import check_project
from dateline.disk import write_atomic
from dateline.draft import draft_seeds
from dateline.facts import Extractor
from dateline.model import Corpus, Seed
from dateline.project import Project
from dateline.read import read_seeds


def draft_faults(extract: Extractor, seeds: Sequence[Seed]) -> list[str]:
    """Every error that the check finds in the briefings of these reports, drafted one beside the other."""
    with TemporaryDirectory() as folder:
        project = _project(Path(folder), seeds)
        found, _ = read_seeds(project.seeds, root=project.root, texts=project.texts)
        corpus = Corpus({}, {}, {}, {}, {}, found)
        report = draft_seeds(project, corpus, extract=extract)
        problems = [*report.problems, *check_project(project).errors]
        errors = [problem for problem in problems if problem.severity == "error"]
        faults = [str(problem) for problem in errors if not _is_unreadable(problem.path, found)]
        return faults + ([report.stopped] if report.stopped else [])


def _is_unreadable(path: str, readable: dict[str, Seed]) -> bool:
    """Some of the reports are no seeds at all, such as the empty one: no fault of an extractor."""
    return path.startswith("seeds/") and path not in readable


def _project(root: Path, seeds: Sequence[Seed]) -> Project:
    write_atomic(root / "mkdocs.yml", "site_name: Conformance\n")
    (root / "briefings").mkdir()
    for seed in seeds:
        day = f"date: {seed.published}\n\n" if seed.published else ""
        write_atomic(root / seed.ref, f"{day}{seed.text}\n")
    return Project.open(root)
