"""The one judge of accusations: who may be called a perpetrator, whose words prove it, which stances count.

Used by the extractors' verification, drafting, the check, the conformance test, the index and the comparison.
"""

from dateline.facts.judge.courts import is_court
from dateline.facts.judge.statements import ACCUSED_ROLES, ALLEGED, PERPETRATOR, Statement, statement_of
from dateline.facts.judge.words import Bench, judged_claim, judged_incident

__all__ = [
    "ACCUSED_ROLES",
    "ALLEGED",
    "PERPETRATOR",
    "Bench",
    "Statement",
    "is_court",
    "judged_claim",
    "judged_incident",
    "statement_of",
]
