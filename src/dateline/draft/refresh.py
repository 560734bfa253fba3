"""Drafts again: `merge(base, now, ours)` for each briefing, written only where something new came in."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from dateline.disk import write_atomic
from dateline.draft.compose import Draft
from dateline.draft.lost_names import drop_lost_names
from dateline.draft.merge import Merged, UnsafeMergeError, merge_files
from dateline.draft.one import UndatedSeedError, draft_one, undated
from dateline.draft.profiles import merge_profiles, names_wanted
from dateline.draft.registries import Registries
from dateline.draft.report import Proposal, RefreshReport
from dateline.errors import ProjectError
from dateline.extract.extractors import find_extractor
from dateline.facts.contract import Extractor, UnreadSeedError
from dateline.frontmatter import FrontMatterError, write
from dateline.model import Briefing, Corpus, Problem, Record
from dateline.project import Project


def refresh_briefings(project: Project, corpus: Corpus, *, ids: Collection[str] = ()) -> RefreshReport:
    """Draft briefings again (`ids`, or all drafted) and merge what is new. Raises ProjectError: no such id."""
    for key in ids:
        if key not in corpus.briefings:
            raise ProjectError(f"there is no readable briefing '{key}'; name one as in briefings/, without '.md'")
    chosen = [record for key, record in sorted(corpus.briefings.items()) if not ids or key in ids]
    extract = find_extractor(project.settings.draft, cache=project.build / "cache")
    paths = [profile.path for profile in corpus.actors.values()]
    paths += [profile.path for profile in corpus.locations.values()]
    untouched = frozenset(path for path in paths if _is_untouched(project, path))
    registries = Registries.of(corpus, untouched)
    reports = [_refreshed(project, registries, record, extract, asked=bool(ids)) for record in chosen]
    reports.append(drop_lost_names(project, corpus, [path for report in reports for path in report.written]))
    return RefreshReport(
        tuple(path for report in reports for path in report.written),
        tuple(proposal for report in reports for proposal in report.proposals),
        tuple(problem for report in reports for problem in report.problems),
    )


def _refreshed(
    project: Project, registries: Registries, record: Record[Briefing], extract: Extractor, *, asked: bool
) -> RefreshReport:
    base = project.drafts / f"{record.stem}.md"
    seed = registries.corpus.seeds.get(record.data.sources[0].seed or "") if record.data.sources else None
    if not base.is_file() or seed is None:
        message = (
            "to be drafted again a briefing must have its last draft in .dateline/drafts and its seed; edit it by hand"
        )
        problem = Problem(record.path, 1, "refresh-base", message, "warning")
        return RefreshReport(problems=(problem,) if asked else ())
    try:
        registry = registries.before(record)
        draft = draft_one(seed, registry, extract, names_wanted(project, registry, record.stem))
    except UndatedSeedError:
        return RefreshReport(problems=(undated(seed),))
    except UnreadSeedError as error:
        message = f"{error}; left as it is, the next run tries again"
        return RefreshReport(problems=(Problem(seed.path, 1, "draft-unread", message),))
    return _merged(project, record, _named(draft, record.stem))


def _is_untouched(project: Project, path: str) -> bool:
    base = project.drafts / Path(path).relative_to("briefings")
    return base.is_file() and base.read_bytes() == (project.root / path).read_bytes()


def _named(draft: Draft, key: str) -> Draft:
    """An id never changes, whatever the new draft would be called."""
    return replace(draft, briefing=draft.briefing.model_copy(update={"id": key}))


def _merged(project: Project, record: Record[Briefing], draft: Draft) -> RefreshReport:
    path = project.root / record.path
    base = project.drafts / f"{record.stem}.md"
    try:
        merged = merge_files(base.read_text("utf-8"), write(draft.briefing, draft.body), path.read_text("utf-8"))
    except (FrontMatterError, UnicodeDecodeError) as error:
        where = base.relative_to(project.root).as_posix()
        line = error.line if isinstance(error, FrontMatterError) else 1
        message = "the last draft must be readable YAML; bring the file back from version control"
        return RefreshReport(problems=(Problem(where, line, "refresh-base", message, "error"),))
    except UnsafeMergeError:
        message = "new findings could not be merged without rewriting what people wrote; nothing was changed"
        return RefreshReport(problems=(Problem(record.path, 1, "refresh-unsafe", message, "warning"),))
    proposals = tuple(Proposal(record.path, one.where, one.yours, one.drafted) for one in merged.suggestions)
    if record.data.review != "draft":
        return RefreshReport(proposals=(*proposals, *_unread(record, path.read_text("utf-8"), merged)))
    profiles = merge_profiles(project, record, draft, merged)
    written = (record.path,) if write_atomic(path, merged.text) else ()
    write_atomic(base, merged.base)  # after the file: cut short, the next refresh finds the same again
    return RefreshReport((*profiles.written, *written), (*profiles.proposals, *proposals), profiles.problems)


def _unread(record: Record[Briefing], ours: str, merged: Merged) -> tuple[Proposal, ...]:
    """What a person has confirmed is not changed behind their back."""
    return () if merged.text == ours else (Proposal(record.path, "", ours, merged.text),)
