"""Drafts again: `merge(base, now, ours)` for each briefing, written only where something new came in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.disk import write_atomic
from dateline.draft.compose import Draft
from dateline.draft.contract import Extractor, UnreadSeedError
from dateline.draft.extractors import find_extractor
from dateline.draft.merge import Merged, UnsafeMergeError, merge_files
from dateline.draft.one import UndatedSeedError, draft_one, undated
from dateline.draft.registries import Registries
from dateline.errors import ProjectError
from dateline.frontmatter import FrontMatterError, parse, write
from dateline.model import Actor, Alias, Briefing, Corpus, Location, Problem, Record
from dateline.project import Project


@dataclass(frozen=True)
class Proposal:
    """A finding that was not written because it clashes with a person's. where: as in `incidents[ID].date`."""

    path: str
    where: str
    yours: Any
    drafted: Any


@dataclass(frozen=True)
class RefreshReport:
    """written: paths relative to the project."""

    written: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    problems: tuple[Problem, ...] = ()


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
        draft = draft_one(seed, registries.before(record), extract)
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
    written = _profiles(project, record, draft, merged)
    if write_atomic(path, merged.text):
        written.append(record.path)
    write_atomic(base, merged.base)  # after the file: cut short, the next refresh finds the same again
    return RefreshReport(tuple(written), proposals)


def _unread(record: Record[Briefing], ours: str, merged: Merged) -> tuple[Proposal, ...]:
    """What a person has confirmed is not changed behind their back."""
    return () if merged.text == ours else (Proposal(record.path, "", ours, merged.text),)


def _profiles(project: Project, record: Record[Briefing], draft: Draft, merged: Merged) -> list[str]:
    """New profiles that the merged briefing names, before it; a file that is there stays."""
    now = {_words(quote): key for key, quote in parse(merged.text).data.get("quotes", {}).items()}
    ids = {key: now.get(_words(quote.model_dump())) for key, quote in draft.briefing.quotes.items()}
    written = []
    profiles: list[tuple[str, Actor | Location]] = [("locations", place) for place in draft.locations]
    profiles += [("actors", actor) for actor in draft.actors]
    for folder, profile in profiles:
        relative = f"{folder}/{profile.id}.md"
        if (project.briefings / relative).exists():
            continue
        aliases = tuple(_cited(alias, record.stem, ids) for alias in profile.aliases)
        content = write(profile.model_copy(update={"aliases": aliases}))
        if write_atomic(project.briefings / relative, content):
            written.append(f"briefings/{relative}")
        write_atomic(project.drafts / relative, content)
    return written


def _words(quote: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(quote.get(key) or "") for key in ("source", "exact", "prefix", "suffix"))


def _cited(alias: Alias, key: str, ids: Mapping[str, str | None]) -> Alias:
    """Its quote by the number that it has in the merged briefing."""
    number = ids.get((alias.quote or "").rpartition("#")[2])
    return alias.model_copy(update={"quote": f"{key}#{number}" if number else None})
