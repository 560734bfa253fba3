"""`Corpus ─fix─▶ files`: what is safe to put right in people's files, each change proven by reading it again."""

from dateline.fix.file import Fixed
from dateline.fix.fixes import FIXES, TIDIED
from dateline.fix.project import Mended, mended, write_mended

__all__ = ["FIXES", "TIDIED", "Fixed", "Mended", "mended", "write_mended"]
