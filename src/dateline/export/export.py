"""What every exporter is given, and how its files link to pages."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.index.entries import BriefingEntry, IncidentEntry, Index
from dateline.model import PlainPage, Record
from dateline.project import Project
from dateline.vocabulary import Vocabulary

File = tuple[str, str]
"""Path below the site's root, and content."""


@dataclass(frozen=True)
class Export:
    """One build's records, and the site that they are published on; `plain` are the pages that people wrote."""

    index: Index
    project: Project
    plain: Mapping[str, Record[PlainPage]]

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists with this project's additions."""
        return self.project.vocabulary

    @property
    def description(self) -> str:
        """One line on the site."""
        return str(self.project.site.get("site_description") or "Annotated briefings, each fact with its source.")

    def link(self, url: str, path: str) -> str:
        """A page's address as written in the file `path`: absolute where the site's address is known."""
        return self.project.url + url if self.project.url else "../" * path.count("/") + url

    def identity(self, url: str) -> str:
        """An identifier that stays the same wherever the site is published."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.project.name}/{url}").urn


def changed(entry: BriefingEntry) -> str:
    """The day of the report, or of the latest update to the briefing."""
    return max((entry.briefing.date, *(update.date for update in entry.briefing.updates)))


def last_report(export: Export, entry: IncidentEntry) -> str:
    """The day on which an incident's newest report was filed or changed; "" without reports."""
    return max((changed(export.index.briefings[item.briefing]) for item in entry.reports), default="")
