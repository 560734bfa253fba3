"""What the commands do, for Python: `Project.find(Path(".")).…` and the functions below."""

from dateline.build import Built, build_project
from dateline.check import format_problems
from dateline.checking import Loaded, check_project, fix_project
from dateline.compare import Change, Comparison, Section, format_comparison
from dateline.diff import diff_project
from dateline.drafting import (
    DraftStoppedError,
    Explanation,
    draft_project,
    explain_name,
    explain_project,
    refresh_project,
)
from dateline.editors import write_schemas
from dateline.errors import DatelineError, HistoryError, ProjectError
from dateline.fetch import Fetched, fetch_feeds
from dateline.fix import Mended
from dateline.model import Corpus, Problem
from dateline.project import Project
from dateline.records import Plan, finish, merge_records, rename_record, split_record
from dateline.scaffold import (
    Initialized,
    NewRecord,
    init_site,
    new_actor,
    new_briefing,
    new_incident,
    new_location,
)
from dateline.schema import KINDS, json_schema, schema_text
from dateline.serve import serve

__all__ = [
    "KINDS",
    "Built",
    "Change",
    "Comparison",
    "Corpus",
    "DatelineError",
    "DraftStoppedError",
    "Explanation",
    "Fetched",
    "HistoryError",
    "Initialized",
    "Loaded",
    "Mended",
    "NewRecord",
    "Plan",
    "Problem",
    "Project",
    "ProjectError",
    "Section",
    "build_project",
    "check_project",
    "diff_project",
    "draft_project",
    "explain_name",
    "explain_project",
    "fetch_feeds",
    "finish",
    "fix_project",
    "format_comparison",
    "format_problems",
    "init_site",
    "json_schema",
    "merge_records",
    "new_actor",
    "new_briefing",
    "new_incident",
    "new_location",
    "refresh_project",
    "rename_record",
    "schema_text",
    "serve",
    "split_record",
    "write_schemas",
]
