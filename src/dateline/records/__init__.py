"""Records over time: renamed, merged and split, with all that names them; `Tree ─▶ Plan ─write─▶ briefings/`."""

from dateline.records.change import merge_records, rename_record, split_record
from dateline.records.journal import finish, unfinished_change
from dateline.records.plan import Change, Plan

__all__ = ["Change", "Plan", "finish", "merge_records", "rename_record", "split_record", "unfinished_change"]
