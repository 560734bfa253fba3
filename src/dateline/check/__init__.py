"""`Corpus ─check─▶ Problems`: every rule over every record, all findings collected."""

from dateline.check.elsewhere import ELSEWHERE
from dateline.check.report import FORMATS, format_problems
from dateline.check.rules import RULES, Rule, check_corpus

__all__ = ["ELSEWHERE", "FORMATS", "RULES", "Rule", "check_corpus", "format_problems"]
