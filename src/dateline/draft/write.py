"""Drafts to files: profiles and a briefing for each seed that no briefing cites, in steps that may be cut short."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.disk import write_atomic
from dateline.draft.compose import Draft
from dateline.draft.lost_names import drop_lost_names
from dateline.draft.one import UndatedSeedError, draft_one, undated
from dateline.draft.registries import texts
from dateline.extract.extractors import find_extractor
from dateline.facts.contract import Extractor, ExtractorStoppedError, UnreadSeedError
from dateline.facts.registry import Registry
from dateline.model import Corpus, Problem, Seed
from dateline.project import Project
from dateline.read import freeze


@dataclass(frozen=True)
class DraftReport:
    """written: paths relative to the project, in the order of writing; stopped: why not all seeds were looked at."""

    written: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    stopped: str = ""


Progress = Callable[[int, int, str], None]


def draft_seeds(
    project: Project,
    corpus: Corpus,
    *,
    refs: Collection[str] | None = None,
    extract: Extractor | None = None,
    on_progress: Progress | None = None,
) -> DraftReport:
    """Draft each seed that no briefing cites (of `refs`, where given), oldest first, and write it.

    extract: another extractor than the settings name. on_progress is told (how many are done, of how many, the ref
    of the next).
    """
    seeds = _uncited(project, corpus, refs)
    if not seeds:
        return DraftReport()
    extract = extract or find_extractor(project.settings.draft, cache=project.build / "cache")
    registry = registry_of(project, without_orphans(project, corpus))
    written: list[str] = []
    problems: list[Problem] = []
    stopped = ""
    for number, seed in enumerate(seeds):
        if on_progress:
            on_progress(number, len(seeds), seed.ref)
        try:
            draft = draft_one(seed, registry, extract)
        except UndatedSeedError:
            problems.append(undated(seed))
            continue
        except UnreadSeedError as error:
            problems.append(Problem(seed.path, 1, "draft-unread", f"{error}; not drafted, the next run tries again"))
            continue
        except ExtractorStoppedError as error:
            stopped = f"{error} ({number} of {len(seeds)} seeds were looked at)"
            break
        refused = _refused(project, draft, seed)
        if refused:
            problems.append(refused)
            continue
        written += _written(project, seed, draft)
        problems += draft.remarks
        registry = registry.with_drafted(draft.briefing, draft.actors, draft.locations, text=seed.text)
    if on_progress and not stopped:
        on_progress(len(seeds), len(seeds), "")
    left = drop_lost_names(project, corpus, written)
    return DraftReport((*written, *left.written), (*problems, *left.problems), stopped)


def _uncited(project: Project, corpus: Corpus, refs: Collection[str] | None) -> list[Seed]:
    cited = {source.seed for record in corpus.briefings.values() for source in record.data.sources}
    unread = [(project.root / path).read_bytes() for path in sorted(corpus.unreadable) if path.startswith("briefings/")]
    seeds = [
        seed
        for ref, seed in corpus.seeds.items()
        # A briefing that cannot be read today still cites its seed.
        if ref not in cited and (refs is None or ref in refs) and not any(ref.encode() in data for data in unread)
    ]
    return sorted(seeds, key=lambda seed: (seed.published, seed.ref))


def without_orphans(project: Project, corpus: Corpus) -> Corpus:
    """Profiles that a draft cut short left behind, untouched and named by no briefing, are made again."""
    groups = (corpus.briefings, corpus.actors, corpus.locations)
    used = {
        key for group in groups for record in group.values() for key in texts(record.data.model_dump(exclude={"id"}))
    }

    def is_kept(path: str, key: str) -> bool:
        return key in used or not _is_untouched(project, _below_briefings(path))

    return replace(
        corpus,
        actors={key: record for key, record in corpus.actors.items() if is_kept(record.path, key)},
        locations={key: record for key, record in corpus.locations.items() if is_kept(record.path, key)},
    )


def registry_of(project: Project, corpus: Corpus) -> Registry:
    """All records, and which places stand as they were drafted."""
    paths = (record.path for record in corpus.locations.values())
    return Registry.of(corpus, {path for path in paths if _is_untouched(project, _below_briefings(path))})


def _below_briefings(path: str) -> str:
    return Path(path).relative_to("briefings").as_posix()


def corpus_before(project: Project, corpus: Corpus, seed: Seed) -> Corpus:
    """The corpus as it stood before this seed was drafted, as far as nobody has built upon its draft since."""
    others = {
        key: record
        for key, record in corpus.briefings.items()
        if all(source.seed != seed.ref for source in record.data.sources)
    }
    return without_orphans(project, replace(corpus, briefings=others))


def _is_untouched(project: Project, relative: str) -> bool:
    base, mine = project.drafts / relative, project.briefings / relative
    return base.is_file() and mine.is_file() and base.read_bytes() == mine.read_bytes()


def _refused(project: Project, draft: Draft, seed: Seed) -> Problem | None:
    """A file that is there already belongs to somebody."""
    for relative in draft.files():
        if (project.briefings / relative).exists() and not _is_untouched(project, relative):
            message = f"drafting must not overwrite briefings/{relative}; rename or remove that file, then draft again"
            return Problem(seed.path, 1, "draft-exists", message)
    return None


def _written(project: Project, seed: Seed, draft: Draft) -> list[str]:
    """Each file's base before it, profiles before the briefing that cites the seed: drafting again mends a crash."""
    if seed.format == "html":
        freeze(seed, texts=project.texts)
    written = []
    for relative, content in draft.files().items():
        write_atomic(project.drafts / relative, content)
        if write_atomic(project.briefings / relative, content):
            written.append(f"briefings/{relative}")
    return written
