"""Profiles of a briefing that is drafted again: `merge(base, now, ours)` for each that is there, else a new file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.disk import write_atomic
from dateline.draft.compose import Draft, Wanted
from dateline.draft.merge import Merged, UnsafeMergeError, merge_files
from dateline.draft.registries import texts
from dateline.draft.report import Proposal, RefreshReport
from dateline.facts.registry import Registry
from dateline.frontmatter import FrontMatterError, parse, write
from dateline.frontmatter.yaml_text import yaml_text
from dateline.model import Actor, Alias, Briefing, Location, Problem, Record
from dateline.model.names import all_names
from dateline.project import Project


def names_wanted(project: Project, registry: Registry, stem: str) -> Wanted:
    """Which further names of known records a new draft of a briefing may bring.

    Those that neither the file nor its last draft has and that no other record carries; those of this briefing's last
    draft that still stand, so that their quotes do too. None of a profile without a last draft: people wrote it.
    """

    def wanted(path: str, name: str) -> bool:
        folder, _, key = path.partition("/")
        record = registry.actors.get(key) if folder == "actors" else registry.locations.get(key)
        base = project.drafts / f"{path}.md"
        if record is None or not base.is_file():
            return False
        drafted = {one.get("name"): str(one.get("quote", "")) for one in _aliases(base)}
        if name in drafted:
            return name in all_names(record) and drafted[name].startswith(f"{stem}#")
        taken = registry.actor_names if folder == "actors" else registry.location_names
        return name not in all_names(record) and not taken.get(name)

    return wanted


def _aliases(base: Path) -> list[dict[str, Any]]:
    try:
        found = parse(base.read_text("utf-8")).data.get("aliases", [])
    except (FrontMatterError, UnicodeDecodeError):
        return []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def merge_profiles(project: Project, record: Record[Briefing], draft: Draft, merged: Merged) -> RefreshReport:
    """Write what the new draft says of actors and places, in files that are there only where nobody touched it."""
    quotes = parse(merged.text).data.get("quotes", {})
    now = {_words(quote): key for key, quote in quotes.items()}
    ids = {key: now.get(_words(quote.model_dump())) for key, quote in draft.briefing.quotes.items()}
    reports = [merged_profile(project, path, text) for path, text in _new(project, draft, merged, record.stem, ids)]
    further: dict[str, list[Alias]] = {}
    for path, alias in draft.aliases:
        further.setdefault(f"{path}.md", []).extend(_cited([alias], record.stem, ids))
    reports += [merged_profile(project, path, _with(project.drafts / path, found)) for path, found in further.items()]
    return RefreshReport(
        tuple(path for report in reports for path in report.written),
        tuple(proposal for report in reports for proposal in report.proposals),
        tuple(problem for report in reports for problem in report.problems),
    )


def _new(
    project: Project, draft: Draft, merged: Merged, stem: str, ids: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """Profiles for which this briefing alone stands, those that it names or that are there: path and text."""
    named = set(texts(parse(merged.text).data))
    profiles: list[tuple[str, Actor | Location]] = [("actors", actor) for actor in draft.actors]
    profiles += [("locations", place) for place in draft.locations]
    named |= {profile.country for _, profile in profiles if profile.country and profile.id in named}
    for folder, profile in reversed(profiles):
        path = f"{folder}/{profile.id}.md"
        if profile.id in named or (project.briefings / path).is_file():
            yield path, write(profile.model_copy(update={"aliases": tuple(_cited(profile.aliases, stem, ids))}))


def _with(base: Path, further: list[Alias]) -> str:
    """The last draft of a profile with further names: what other briefings told of it stays."""
    parsed = parse(base.read_text("utf-8"))
    known = {one.get("name") for one in _aliases(base)}
    new = [one.model_dump(exclude_defaults=True) for one in further if one.name not in known]
    aliases = {"aliases": [*parsed.data.get("aliases", []), *new]} if new else {}
    return f"---\n{yaml_text({**parsed.data, **aliases})}---\n{parsed.body}"


def merged_profile(project: Project, path: str, now: str) -> RefreshReport:
    """Write a profile as it would be drafted now, path below `briefings/`, with what people changed in it."""
    file, base = project.briefings / path, project.drafts / path
    shown = f"briefings/{path}"
    if not file.exists():
        write_atomic(base, now)
        return RefreshReport((shown,) if write_atomic(file, now) else ())
    if not base.is_file():
        return RefreshReport()
    try:
        merged = merge_files(base.read_text("utf-8"), now, file.read_text("utf-8"))
    except (FrontMatterError, UnicodeDecodeError, UnsafeMergeError):
        message = "new findings could not be merged without rewriting what people wrote; nothing was changed"
        return RefreshReport(problems=(Problem(shown, 1, "refresh-unsafe", message, "warning"),))
    proposals = tuple(Proposal(shown, one.where, one.yours, one.drafted) for one in merged.suggestions)
    written = (shown,) if write_atomic(file, merged.text) else ()
    write_atomic(base, merged.base)
    return RefreshReport(written, proposals)


def _words(quote: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(quote.get(key) or "") for key in ("source", "exact", "prefix", "suffix"))


def _cited(aliases: tuple[Alias, ...] | list[Alias], stem: str, ids: Mapping[str, str | None]) -> Iterator[Alias]:
    """With their quotes by the numbers that they have in the merged briefing; a name without its words is left out."""
    for alias in aliases:
        number = ids.get(alias.quote.rpartition("#")[2])
        if number:
            yield alias.model_copy(update={"quote": f"{stem}#{number}"})
