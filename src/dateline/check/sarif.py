"""Problems as SARIF 2.1.0, which code scanning and editors read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from dateline.check.elsewhere import ELSEWHERE
from dateline.check.rules import RULES
from dateline.model import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(problems: Sequence[Problem], rules_url: str) -> str:
    """One run with the rules that were broken; rules_url is the page that documents them, or ""."""
    summaries = {**ELSEWHERE, **{rule.name: rule.summary for rule in RULES}}
    names = sorted({problem.rule for problem in problems})
    driver = {"name": "dateline", "rules": [_rule(name, summaries, rules_url) for name in names]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, names.index(problem.rule)) for problem in problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def help_uri(rule: str, rules_url: str) -> str:
    """Where a rule is explained: its heading on the page of the rules, or "" without such a page."""
    return f"{rules_url}#{rule}" if rules_url else ""


def _rule(name: str, summaries: Mapping[str, str], rules_url: str) -> dict[str, Any]:
    page = {"helpUri": help_uri(name, rules_url)} if rules_url else {}
    return {"id": name, "shortDescription": {"text": summaries.get(name, name)}, **page}


def _result(problem: Problem, number: int) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(problem.path)}, "region": {"startLine": problem.line}}
    return {
        "ruleId": problem.rule,
        "ruleIndex": number,
        "level": problem.severity,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"))
