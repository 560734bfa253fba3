"""Problems as text for people, JSON and SARIF for programs, and annotations for GitHub."""

import json
from collections.abc import Callable, Mapping, Sequence

from dateline.check.sarif import help_uri, sarif
from dateline.model import Problem


def _text(problems: Sequence[Problem], _: str) -> str:
    return "".join(f"{_line(problem)}\n" for problem in problems)


def _line(problem: Problem) -> str:
    mark = "warning: " if problem.severity == "warning" else ""
    return f"{problem.path}:{problem.line}: {problem.rule}: {mark}{problem.message}"


def _json(problems: Sequence[Problem], rules_url: str) -> str:
    rows = [
        {
            "path": problem.path,
            "line": problem.line,
            "rule": problem.rule,
            "severity": problem.severity,
            "message": problem.message,
            "help": help_uri(problem.rule, rules_url),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _github(problems: Sequence[Problem], _: str) -> str:
    return "".join(
        f"::{problem.severity} file={_property(problem.path)},line={problem.line},"
        f"title={_property(problem.rule)}::{_data(problem.message)}\n"
        for problem in problems
    )


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem], str], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": sarif,
}


def format_problems(problems: Sequence[Problem], *, form: str = "text", rules_url: str = "") -> str:
    """All problems in one of the FORMATS; "" where there are none (an empty list in JSON, an empty run in SARIF).

    rules_url  the page that documents the rules, to which JSON and SARIF lead
    """
    return FORMATS[form](problems, rules_url)
