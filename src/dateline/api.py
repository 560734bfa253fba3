"""What the commands do, for Python: `Project.find(Path(".")).…` and the functions below."""

from dateline.build import (
    Built,
    DraftStoppedError,
    Loaded,
    build_project,
    check_project,
    draft_project,
    explain_project,
    refresh_project,
)
from dateline.check import format_problems
from dateline.errors import DatelineError
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
from dateline.schema import KINDS, json_schema
from dateline.serve import serve

__all__ = [
    "KINDS",
    "Built",
    "Corpus",
    "DatelineError",
    "DraftStoppedError",
    "Initialized",
    "Loaded",
    "NewRecord",
    "Plan",
    "Problem",
    "Project",
    "build_project",
    "check_project",
    "draft_project",
    "explain_project",
    "finish",
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
    "serve",
    "split_record",
]
