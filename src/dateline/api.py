"""What the commands do, for Python: `Project.find(Path(".")).…` and the functions below."""

from dateline.build import (
    Built,
    DraftStoppedError,
    Explanation,
    Loaded,
    build_project,
    check_project,
    draft_project,
    explain_name,
    explain_project,
    fix_project,
    refresh_project,
)
from dateline.check import format_problems
from dateline.errors import DatelineError
from dateline.fix import Mended
from dateline.model import Corpus, Problem
from dateline.project import Project
from dateline.schema import KINDS, json_schema
from dateline.serve import serve

__all__ = [
    "KINDS",
    "Built",
    "Corpus",
    "DatelineError",
    "DraftStoppedError",
    "Explanation",
    "Loaded",
    "Mended",
    "Problem",
    "Project",
    "build_project",
    "check_project",
    "draft_project",
    "explain_name",
    "explain_project",
    "fix_project",
    "format_problems",
    "json_schema",
    "refresh_project",
    "serve",
]
