"""Names in profiles whose words are in no briefing any more: what was drafted goes, what people wrote stays."""

from collections.abc import Collection, Iterator
from pathlib import Path

from dateline.draft.profiles import merged_profile
from dateline.draft.report import RefreshReport
from dateline.frontmatter import FrontMatterError, parse
from dateline.frontmatter.yaml_text import yaml_text
from dateline.model import Actor, Corpus, Location, Record
from dateline.project import Project


def drop_lost_names(project: Project, corpus: Corpus, written: Collection[str]) -> RefreshReport:
    """Take drafted aliases out of profiles where their quote is gone: the briefing is, or it no longer cites them.

    written: paths of the files that changed since the corpus was loaded
    """
    known = _Quotes(project, corpus, frozenset(written))
    records: list[Record[Actor] | Record[Location]] = [*corpus.actors.values(), *corpus.locations.values()]
    lost = (record for record in records if any(map(known.lacks, _quotes(record))))
    reports = [report for record in lost if (report := _dropped(project, record.path, known))]
    return RefreshReport(
        tuple(path for report in reports for path in report.written),
        tuple(proposal for report in reports for proposal in report.proposals),
        tuple(problem for report in reports for problem in report.problems),
    )


class _Quotes:
    """Which quotes the briefings have now."""

    def __init__(self, project: Project, corpus: Corpus, written: frozenset[str]) -> None:
        self._project, self._corpus, self._written = project, corpus, written
        self._read: dict[str, Collection[str]] = {}

    def lacks(self, quote: str) -> bool:
        """True for `BRIEFING#QUOTE` of a briefing that is gone, or that has no such quote."""
        stem, _, key = quote.partition("#")
        path = f"briefings/{stem}.md"
        if not key or path in self._corpus.unreadable:
            return False
        if path in self._written:
            if path not in self._read:
                self._read[path] = parse((self._project.root / path).read_text("utf-8")).data.get("quotes", {})
            return key not in self._read[path]
        record = self._corpus.briefings.get(stem)
        return record is None or key not in record.data.quotes


def _quotes(record: Record[Actor] | Record[Location]) -> Iterator[str]:
    return (alias.quote for alias in record.data.aliases if alias.quote)


def _dropped(project: Project, path: str, known: _Quotes) -> RefreshReport | None:
    relative = Path(path).relative_to("briefings").as_posix()
    base = project.drafts / relative
    try:
        parsed = parse(base.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, FrontMatterError):
        return None  # people wrote it: the check tells them
    aliases = [one for one in parsed.data.get("aliases", []) if not known.lacks(str(one.get("quote", "")))]
    now = {
        key: aliases if key == "aliases" else value for key, value in parsed.data.items() if key != "aliases" or aliases
    }
    return merged_profile(project, relative, f"---\n{yaml_text(now)}---\n{parsed.body}")
