"""`(base, now, ours) ─merge─▶ text`: a new draft comes in where nobody has touched the last one. Values to values."""

from dateline.draft.merge.files import Merged, UnsafeMergeError, merge_files
from dateline.draft.merge.values import Suggestion

__all__ = ["Merged", "Suggestion", "UnsafeMergeError", "merge_files"]
